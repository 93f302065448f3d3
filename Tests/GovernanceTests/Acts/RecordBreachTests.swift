import Governance
import Testing
import Vocabulary

struct RecordBreachTests {
    private func code(_ change: (inout Breach) -> Void) throws -> String? {
        var breach = Breach(
            id: Register.slug("b1"), foundOn: Register.day("2025-11-03"), account: Register.text(600),
            dealtWithBy: Register.lead)
        change(&breach)
        return Register.code(RecordBreach(person: Register.gp, breach: breach), on: try Register.book())
    }

    @Test func `a breach is kept open until it is settled`() throws {
        #expect(try code { _ in } == nil)
    }

    @Test func `nobody looks into their own, or that of their household`() throws {
        #expect(try code { $0.dealtWithBy = Register.gp } == "own-approval")
        #expect(try code { $0.dealtWithBy = Register.spouse } == "approver-tied")
    }

    @Test func `wrong days, unknown meetings and how it was settled are refused`() throws {
        #expect(try code { $0.foundOn = Register.day("2026-03-10") } == "day-in-future")
        #expect(try code { $0.foundOn = Register.day("2024-03-31") } == "before-person")
        #expect(try code { $0.meeting = Register.slug("m1") } == "no-such-meeting")
        #expect(try code { $0.item = Register.slug("i1") } == "meeting-missing")
        #expect(try code { $0.effect = .stands } == "breach-has-history")
        #expect(try code { $0.publishedText = "x" } == "breach-has-history")
    }

    @Test func `a short name is one breach's`() throws {
        let breach = Breach(
            id: Register.slug("b1"), foundOn: Register.day("2025-11-03"), account: Register.text(600),
            dealtWithBy: Register.lead)
        let act = RecordBreach(person: Register.gp, breach: breach)
        #expect(Register.code(act, on: try Register.book(act)) == "breach-exists")
    }
}
