import Governance
import Testing
import Vocabulary

private typealias M = MeetingSample

struct WithdrawItemTests {
    @Test func `an item withdrawn stays in the record and cannot be taken`() throws {
        let withdraw = WithdrawItem(meeting: M.may, item: M.item.id, reason: "the offer lapsed")
        let book = try M.book().doing([M.plan, M.put, withdraw, M.open])
        #expect(book.may.proceedings[0].state == .withdrawn)
        #expect(book.refusal(of: M.take) == "item-withdrawn")
    }

    @Test func `an item that was taken is not withdrawn`() throws {
        let withdraw = WithdrawItem(meeting: M.may, item: M.item.id, reason: "too late")
        #expect(try M.held(before: MoveMotion.self).refusal(of: withdraw) == "item-taken")
    }
}
