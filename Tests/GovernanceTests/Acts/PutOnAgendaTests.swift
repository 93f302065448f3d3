import Governance
import Testing
import Vocabulary

private typealias M = MeetingSample

struct PutOnAgendaTests {
    @Test func `an item stands on the agenda, waiting`() throws {
        let book = try M.book().doing([M.plan, M.put])
        #expect(book.may.agenda == [M.item])
        #expect(book.may.proceedings.map(\.state) == [.waiting])
    }

    @Test func `an item for decision names its matter`() throws {
        var put = M.put
        put.item.matter = nil
        #expect(try M.book().doing(M.plan).refusal(of: put) == "no-matter")
    }

    @Test func `an item that comes after the papers needs a reason`() throws {
        let book = try M.book().doing([
            M.plan, M.put, SendPapers(meeting: M.may, on: Day("2026-05-01")!),
        ])
        var put = PutOnAgenda(meeting: M.may, item: AgendaItem(id: M.s("late"), title: "Late", purpose: .note))
        #expect(book.refusal(of: put) == "no-reason")
        put.reasonForLate = "the letter came on Monday"
        #expect(book.refusal(of: put) == nil)
    }

    @Test func `minutes of a meeting that is not there, and an item that stands already, are refused`() throws {
        let book = try M.book().doing([M.plan, M.put])
        let minutes = AgendaItem(
            id: M.s("minutes"), title: "Minutes", purpose: .approveMinutes, subject: .minutes(of: M.s("april")))
        #expect(book.refusal(of: PutOnAgenda(meeting: M.may, item: minutes)) == "no-such-meeting")
        #expect(book.refusal(of: M.put) == "item-exists")
    }

    @Test func `a document that the law asks for is there, or the reason why the public was not involved`() throws {
        let book = try M.book().doing(M.plan)
        var put = M.put
        put.item.gates = [.init(kind: .equalityImpact, title: "EIA", dated: Day("2026-04-01")!)]
        #expect(book.refusal(of: put) == "gate-without-document")
        put.item.gates = [
            .init(kind: .publicInvolvement, title: "None", dated: Day("2026-04-01")!, reasonForNone: "no change seen")
        ]
        #expect(book.refusal(of: put) == nil)
    }
}
