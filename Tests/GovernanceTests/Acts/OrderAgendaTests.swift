import Governance
import Testing
import Vocabulary

private typealias M = MeetingSample

struct OrderAgendaTests {
    private static func put(_ id: String) -> PutOnAgenda {
        PutOnAgenda(meeting: M.may, item: AgendaItem(id: M.s(id), title: id, purpose: .note))
    }

    private static func order(_ ids: String..., reason: String? = nil) -> OrderAgenda {
        OrderAgenda(meeting: M.may, items: ids.map(M.s), reason: reason)
    }

    @Test func `items that wait change places, each with what became of it`() throws {
        let book = try M.book().doing([
            M.plan, M.put, Self.put("news"), Self.put("plan"), Self.order("plan", "dental", "news"),
        ])
        #expect(book.may.agenda.map(\.id.description) == ["plan", "dental", "news"])
        #expect(book.may.proceedings.map(\.item) == book.may.agenda.map(\.id))
    }

    @Test func `an item that was withdrawn keeps its place, and is given none`() throws {
        let withdraw = WithdrawItem(meeting: M.may, item: M.s("news"), reason: "the offer lapsed")
        let book = try M.book().doing([M.plan, M.put, Self.put("news"), Self.put("plan"), withdraw])
        let after = try book.doing([Self.order("plan", "dental")])
        #expect(after.may.agenda.map(\.id.description) == ["plan", "news", "dental"])
        #expect(book.refusal(of: Self.order("plan", "news", "dental")) == "item-withdrawn")
    }

    @Test func `every item that waits is named once, and no other`() throws {
        let book = try M.book().doing([M.plan, M.put, Self.put("news")])
        #expect(book.refusal(of: Self.order("news")) == "item-left-out")
        #expect(book.refusal(of: Self.order("news", "dental", "news")) == "item-twice")
        #expect(book.refusal(of: Self.order("news", "dental", "other")) == "no-such-item")
    }

    @Test func `once the papers are out another order has a reason`() throws {
        let book = try M.book().doing([
            M.plan, M.put, Self.put("news"), SendPapers(meeting: M.may, on: Day("2026-05-01")!),
        ])
        #expect(book.refusal(of: Self.order("news", "dental")) == "no-reason")
        #expect(book.refusal(of: Self.order("news", "dental", reason: "the GP leaves early")) == nil)
    }
}
