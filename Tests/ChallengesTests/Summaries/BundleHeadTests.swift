import Testing
import Vocabulary

@testable import Challenges

struct BundleHeadTests {
    @Test func `a head stands as its bundle does, in every state`() throws {
        var disputed = try Sample.concludedBundle()
        disputed.disputes = [
            BundleDispute(steps: [
                DisputeStep(
                    kind: .negotiation, on: Sample.day("2025-11-21"), deadline: Sample.day("2025-12-12"), words: "Row 2"
                )
            ])
        ]
        var closed = try Sample.concludedBundle()
        closed.closing = BundleClosing(on: Sample.day("2025-12-01"), reason: "Written off.")
        let bundles = [
            try Sample.raisedBundle(), try Sample.sentBundle(), try Sample.answeredBundle(),
            try Sample.concludedBundle(),
            disputed, closed,
        ]
        #expect(bundles.map { BundleHead($0).state } == bundles.map(\.state))
        #expect(Set(bundles.map(\.state)).count == 5, "raised, sent, concluded, in dispute, closed")
        #expect(BundleHead(disputed).disputeUntil == Sample.day("2025-12-12"))
    }

    @Test func `a head counts what is open, awaited and agreed`() throws {
        let (sent, concluded) = (BundleHead(try Sample.sentBundle()), BundleHead(try Sample.concludedBundle()))
        #expect(sent.open == sent.challenges && sent.awaited == sent.challenges && sent.concludedOn == nil)
        #expect(concluded.open == 0 && concluded.concludedOn == Sample.day("2025-11-20"))
        #expect(concluded.agreed == (try Sample.concludedBundle().agreed))
        #expect(sent.counted == (try Sample.sentBundle().challenges.map(\.raised.counted).total()))
    }
}
