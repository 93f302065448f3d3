import Governance
import Testing
import Vocabulary

struct EnterDecisionMakingTests {
    private func span(_ from: String, until: String? = nil, why: String = "signs contracts") -> EnterDecisionMaking {
        EnterDecisionMaking(
            person: Register.lead,
            span: .init(why: why, from: Register.day(from), until: until.map { Register.day($0) }))
    }

    @Test func `somebody is a decision-maker from the first day to the last, and may be again`() throws {
        let book = try Register.book(
            span("2025-01-01"), span("2025-01-01", until: "2025-03-31"), span("2025-06-01"))
        let lead = try #require(book.people[Register.lead])
        #expect(lead.decisionMaking(on: Register.day("2025-03-31")) != nil)
        #expect(lead.decisionMaking(on: Register.day("2025-04-01")) == nil)
        #expect(lead.decisionMaking(on: Register.day("2025-06-01")) != nil)
    }

    @Test func `spans that overlap, days before the first and blank reasons are refused`() throws {
        let book = try Register.book(span("2025-01-01"))
        #expect(Register.code(span("2025-01-01"), on: book) == "decision-making-exists")
        #expect(Register.code(span("2025-02-01"), on: book) == "decision-making-exists")
        #expect(Register.code(span("2024-03-31"), on: book) == "before-person")
        #expect(Register.code(span("2025-02-01", why: ""), on: book) == "text-missing")
        #expect(Register.code(span("2025-01-01", until: "2024-12-31"), on: book) == "ends-before-start")
    }
}
