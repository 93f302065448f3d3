import Governance
import Testing
import Vocabulary

private typealias M = MeetingSample

struct CompleteActionTests {
    @Test func `an action is done once, on a day that has come`() throws {
        let book = try M.held().doing(AddActionTests.add)
        let done = CompleteAction(meeting: M.may, action: M.s("a1"), doneOn: Day("2026-05-20")!, note: "sent")
        #expect(try book.doing(done).may.actions[0].doneOn == Day("2026-05-20")!)
        #expect(try book.doing(done).refusal(of: done) == "action-done")
        var other = done
        other.doneOn = Day("2027-01-01")!
        #expect(book.refusal(of: other) == "day-in-future")
        other.action = M.s("a9")
        #expect(book.refusal(of: other) == "no-such-action")
    }
}
