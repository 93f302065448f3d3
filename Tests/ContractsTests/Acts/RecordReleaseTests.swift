import Contracts
import Testing
import Vocabulary

struct RecordReleaseTests {
    static func act(
        _ kind: Release.Kind = .rebasing, pence: Int = 100_000, units: Units? = nil, from: String = "2026-04-01",
        reason: String = "Agreed with the contractor."
    ) -> RecordRelease {
        RecordRelease(
            Release(
                contract: TestYears.number, line: .general, kind: kind, amount: Money(pence: pence), units: units,
                noticeDay: Day("2025-06-01")!, fromDay: Day(from)!, reason: reason))
    }

    static let before = RecordRelease.Before(
        lineValue: Money(pence: 3_600_000), lineUnits: Units(1_200), earliestRebasing: Day("2026-04-01"))

    @Test func `a release within the line and the rule is recorded`() throws {
        let after = try TestAct.decide(Self.act(units: Units(30)), Self.before)
        #expect(after.release.amount == Money(pence: 100_000))
        #expect(after.moment == TestAct.moment)
    }

    @Test func `rebasing does not hold before its rule allows`() {
        #expect(TestAct.refusal(Self.act(from: "2026-03-31"), Self.before) == "rebasing-too-early")
        #expect(TestAct.refusal(Self.act(.handBack, from: "2026-03-31"), Self.before) == nil)
    }

    @Test func `no more is released than the line still carries`() {
        #expect(TestAct.refusal(Self.act(pence: 3_600_000), Self.before) == nil)
        #expect(TestAct.refusal(Self.act(pence: 3_600_001), Self.before) == "more-than-the-line")
        var half = Self.before
        half.released = Money(pence: 3_550_000)
        #expect(TestAct.refusal(Self.act(), half) == "more-than-the-line")
        #expect(TestAct.refusal(Self.act(units: Units(1_201)), Self.before) == "more-units-than-the-line")
    }

    @Test func `nothing, no line, no reason and a day before the notice are refused`() {
        #expect(TestAct.refusal(Self.act(pence: 0), Self.before) == "nothing-released")
        #expect(TestAct.refusal(Self.act(), .init(lineValue: nil, lineUnits: nil)) == "no-such-line")
        #expect(TestAct.refusal(Self.act(reason: "\n"), Self.before) == "no-reason")
        #expect(TestAct.refusal(Self.act(.handBack, from: "2025-05-31"), Self.before) == "from-before-notice")
    }

    @Test func `the journal holds money in pence and days in ISO`() {
        let line = Self.act().journalled
        #expect(line["amountPence"] == 100_000)
        #expect(line["fromDay"] == "2026-04-01")
        #expect(line["units"] == .null)
    }
}
