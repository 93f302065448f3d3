import Contracts
import Tabular
import Testing
import Vocabulary

struct PatternTablesTests {
    @Test func `inertia shows its band and that no population was given`() {
        let table = PatternTables.inertia(
            MeasureInertiaTests.measure(MeasureInertiaTests.book([100, 200], [100, 200])), band: Share(percent: 5),
            TestTables.context)
        guard case .number(let correlation, places: 4) = TestTables.cell(table, 0, "rankCorrelation") else {
            Issue.record("no rank correlation")
            return
        }
        #expect(abs(correlation - 1) < 1e-12)
        #expect(TestTables.cell(table, 0, "valuePerHeadPence") == .absent("no population given"))
        #expect(TestTables.hasProperKeys(table))
    }

    @Test func `concentration says whether it is by name or by group`() {
        let lines = MeasureConcentration.measure([
            MeasureConcentrationTests.holding("A", 1), MeasureConcentrationTests.holding("B", 1),
        ])
        let byName = PatternTables.concentration(lines, heldOutIncluded: 3, TestTables.context)
        #expect(byName.notes.contains { $0.hasPrefix("By provider's name") })
        #expect(byName.notes.contains { $0.hasPrefix("3 contracts") })
        #expect(TestTables.cell(byName, 0, "index") == .number(5_000, places: 3))
        #expect(TestTables.hasProperKeys(byName))
    }

    @Test func `the check lists its sums and the contracts that differ`() throws {
        let bands = BandCounts(one: 10, two: .whole(0), three: 0, urgent: 0, other: 0)
        let check = try CheckUnits.check(
            [CheckUnitsTests.row(published: 1_200, bands: bands)], by: CheckUnitsTests.values2022)
        let sums = PatternTables.unitCheck(check, TestTables.context)
        #expect(sums.rows[0][2] == .units(Units(12)))
        #expect(sums.rows[1][2] == .units(Units(10)))
        let differences = PatternTables.unitDifferences(check, TestTables.context)
        #expect(TestTables.cell(differences, 0, "difference") == .units(Units(2)))
        #expect(
            TestTables.cell(differences, 0, "cause") == .text(UnitCheck.Cause.amendedClaims.title))
    }
}
