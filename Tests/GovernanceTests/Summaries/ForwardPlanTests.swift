import Governance
import Tabular
import Testing
import Vocabulary

private typealias M = MeetingSample

struct ForwardPlanTests {
    @Test func `what was deferred, decided outside and not approved is owed until it stands on an agenda`() throws {
        let deferred = try M.held(before: MoveMotion.self).doing([DeferItemTests.later(9), M.close])
            .doing(TakeUrgentActionTests.urgent("chair", "nurse"))
        let owed = ForwardPlan(deferred).owed()
        #expect(Set(owed.map(\.kind)) == [.deferredItem, .decisionToReport, .minutesToApprove])
        let june = ApproveMinutesTests.june
        let next = try deferred.doing([
            PlanMeeting(meeting: june, committees: [M.pccc], startsAt: ApproveMinutesTests.at(0), place: "Hall"),
            PutOnAgenda(meeting: june, item: ApproveMinutesTests.minutes),
            PutOnAgenda(meeting: june, item: M.item),
            PutOnAgenda(
                meeting: june,
                item: AgendaItem(
                    id: M.s("reports"), title: "Reports", purpose: .note, subject: .decisions([M.s("urgent-1")]))),
        ])
        #expect(ForwardPlan(next).owed().isEmpty)
        #expect(ForwardPlan(next).table(on: M.day).rows.count == 3)
        #expect(ForwardPlan(deferred).owedTable().rows.count == 3)
    }

    @Test func `what was decided by consensus is reported with the minutes, by name`() throws {
        let agreed = try M.held(before: MoveMotion.self).doing([DecideByConsensusTests.agree, M.closeItem, M.close])
        let owed = ForwardPlan(agreed).owed()
        #expect(owed.map(\.kind) == [.minutesToApprove])
        #expect(owed.first?.sentence.hasSuffix("Decided by consensus, to be reported: “c1”.") == true)
        let voted = try M.held(before: CloseMeeting.self).doing([M.close])
        #expect(ForwardPlan(voted).owed().first?.sentence.contains("consensus") == false)
    }

    @Test func `the items of a meeting that was cancelled are owed`() throws {
        let book = try M.book().doing([M.plan, M.put, CancelMeeting(meeting: M.may, reason: "snow")])
        #expect(ForwardPlan(book).owed().map(\.kind) == [.itemOfCancelledMeeting])
        #expect(ForwardPlan(book).table(on: M.day).rows.isEmpty)
    }
}
