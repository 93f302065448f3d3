import Governance
import Testing
import Vocabulary

struct SettleBreachTests {
    private let recorded = RecordBreach(
        person: Register.gp,
        breach: Breach(
            id: Register.slug("b1"), foundOn: Register.day("2025-11-03"), account: Register.text(600),
            dealtWithBy: Register.lead))

    /// A book that also has the meeting `m1` with the item `i1`.
    private func book() throws -> GovernanceBook {
        var book = try Register.book(recorded)
        var meeting = Meeting(
            id: Register.slug("m1"), committees: [], startsAt: Register.now, place: "Town hall", isPublic: true)
        meeting.agenda = [
            AgendaItem(
                id: Register.slug("i1"), title: "Dental contracts", purpose: .decide, subject: .other, touches: [])
        ]
        book.meetings[meeting.id] = meeting
        return book
    }

    private func settle(
        _ effect: Breach.Effect, item: Bool = true, on day: String = "2025-12-01",
        text: String = "A member voted on a matter in which they held shares."
    ) -> SettleBreach {
        SettleBreach(
            person: Register.gp, breach: Register.slug("b1"), on: Register.day(day), effect: effect,
            meeting: item ? Register.slug("m1") : nil, item: item ? Register.slug("i1") : nil,
            lesson: "Ask at each item",
            publishedText: text)
    }

    @Test func `a decision that is to be taken again is settled once more when it has been, and then no more`() throws {
        let first = try Register.after([settle(.toBeRetaken)], from: book())
        #expect(Register.code(settle(.toBeRetaken), on: first) == "breach-settled")
        let second = try Register.after([settle(.retaken, on: "2026-01-15")], from: first)
        #expect(second.people[Register.gp]?.breaches.first?.effect == .retaken)
        #expect(second.people[Register.gp]?.breaches.first?.settledOn == Register.day("2026-01-15"))
        #expect(Register.code(settle(.stands, on: "2026-01-16"), on: second) == "breach-settled")
    }

    @Test func `what touched a decision names it, and what touched none does not`() throws {
        #expect(Register.code(settle(.stands, item: false), on: try book()) == "decision-missing")
        #expect(Register.code(settle(.noneTouched), on: try book()) == "decision-touched")
        #expect(Register.code(settle(.noneTouched, item: false), on: try book()) == nil)
        #expect(Register.code(settle(.stands), on: try Register.book(recorded)) == "no-such-meeting")
    }

    @Test func `blank texts, texts that name the person, wrong days and strangers are refused`() throws {
        #expect(Register.code(settle(.stands, text: " "), on: try book()) == "text-missing")
        #expect(Register.code(settle(.stands, on: "2025-11-02"), on: try book()) == "before-found")
        #expect(Register.code(settle(.stands, on: "2026-03-10"), on: try book()) == "day-in-future")
        #expect(Register.code(settle(.stands), on: try Register.book()) == "no-such-breach")
        #expect(Register.code(settle(.stands, text: "The member p-gp voted."), on: try book()) == "names-person")
    }
}
