import Testing
import Vocabulary

@testable import Challenges

struct RaisedChallengeTests {
    @Test func `a fault without cash still says what it comes to`() throws {
        let source = try #require(EvidenceID(String(repeating: "0a", count: 32)))
        let raised = RaisedChallenge(
            rule: "CC05", source: source, row: 2, relatedRow: nil, provider: "RWX",
            year: FinancialYear(startingIn: 2025),
            month: 1, amount: Money(pence: 100), atRisk: .zero, counted: .zero, isDataOnly: true)
        #expect(raised.amount.pence == 100 && raised.atRisk == .zero)
    }
}
