import Governance
import Rulebook
import Testing
import Vocabulary

struct RemindReviewsTests {
    private func reminder(
        of person: Slug = Register.gp, _ acts: [any GovernanceAct], on day: String, cycle: ReviewCycle = .yearly
    ) throws -> ReviewReminder? {
        let book = try Register.after(Register.people + acts)
        return try RemindReviews(rulebook: .shipped, cycle: cycle)(in: book, on: Register.day(day))
            .first { $0.person == person }
    }

    private let reviewed = ReviewRegister(person: Register.gp, reviewedOn: Register.day("2025-03-31"))

    @Test func `a review is good for a year, and is due four weeks before`() throws {
        #expect(try reminder([reviewed], on: "2026-03-02")?.state == .reviewed)
        #expect(try reminder([reviewed], on: "2026-03-03")?.state == .due)
        #expect(try reminder([reviewed], on: "2026-03-31")?.state == .due)
        #expect(try reminder([reviewed], on: "2026-04-01")?.state == .overdue)
    }

    @Test func `where decision-makers confirm twice a year, only they do`() throws {
        let twice = try reminder([reviewed], on: "2025-06-01", cycle: .decisionMakersTwiceYearly)
        #expect(twice?.due == Register.day("2025-09-30"))
        let lead = ReviewRegister(person: Register.lead, reviewedOn: Register.day("2025-03-31"))
        let yearly = try reminder(of: Register.lead, [lead], on: "2025-06-01", cycle: .decisionMakersTwiceYearly)
        #expect(yearly?.due == Register.day("2026-03-31") && yearly?.isDecisionMaker == false)
    }

    @Test func `a newcomer is to speak within the days for declaring, and a first declaration is that`() throws {
        #expect(try reminder([], on: "2024-04-29")?.state == .due)
        #expect(try reminder([], on: "2024-04-30")?.state == .overdue)
        #expect(try reminder([Register.declare()], on: "2025-05-01")?.lastSpoke == Register.day("2025-05-01"))
        let nothing = DeclareNil(person: Register.gp, declaredOn: Register.day("2024-04-10"))
        #expect(try reminder([nothing], on: "2024-05-01")?.due == Register.day("2025-04-10"))
    }

    @Test func `a later single declaration is no review of the rest`() throws {
        let acts: [any GovernanceAct] = [
            reviewed, Register.declare(), Register.declare("b") { $0.declaredOn = Register.day("2025-05-02") },
        ]
        #expect(try reminder(acts, on: "2025-06-01")?.lastSpoke == Register.day("2025-05-01"))
    }

    @Test func `nobody who has left, or is yet to come, is reminded`() throws {
        let left = RecordLeaving(person: Register.gp, left: Register.day("2025-12-31"))
        #expect(try reminder([left], on: "2026-01-01") == nil)
        #expect(try reminder([], on: "2024-03-31") == nil)
    }
}
