import Governance
import Testing
import Vocabulary

private typealias M = MeetingSample

struct AmendItemTests {
    private static let out = SendPapers(meeting: M.may, on: Day("2026-05-01")!)

    private static func amended(_ change: (inout AgendaItem) -> Void, reason: String? = nil) -> AmendItem {
        var item = M.item
        change(&item)
        return AmendItem(meeting: M.may, item: item, reason: reason)
    }

    @Test func `an item that waits is changed in its place, and what became of it stays`() throws {
        let other = PutOnAgenda(meeting: M.may, item: AgendaItem(id: M.s("news"), title: "News", purpose: .note))
        let amend = Self.amended {
            $0.title = "Dental access"
            $0.reporter = M.s("nurse")
            $0.minutes = 20
            $0.papers.append(.init(title: "A second paper", document: M.digest("d")))
        }
        let book = try M.book().doing([M.plan, M.put, other, M.handle, amend])
        #expect(book.may.agenda.map(\.title) == ["Dental access", "News"])
        #expect(book.may.agenda[0].papers.count == 2 && book.may.agenda[0].reporter == M.s("nurse"))
        #expect(book.may.handlings.count == 1 && book.may.proceedings.map(\.state) == [.waiting, .waiting])
    }

    @Test func `an item that was taken, withdrawn or never there is not changed`() throws {
        let amend = Self.amended { $0.title = "Late" }
        #expect(try M.held(before: MoveMotion.self).refusal(of: amend) == "item-taken")
        let withdraw = WithdrawItem(meeting: M.may, item: M.item.id, reason: "the offer lapsed")
        #expect(try M.book().doing([M.plan, M.put, withdraw]).refusal(of: amend) == "item-withdrawn")
        #expect(try M.book().doing(M.plan).refusal(of: amend) == "no-such-item")
    }

    @Test func `once the papers are out a change has a reason`() throws {
        let book = try M.book().doing([M.plan, M.put, Self.out])
        #expect(book.refusal(of: Self.amended { $0.title = "New" }) == "no-reason")
        #expect(book.refusal(of: Self.amended({ $0.title = "New" }, reason: "the figures came late")) == nil)
    }

    @Test func `an item is not changed into one that could not be put on the agenda`() throws {
        let book = try M.book().doing([M.plan, M.put])
        #expect(book.refusal(of: Self.amended { $0.matter = nil }) == "no-matter")
        #expect(book.refusal(of: Self.amended { $0.amount = Money(pence: -1) }) == "amount-negative")
        #expect(book.refusal(of: Self.amended { $0.minutes = 0 }) == "minutes-unlikely")
        #expect(book.refusal(of: Self.amended { $0.reporter = M.s("nobody") }) == "no-such-person")
    }

    @Test func `who has seen a document is told of the same document, and of another nobody`() throws {
        let gate = AgendaItem.Gate(
            kind: .equalityImpact, title: "EIA", document: M.digest("b"), dated: Day("2026-04-01")!)
        let seen = MarkGateSeen(meeting: M.may, item: M.item.id, kind: .equalityImpact, people: [M.s("nurse")])
        let book = try M.book().doing([M.plan, M.put, Self.amended { $0.gates = [gate] }, seen])
        let renamed = Self.amended { item in
            var other = gate
            other.title = "Equality impact"
            item.gates = [other]
        }
        #expect(try book.doing([renamed]).may.agenda[0].gates.map(\.seenBy) == [[M.s("nurse")]])
        let replaced = Self.amended { item in
            var other = gate
            other.document = M.digest("c")
            other.seenBy = [M.s("chair")]
            item.gates = [other]
        }
        #expect(try book.doing([replaced]).may.agenda[0].gates.map(\.seenBy) == [[]])
    }

    @Test func `a part about which the chair has decided stays a part of the item`() throws {
        var handle = M.handle
        handle.parts = [M.s("option-7")]
        let book = try M.book().doing([M.plan, M.put, handle])
        #expect(book.refusal(of: Self.amended { $0.touches = [] }) == "part-in-use")
    }
}
