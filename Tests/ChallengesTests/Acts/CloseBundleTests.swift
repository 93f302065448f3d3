import Testing
import Vocabulary

@testable import Challenges

struct CloseBundleTests {
    private func closing(on text: String = "2025-12-10", reason: String? = nil) -> CloseBundle {
        CloseBundle(bundle: Sample.bundle, on: Sample.day(text), reason: reason)
    }

    @Test func `a bundle is closed once what was agreed is credited, or with a reason`() throws {
        let concluded = try Sample.concludedBundle()
        #expect(refused { _ = try Sample.done(closing(), concluded) } == "credit-outstanding")
        #expect(try Sample.done(closing(reason: "Offset in April."), concluded).state == .closed)
        let credited = try Sample.done(
            RecordCredit(
                bundle: Sample.bundle, number: "CN1", on: Sample.day("2025-12-01"), amount: Money(pence: 8_300)),
            concluded)
        #expect(try Sample.done(closing(), credited).state == .closed)
    }

    @Test func `nothing is closed while a challenge is open or in dispute, and nothing is done to what is closed`()
        throws
    {
        #expect(refused { _ = try Sample.done(closing(), Sample.answeredBundle()) } == "bundle-state")
        let disputed = try Sample.done(
            DisputeBundle(bundle: Sample.bundle, step: .negotiation, on: Sample.day("2025-11-24"), words: "Row 2."),
            Sample.concludedBundle())
        #expect(refused { _ = try Sample.done(closing(reason: "Enough."), disputed) } == "bundle-state")
        let closed = try Sample.done(closing(reason: "Offset."), Sample.concludedBundle())
        #expect(refused { _ = try Sample.done(closing(), closed) } == "bundle-state")
        #expect(refused { _ = try Sample.done(Sample.sending(reason: "Again."), closed) } == "bundle-state")
        #expect(
            refused {
                _ = try Sample.done(Sample.concluding([.init(number: 1, outcome: .upheld, reason: "Yes.")]), closed)
            } == "bundle-state")
    }

    @Test func `it is closed on a day that has come, and not before the last conclusion`() throws {
        let concluded = try Sample.concludedBundle()
        #expect(refused { _ = try Sample.done(closing(on: "2025-11-19", reason: "x"), concluded) } == "day-before")
        #expect(refused { _ = try Sample.done(closing(on: "2026-01-19", reason: "x"), concluded) } == "day-in-future")
    }
}
