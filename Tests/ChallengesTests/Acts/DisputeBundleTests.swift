import Testing
import Vocabulary

@testable import Challenges

struct DisputeBundleTests {
    private func step(_ kind: DisputeStep.Kind, on text: String = "2025-11-24", _ words: String = "Row 2.")
        -> DisputeBundle
    {
        DisputeBundle(bundle: Sample.bundle, step: kind, on: Sample.day(text), words: words)
    }

    private func code(_ act: DisputeBundle, _ bundle: ChallengeBundle) -> String? {
        refused { _ = try Sample.done(act, bundle) }
    }

    @Test func `a dispute goes from negotiation to mediation to an expert, each with its last day`() throws {
        let concluded = try Sample.concludedBundle()
        let first = try Sample.done(step(.negotiation), concluded)
        #expect(first.state == .disputed)
        #expect(first.openDispute?.steps.first?.deadline == Sample.day("2025-12-15"), "15 working days")
        #expect(code(step(.expert), first) == "step-out-of-order")
        let second = try Sample.done(step(.mediation, on: "2025-11-28"), first)
        let third = try Sample.done(step(.expert, on: "2025-12-01"), second)
        #expect(third.openDispute?.steps.map(\.kind) == [.negotiation, .mediation, .expert])
        #expect(code(step(.negotiation, on: "2025-12-02"), third) == "step-out-of-order")
        #expect(code(step(.mediation, on: "2025-11-20"), first) == "day-before")
    }

    @Test func `only what is contested can be disputed`() throws {
        let sent = try Sample.sentBundle()
        #expect(code(step(.negotiation), sent) == "nothing-to-dispute")
        #expect(code(step(.negotiation), try Sample.raisedBundle()) == "bundle-state")
        #expect(code(step(.mediation), try Sample.concludedBundle()) == "step-out-of-order")
        #expect(code(step(.negotiation, on: "2025-11-24", ""), try Sample.concludedBundle()) == "text-missing")
        #expect(code(step(.negotiation, on: "2026-02-02"), try Sample.concludedBundle()) == "day-in-future")
        #expect(code(step(.negotiation), try Sample.answeredBundle()) == nil, "one is rejected")
    }
}
