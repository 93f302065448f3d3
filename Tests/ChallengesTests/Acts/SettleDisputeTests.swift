import Testing
import Vocabulary

@testable import Challenges

struct SettleDisputeTests {
    private let negotiation = DisputeBundle(
        bundle: Sample.bundle, step: .negotiation, on: Sample.day("2025-11-24"), words: "Row 2.")

    private func settling(on text: String = "2025-12-01", _ words: String = "£30 for row 4.") -> SettleDispute {
        SettleDispute(bundle: Sample.bundle, on: Sample.day(text), words: words)
    }

    @Test func `a settled dispute gives the bundle back as it stands`() throws {
        let disputed = try Sample.done(negotiation, Sample.concludedBundle())
        let settled = try Sample.done(settling(), disputed)
        #expect(settled.state == .concluded && settled.openDispute == nil)
        #expect(settled.disputes.first?.settlement?.words == "£30 for row 4.")
        let again = try Sample.done(
            DisputeBundle(bundle: Sample.bundle, step: .negotiation, on: Sample.day("2025-12-02"), words: "Row 4."),
            settled)
        #expect(again.disputes.count == 2 && again.state == .disputed)
    }

    @Test func `values that were settled otherwise are concluded again while the dispute lasts`() throws {
        let disputed = try Sample.done(negotiation, Sample.concludedBundle())
        let less = try Sample.done(
            Sample.concluding(
                [.init(number: 3, outcome: .part, amount: Money(pence: 1_000), reason: "Negotiated.")],
                on: "2025-11-28"), disputed)
        #expect(less.state == .disputed && less.agreed == Money(pence: 6_300))
    }

    @Test func `a dispute ends in words, on a day that has come, and only where there is one`() throws {
        let disputed = try Sample.done(negotiation, Sample.concludedBundle())
        #expect(refused { _ = try Sample.done(settling(on: "2025-12-01", " "), disputed) } == "text-missing")
        #expect(refused { _ = try Sample.done(settling(on: "2025-11-20"), disputed) } == "day-before")
        #expect(refused { _ = try Sample.done(settling(on: "2026-03-01"), disputed) } == "day-in-future")
        #expect(refused { _ = try Sample.done(settling(), Sample.concludedBundle()) } == "bundle-state")
    }
}
