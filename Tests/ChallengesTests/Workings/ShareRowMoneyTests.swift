import Testing
import Vocabulary

@testable import Challenges

struct ShareRowMoneyTests {
    private func pounds(_ amount: Int) -> Money { Money(pence: amount * 100) }

    @Test func `while all is open each challenge claims what it counts`() throws {
        let bundle = try Sample.raisedBundle()
        let parts = ShareRowMoney.parts(of: bundle.challenges)
        #expect(parts.map(\.open) == bundle.challenges.map(\.raised.counted))
        #expect(parts.allSatisfy { $0.agreed == .zero && $0.givenUp == .zero })
    }

    @Test func `a withdrawn rule's money passes to the row's next, up to its own, and the rest is given up`() throws {
        let withdrawn = try Sample.done(
            Sample.concluding([.init(number: 1, outcome: .withdrawn, reason: "Theirs.")]), Sample.answeredBundle())
        let parts = ShareRowMoney.parts(of: withdrawn.challenges)
        #expect(parts[0] == .init(givenUp: pounds(95)))
        #expect(parts[3] == .init(open: pounds(5)))
    }

    @Test func `what a challenge claimed when it was sent stays, and money of what was withdrawn before has passed on`()
        throws
    {
        let before = try Sample.done(
            Sample.concluding([.init(number: 1, outcome: .withdrawn, reason: "Ours.")], on: "2025-11-03"),
            Sample.raisedBundle())
        let claims = ShareRowMoney.claimsAsSent(of: try Sample.done(Sample.sending(), before))
        #expect(claims[1] == nil && claims[4] == pounds(5) && claims.values.total() == pounds(113))
        let (sent, later) = (try Sample.sentBundle(), try Sample.concludedBundle())
        #expect(ShareRowMoney.claimsAsSent(of: sent) == ShareRowMoney.claimsAsSent(of: later))
        #expect(ShareRowMoney.claimsAsSent(of: sent).values.total() == pounds(208))
    }

    @Test func `a part leaves what was not agreed given up`() throws {
        let parts = ShareRowMoney.parts(of: try Sample.concludedBundle().challenges)
        #expect(parts[2] == .init(agreed: pounds(30), givenUp: pounds(30)))
        #expect(parts.map(\.claimed).total() == pounds(208))
    }
}
