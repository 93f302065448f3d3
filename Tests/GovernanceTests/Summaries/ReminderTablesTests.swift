import Governance
import Rulebook
import Tabular
import Testing
import Vocabulary

struct ReminderTablesTests {
    private func tables(_ acts: any GovernanceAct...) throws -> RegisterTables {
        RegisterTables(try Register.after(Register.people + acts), rulebook: .shipped) { _ in "words" }
    }

    @Test func `whoever is overdue stands first, with the days`() throws {
        let review = ReviewRegister(person: Register.gp, reviewedOn: Register.day("2026-01-05"))
        let table = try tables(review).reminders(on: Register.now.day)
        #expect(table.rows.count == 4)
        #expect(table.rows.first?[5] == .text("overdue") && table.rows.first?[6] == .count(679))
        #expect(table.rows.last?[0] == .text("p-gp") && table.rows.last?[5] == .text("reviewed"))
    }

    @Test func `late declarations are listed with their days, and those that cannot be told as such`() throws {
        let table = try tables(
            Register.declare { $0.becameAware = Register.day("2024-12-01") },
            Register.declare("b") { $0.becameAware = nil }, Register.declare("c")
        ).lateDeclarations(on: Register.now.day)
        #expect(table.rows.map(\.last) == [.count(123), .absent("cannot be told")])
    }

    @Test func `texts that may go are listed with the day they were kept until`() throws {
        let tables = try tables(Register.declare { $0.ended = Register.day("2025-09-30") })
        #expect(try tables.endedRetention(on: Register.day("2031-09-30")).rows.isEmpty)
        let table = try tables.endedRetention(on: Register.day("2031-10-01"))
        #expect(table.rows.first?[3] == .day(Register.day("2031-09-30")))
    }

    @Test func `a history tells what happened in order of days`() throws {
        let table = try tables(
            Register.declare(),
            ApproveDeclaration(
                person: Register.gp, declaration: Register.slug("shares"), approver: Register.lead,
                on: Register.day("2025-05-06")),
            EndDeclaration(
                person: Register.gp, declaration: Register.slug("shares"), ended: Register.day("2025-09-30")),
            DeclareGift(person: Register.gp, gift: Register.gift())
        ).history(of: Register.gp)
        let whats = table.rows.suffix(4).map { $0[1] }
        #expect(
            whats == [
                .text("Declared “shares”"), .text("“shares” was approved by p-lead"), .text("“shares” ended"),
                .text("Declared “wine”: Gift, £20.00"),
            ])
        // What somebody declared in words is left out with the names.
        #expect(table.rows.suffix(4).map { $0[2] }.first == .text("words"))
        #expect(table.withoutPersonalColumns().columns.map(\.key) == ["day", "what"])
        let tables = try tables()
        #expect(throws: Refusal.self) { try tables.history(of: Register.slug("nobody")) }
    }
}
