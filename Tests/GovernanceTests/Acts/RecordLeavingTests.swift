import Governance
import Testing
import Vocabulary

struct RecordLeavingTests {
    private func leave(_ day: String) -> RecordLeaving {
        RecordLeaving(person: Register.gp, left: Register.day(day))
    }

    @Test func `leaving ends the body's own posts and decision-making, and expires interests`() throws {
        let book = try Register.book(Register.declare(), leave("2025-12-31"))
        let gp = try #require(book.people[Register.gp])
        #expect(gp.position(on: Register.day("2026-01-01")) == "GP partner, Harbour Street")
        #expect(gp.decisionMaking(on: Register.day("2025-12-31")) != nil)
        #expect(gp.decisionMaking(on: Register.day("2026-01-01")) == nil)
        #expect(gp.expiry(of: gp.declarations[0]) == Register.day("2025-12-31"))
        #expect(gp.interests(on: Register.day("2025-12-31")).count == 1)
        #expect(gp.interests(on: Register.day("2026-01-01")).isEmpty)
    }

    @Test func `leaving twice, to come, before coming or before declaring is refused`() throws {
        let book = try Register.book(Register.declare())
        #expect(Register.code(leave("2025-04-30"), on: book) == "declared-after-leaving")
        #expect(Register.code(leave("2024-03-31"), on: book) == "before-person")
        #expect(Register.code(leave("2026-03-10"), on: book) == "day-in-future")
        let left = try Register.after([leave("2025-12-31")], from: book)
        #expect(Register.code(leave("2025-12-30"), on: left) == "person-left")
    }
}
