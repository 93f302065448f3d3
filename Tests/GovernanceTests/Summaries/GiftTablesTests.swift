import Governance
import Rulebook
import Tabular
import Testing
import Vocabulary

struct GiftTablesTests {
    private func tables(_ acts: any GovernanceAct...) throws -> RegisterTables {
        RegisterTables(try Register.after(Register.people + acts), rulebook: .shipped) { personal in
            personal == Register.text(1) ? "Dr A" : personal == Register.text(200) ? "Mrs Jones" : "words"
        }
    }

    private func breach(_ id: String, settled: Bool) -> [any GovernanceAct] {
        let record = RecordBreach(
            person: Register.gp,
            breach: Breach(
                id: Register.slug(id), foundOn: Register.day("2025-11-03"), account: Register.text(600),
                dealtWithBy: Register.lead))
        let settle = SettleBreach(
            person: Register.gp, breach: Register.slug(id), on: Register.day("2025-12-01"), effect: .noneTouched,
            sanction: "A warning", publishedText: "An interest was declared after a meeting.")
        return settled ? [record, settle] : [record]
    }

    @Test func `a gift is published for six months after its offer, of decision-makers only`() throws {
        let tables = try tables(
            DeclareGift(person: Register.gp, gift: Register.gift(on: "2025-08-31")),
            DeclareGift(person: Register.lead, gift: Register.gift(on: "2025-08-31")))
        #expect(try tables.publishedGifts(on: Register.day("2026-02-28")).rows.count == 1)
        #expect(try tables.publishedGifts(on: Register.day("2026-03-01")).rows.isEmpty)
    }

    @Test func `a private person who gave something is never named in public`() throws {
        let tables = try tables(
            DeclareGift(person: Register.gp, gift: Register.gift { $0.isSourcePrivate = true }))
        let day = Register.now.day
        #expect(try !tables.publishedGifts(on: day).csv.contains("Jones"))
        #expect(try tables.publishedGifts(on: day).csv.contains("a private person"))
        #expect(tables.gifts(on: day).csv.contains("Jones"))
    }

    @Test func `the private register says what the rules say and whether they were kept`() throws {
        let table = try tables(
            DeclareGift(person: Register.gp, gift: Register.gift("a", .cash)),
            DeclareGift(person: Register.gp, gift: Register.gift("b", pounds: 50)),
            DeclareGift(person: Register.gp, gift: Register.gift("c", .cash) { $0.isAccepted = false })
        ).gifts(on: Register.now.day)
        #expect(table.rows.map { $0[12] } == [.flag(false), .absent("to be asked"), .flag(true)])
    }

    @Test func `settled breaches are published without a name or a sanction, and open ones are counted`() throws {
        let book = try Register.after(Register.people + breach("b1", settled: true) + breach("b2", settled: false))
        let tables = RegisterTables(book, rulebook: .shipped) { _ in "Dr A" }
        let published = tables.publishedBreaches(on: Register.now.day)
        #expect(published.rows.count == 1 && published.notes.first == "1 more breach is being looked into.")
        #expect(
            !published.csv.contains("Dr A") && !published.csv.contains("p-gp") && !published.csv.contains("warning"))
        #expect(tables.breaches(on: Register.now.day).rows.count == 2)
        #expect(tables.publishedBreaches(on: Register.day("2025-11-30")).rows.isEmpty)
    }
}
