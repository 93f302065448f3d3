import Governance
import Testing
import Vocabulary

private typealias M = MeetingSample

struct ReferItemTests {
    @Test func `an item is referred to a body that is named`() throws {
        let book = try M.held(before: MoveMotion.self)
        let refer = ReferItem(meeting: M.may, item: M.item.id, to: "the board", reason: "above its means", at: M.at(9))
        let outcome = try #require(try book.doing(refer).may.proceedings[0].outcomes.first)
        #expect(outcome.kind == .referred)
        #expect(outcome.note == "to the board: above its means")
        var nobody = refer
        nobody.to = ""
        #expect(book.refusal(of: nobody) == "text-missing")
    }
}
