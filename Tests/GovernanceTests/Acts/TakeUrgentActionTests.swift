import Governance
import Testing
import Vocabulary

private typealias M = MeetingSample

struct TakeUrgentActionTests {
    static let decision = OutsideDecision(
        id: M.s("urgent-1"), committee: M.pccc, title: "Emergency cover", text: "To buy cover for June",
        reasons: "The practice closed overnight", considered: ["cover", "none"], evidence: [M.digest("c")],
        matter: M.s("primary-dental-services"), amount: Money(pence: 1_000_000),
        touches: [.init(organisation: OrganisationCode("Y09999")!, how: "would give the cover")])

    static func urgent(_ people: String...) -> TakeUrgentAction {
        TakeUrgentAction(
            decision: decision, takenBy: people.map(M.s), urgency: "patients are waiting", at: M.at(0))
    }

    @Test func `the chair and a member act, and it stands among the decisions`() throws {
        let book = try M.book().doing(Self.urgent("chair", "nurse"))
        let resolution = try #require(book.decisions[M.s("urgent-1")])
        #expect(resolution.manner == .urgentAction)
        #expect(resolution.reasons.contains("patients are waiting"))
        #expect(book.refusal(of: Self.urgent("chair", "nurse")) == "decision-exists")
    }

    @Test func `no urgent action is taken without terms for it, an officer, a second person or independence`() throws {
        var book = M.book()
        #expect(M.book(terms: M.terms(urgent: false)).refusal(of: Self.urgent("chair", "gp")) == "urgent-not-allowed")
        #expect(book.refusal(of: Self.urgent("nurse", "cfo")) == "not-chair")
        #expect(book.refusal(of: Self.urgent("chair")) == "too-few-approvers")
        #expect(book.refusal(of: Self.urgent("chair", "watch")) == "not-member")
        book.people[M.s("gp")]?.declarations = [M.interest(in: OrganisationCode("Y09999")!)]
        #expect(book.refusal(of: Self.urgent("chair", "gp")) == "decider-conflicted")
        let tie = PersonFile.Tie(name: M.s("practice-1"), from: Day("2020-01-01")!)
        for id in ["chair", "nurse"] { book.people[M.s(id)]?.ties = [tie] }
        #expect(book.refusal(of: Self.urgent("chair", "nurse")) == "approvers-tied")
        var large = Self.urgent("chair", "cfo")
        large.decision.amount = Money(pence: 60_000_000)
        #expect(book.refusal(of: large) == "above-mandate")
    }
}
