import Governance
import Testing
import Vocabulary

private typealias M = MeetingSample

struct AddActionTests {
    static let add = AddAction(
        meeting: M.may,
        action: MeetingAction(
            id: M.s("a1"), item: M.item.id, text: "Write to the practices", owner: M.s("cfo"), due: Day("2026-06-01")!))

    @Test func `an action has an owner and a day that comes after the meeting`() throws {
        let book = try M.held().doing(Self.add)
        #expect(book.may.actions.map(\.owner) == [M.s("cfo")])
        #expect(book.refusal(of: Self.add) == "action-exists")
        var early = Self.add
        early.action.id = M.s("a2")
        early.action.due = Day("2026-05-11")!
        #expect(book.refusal(of: early) == "due-before-meeting")
        early.action.owner = M.s("nobody")
        #expect(book.refusal(of: early) == "no-such-person")
    }
}
