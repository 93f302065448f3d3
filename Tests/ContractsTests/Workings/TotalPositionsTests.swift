import Contracts
import Testing
import Vocabulary

struct TotalPositionsTests {
    static func positions() -> [Position] {
        let other = OrganisationCode("QYY")!
        let flagged = Array<ContractYear.MonthHeld?>(
            repeating: TestYears.row(delivered: 10, flags: ["unit-value-high"]), count: 12)
        return TestYears.book([
            TestYears.year(2024, contract: TestYears.number(1)),
            TestYears.year(
                2024, contract: TestYears.number(2), commissioner: other,
                months: Array(repeating: TestYears.row(delivered: 50), count: 12)),
            TestYears.year(2024, contract: TestYears.number(3), commissioner: other, months: flagged),
        ]).positions(in: FinancialYear(startingIn: 2024), at: 12)
    }

    @Test func `what is held out is counted and summed, and in no total`() {
        let totals = PositionTotals(Self.positions())
        #expect(totals.contracts == 2)
        #expect(totals.contracted == Units(2_400))
        #expect(totals.recovery == Money(pence: 1_800_000))
        #expect(totals.belowThreshold == 1)
        #expect(totals.heldOut.contracts == 1)
        #expect(totals.heldOut.delivered == Units(120))
    }

    @Test func `commissioners placed on one region are one line`() {
        let region = OrganisationCode("Y63")!
        let lines = TotalPositions.lines(Self.positions(), by: { _ in region }, name: { _ in "North East" })
        #expect(lines.map(\.name) == ["North East"])
        #expect(lines[0].totals == PositionTotals(Self.positions()))
    }

    @Test func `the lines are the whole`() {
        let lines = TotalPositions.lines(Self.positions())
        #expect(lines.map(\.totals.contracted).total() == PositionTotals(Self.positions()).contracted)
        #expect(lines.count == 2)
    }
}
