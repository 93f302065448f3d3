import Governance
import Testing
import Vocabulary

private typealias M = MeetingSample

struct ApproveMinutesTests {
    static let june = M.s("pccc-2026-06")
    static let minutes = AgendaItem(
        id: M.s("minutes"), title: "Minutes of May", purpose: .approveMinutes, subject: .minutes(of: M.may))
    static func at(_ minutes: Int) -> Moment { Moment(text: "2026-06-09T09:\(minutes)0:00Z")! }
    static let begin: [any GovernanceAct] = [
        PlanMeeting(meeting: june, committees: [M.pccc], startsAt: at(0), place: "Town hall"),
        PutOnAgenda(meeting: june, item: minutes),
        OpenMeeting(
            meeting: june, present: ["chair", "vice", "nurse", "cfo"].map(M.s),
            chairs: [.init(committee: M.pccc, person: M.s("chair"))], at: at(0)),
        TakeItem(meeting: june, item: minutes.id, at: at(1)),
    ]
    static func approve(_ people: String...) -> ApproveMinutes {
        ApproveMinutes(meeting: june, item: minutes.id, approvers: people.map(M.s), at: at(2))
    }

    @Test func `minutes are approved at the next meeting, once`() throws {
        let book = try M.held().doing(Self.begin).doing(Self.approve("vice", "cfo"))
        #expect(book.may.approval?.meeting == Self.june)
        #expect(book.may.approval?.by == ["vice", "cfo"].map(M.s))
        #expect(book.meetings[Self.june]?.proceedings[0].outcomes.map(\.kind) == [.minutesApproved])
        #expect(book.refusal(of: Self.approve("vice", "cfo")) == "minutes-approved")
        let after = CorrectMinutes(meeting: M.may, text: "More", askedBy: M.s("vice"))
        #expect(book.refusal(of: after) == "minutes-approved")
    }

    @Test func `minutes of a meeting that is not closed are not approved`() throws {
        let book = try M.held(before: CloseMeeting.self).doing(Self.begin)
        #expect(book.refusal(of: Self.approve("vice", "cfo")) == "minutes-not-closed")
    }

    @Test func `one person, two of one household, or nobody who was there do not approve`() throws {
        var book = try M.held().doing(Self.begin)
        #expect(book.refusal(of: Self.approve("vice")) == "too-few-approvers")
        #expect(book.refusal(of: Self.approve("vice", "vice")) == "approver-twice")
        #expect(book.refusal(of: Self.approve("vice", "gp")) == "not-present")
        let tie = PersonFile.Tie(name: M.s("household-3"), from: Day("2020-01-01")!)
        for id in ["vice", "nurse"] { book.people[M.s(id)]?.ties = [tie] }
        #expect(book.refusal(of: Self.approve("vice", "nurse")) == "approvers-tied")
        for place in book.meetings[M.may]!.presences.indices {
            book.meetings[M.may]?.presences[place].person = M.s("far")
        }
        #expect(book.refusal(of: Self.approve("vice", "cfo")) == "not-there")
    }
}
