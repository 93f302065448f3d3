import Testing
import Vocabulary

@testable import Challenges

struct RecordCreditTests {
    private func credit(
        _ number: String = "CN1", _ pounds: Int = 83, on text: String = "2025-12-01", corrects: Bool = false,
        reason: String? = nil
    ) -> RecordCredit {
        RecordCredit(
            bundle: Sample.bundle, number: number, on: Sample.day(text), amount: Money(pence: pounds * 100),
            isCorrection: corrects, reason: reason)
    }

    private func code(_ act: RecordCredit, _ bundle: ChallengeBundle) -> String? {
        refused { _ = try Sample.done(act, bundle) }
    }

    @Test func `several credit notes settle what was agreed`() throws {
        let first = try Sample.done(credit("CN1", 50), Sample.concludedBundle())
        #expect(first.state == .concluded && first.credited == Money(pence: 5_000))
        let second = try Sample.done(credit("CN2", 33), first)
        #expect(second.state == .settled && second.credited == second.agreed)
    }

    @Test func `a credit note over more than was agreed needs a reason`() throws {
        let bundle = try Sample.concludedBundle()
        #expect(code(credit("CN1", 84), bundle) == "more-than-agreed")
        let more = try Sample.done(credit("CN1", 84, reason: "They credited July too."), bundle)
        #expect(more.state == .settled)
    }

    @Test func `the same credit note is recorded again only as a correction, which then stands`() throws {
        let bundle = try Sample.done(credit(), Sample.concludedBundle())
        #expect(code(credit(), bundle) == "credit-twice")
        #expect(code(credit("CN9", 1, corrects: true, reason: "Misread."), bundle) == "no-such-credit")
        #expect(code(credit("CN1", 80, corrects: true), bundle) == "no-reason")
        let corrected = try Sample.done(credit("CN1", 38, corrects: true, reason: "Misread."), bundle)
        #expect(corrected.credited == Money(pence: 3_800) && corrected.state == .concluded)
        #expect(corrected.credits.count == 2)
        #expect(try Sample.done(credit("CN1", 0, corrects: true, reason: "Not ours."), bundle).credited == .zero)
    }

    @Test func `a credit note has a number, an amount, a day that has come, and something agreed to credit`() throws {
        let bundle = try Sample.concludedBundle()
        #expect(code(credit(" "), bundle) == "text-missing")
        #expect(code(credit("CN1", 0), bundle) == "amount-missing")
        #expect(code(credit("CN1", -5), bundle) == "amount-missing")
        #expect(code(credit(on: "2026-01-01"), bundle) == "day-in-future")
        #expect(code(credit(on: "2025-01-01"), bundle) == "day-before")
        #expect(code(credit(), try Sample.sentBundle()) == "nothing-agreed")
        #expect(code(credit(), try Sample.raisedBundle()) == "bundle-state")
    }
}
