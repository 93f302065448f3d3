import Governance
import Testing
import Vocabulary

struct DecideRedactionTests {
    private let asked: [any GovernanceAct] = [
        Register.declare(),
        AskForRedaction(
            person: Register.gp, declaration: Register.slug("shares"), reason: Register.text(500),
            askedOn: Register.day("2025-05-02")),
    ]

    private func decide(by judge: Slug, on day: String = "2025-05-20") -> DecideRedaction {
        DecideRedaction(
            person: Register.gp, declaration: Register.slug("shares"), decidedBy: judge, on: Register.day(day),
            isGranted: true)
    }

    @Test func `the decision says who made it and when`() throws {
        let book = try Register.after(Register.people + asked + [decide(by: Register.lead)])
        let redaction = try #require(book.people[Register.gp]?.declarations[0].redaction)
        #expect(redaction.decidedBy == Register.lead && redaction.decidedOn == Register.day("2025-05-20"))
        #expect(redaction.isGranted == true)
    }

    @Test func `nobody decides for themselves or their household`() throws {
        let book = try Register.after(Register.people + asked)
        #expect(Register.code(decide(by: Register.gp), on: book) == "own-approval")
        #expect(Register.code(decide(by: Register.spouse), on: book) == "approver-tied")
    }

    @Test func `what was not asked, is decided, or is dated wrongly is refused`() throws {
        #expect(
            Register.code(decide(by: Register.lead), on: try Register.book(Register.declare())) == "no-redaction-asked")
        let book = try Register.after(Register.people + asked)
        #expect(Register.code(decide(by: Register.lead, on: "2025-05-01"), on: book) == "before-asked")
        #expect(Register.code(decide(by: Register.lead, on: "2026-03-10"), on: book) == "day-in-future")
        let decided = try Register.after([decide(by: Register.lead)], from: book)
        #expect(Register.code(decide(by: Register.chair), on: decided) == "no-redaction-asked")
    }
}
