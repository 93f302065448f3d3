import Governance
import Rulebook
import Tabular
import TestSupport
import Testing
import Vocabulary

struct RegisterTablesTests {
    private func tables(_ acts: [any GovernanceAct]) throws -> RegisterTables {
        RegisterTables(try Register.after(Register.people + acts), rulebook: .shipped) { personal in
            personal == Register.text(1) ? "Dr A" : personal == Register.declaration().description ? "Shares" : nil
        }
    }

    private func rows(_ table: Table, of name: String) -> [[Cell]] { table.rows.filter { $0[0] == .text(name) } }

    private func ended(_ day: String) -> [any GovernanceAct] {
        [
            Register.declare(),
            EndDeclaration(person: Register.gp, declaration: Register.slug("shares"), ended: Register.day(day)),
        ]
    }

    @Test func `an interest is published until six months after its last day, and not a day longer`() throws {
        let tables = try tables(ended("2025-08-31"))
        #expect(try rows(tables.published(on: Register.day("2026-02-28")), of: "Dr A").first?[2] == .text("Shares"))
        #expect(
            try rows(tables.published(on: Register.day("2026-03-01")), of: "Dr A").first?[2] == .text("No return made"))
    }

    @Test func `only decision-makers are published, for as long after as their interests`() throws {
        let tables = try tables([
            Register.declare(), Register.declare(by: Register.lead),
            EnterDecisionMaking(
                person: Register.gp,
                span: .init(
                    why: "votes on the primary care committee", from: Register.known, until: Register.day("2025-06-30"))
            ),
        ])
        let published = try tables.published(on: Register.day("2025-12-30"))
        #expect(published.rows.count == 2)
        #expect(rows(published, of: "Dr A").count == 1)
        #expect(try rows(tables.published(on: Register.day("2025-12-31")), of: "Dr A").isEmpty)
    }

    @Test func `a withheld entry is never dropped: it says that details are withheld`() throws {
        let ask = AskForRedaction(
            person: Register.gp, declaration: Register.slug("shares"), reason: Register.text(500),
            askedOn: Register.day("2025-05-02"))
        let table = try tables([Register.declare(), ask]).published(on: Register.now.day)
        let row = try #require(rows(table, of: "Dr A").first)
        #expect(row.dropFirst(2).allSatisfy { $0 == .text("details withheld") })
        #expect(!table.csv.contains("Shares") && !table.csv.contains("Financial"))
    }

    @Test func `nothing to declare, nothing said, and names that are gone are said in words`() throws {
        let nothing = DeclareNil(person: Register.gp, declaredOn: Register.day("2024-04-10"))
        let table = try tables([nothing]).published(on: Register.now.day)
        #expect(rows(table, of: "Dr A").first?[2] == .text("Nil declaration of 10 April 2024"))
        #expect(rows(table, of: "name removed").first?[2] == .text("No return made"))
    }

    @Test func `a superseded entry gives way to what took its place`() throws {
        let later = SupersedeDeclaration(
            person: Register.gp, superseded: Register.slug("shares"),
            declaration: Register.declaration("more") { $0.declaredOn = Register.day("2025-07-01") })
        let tables = try tables([Register.declare(), later])
        let published = try tables.published(on: Register.now.day)
        #expect(rows(published, of: "Dr A").map { $0[2] } == [.text("text removed")])
        #expect(
            try rows(tables.published(on: Register.day("2025-06-30")), of: "Dr A").map { $0[2] } == [.text("Shares")])
        let states = tables.register(on: Register.now.day).rows.compactMap(\.last)
        #expect(states == [.text("superseded by more"), .text("stands")])
    }

    @Test func `the private register has everything, and its personal columns can be left out`() throws {
        let table = try tables([Register.declare()]).register(on: Register.now.day)
        #expect(table.rows.count == 1)
        #expect(table.csv.contains("Dr A") && !table.withoutPersonalColumns().csv.contains("Dr A"))
        #expect(!table.withoutPersonalColumns().csv.contains("Shares"))
    }

    @Test func `nothing is published of a day before publication was ruled`() throws {
        let tables = try tables([])
        let refused = #expect(throws: Refusal.self) { try tables.published(on: Register.day("2016-06-27")) }
        #expect(refused?.code == "no-rule")
    }

    @Test(arguments: registerSeeds)
    func `on any day a decision-maker has a row, and no text of anybody else is published`(seed: UInt64) throws {
        var numbers = SeededNumbers(seed: seed)
        var acts: [any GovernanceAct] = []
        for number in 0..<12 {
            let person = [Register.gp, Register.lead, Register.spouse, Register.chair].randomElement(using: &numbers)!
            let arose = Register.known.adding(days: Int.random(in: 0...300, using: &numbers))
            let ended =
                Bool.random(using: &numbers) ? arose.adding(days: Int.random(in: 0...200, using: &numbers)) : nil
            acts.append(
                Register.declare("d\(number)", by: person) {
                    $0.description = Register.text(1_000 + number)
                    $0.arose = arose
                    $0.becameAware = arose
                    $0.ended = ended
                    $0.declaredOn = arose.adding(days: Int.random(in: 0...60, using: &numbers))
                })
        }
        let book = try Register.after(Register.people + acts)
        let tables = RegisterTables(book, rulebook: .shipped) { $0.digest.description }
        for _ in 0..<10 {
            let day = Register.known.adding(days: Int.random(in: 0...700, using: &numbers))
            let table = try tables.published(on: day)
            for person in [Register.gp, Register.chair] {
                let name = try #require(book.people[person]?.name.digest.description)
                #expect(!rows(table, of: name).isEmpty)
                let standing = book.people[person]?.interests(on: day) ?? []
                #expect(rows(table, of: name).count >= standing.count)
            }
            for person in [Register.lead, Register.spouse] {
                for declaration in book.people[person]?.declarations ?? [] {
                    #expect(!table.csv.contains(declaration.description.digest.description))
                }
            }
        }
    }
}
