import Governance
import Rulebook
import TestSupport
import Testing
import Vocabulary

struct FindEndedRetentionTests {
    private let find = FindEndedRetention(rulebook: .shipped)

    @Test(arguments: [("2025-08-31", "2031-08-31"), ("2024-02-29", "2030-02-28")])
    func `texts are kept until the corresponding day six years after expiry`(ended: String, last: String) throws {
        let book = try Register.after([
            EnterPerson(person: Register.gp, name: Register.text(1), knownFrom: Register.day("2020-01-01")),
            Register.declare {
                $0.arose = Register.day("2020-01-01")
                $0.becameAware = Register.day("2020-01-01")
                $0.declaredOn = Register.day("2020-01-01")
                $0.ended = Register.day(ended)
            },
        ])
        #expect(try find(in: book, on: Register.day(last)).isEmpty)
        let ended = try find(in: book, on: Register.day(last).adding(days: 1))
        #expect(ended.map(\.what) == [.declaration(Register.slug("shares"))])
        #expect(ended.first?.keepUntil == Register.day(last))
    }

    @Test func `a gift counts from its offer and a breach from its settling, never while it is open`() throws {
        let book = try Register.book(
            DeclareGift(person: Register.gp, gift: Register.gift()),
            RecordBreach(
                person: Register.gp,
                breach: Breach(
                    id: Register.slug("b1"), foundOn: Register.day("2025-11-03"), account: Register.text(600),
                    dealtWithBy: Register.lead)))
        #expect(try find(in: book, on: Register.day("2032-01-12")).isEmpty)
        #expect(try find(in: book, on: Register.day("2045-01-13")).map(\.what) == [.gift(Register.slug("wine"))])
    }

    @Test func `a day before retention was ruled is refused`() throws {
        let book = try Register.book()
        let refused = #expect(throws: Refusal.self) { try find(in: book, on: Register.day("2015-01-01")) }
        #expect(refused?.code == "no-rule")
    }
}
