import Contracts
import Tabular
import Testing
import Vocabulary

/// What tables under test are told.
enum TestTables {
    static let context = TableContext(dataTo: Month("2025-03")!, source: "Source: a test.")

    /// The cell of a row under a column's key.
    static func cell(_ table: Table, _ row: Int, _ key: String) -> Cell? {
        table.columns.firstIndex { $0.key == key }.map { table.rows[row][$0] }
    }

    /// True where every key is camelCase, and ends in Pence if and only if its cells are money.
    static func hasProperKeys(_ table: Table) -> Bool {
        table.columns.indices.allSatisfy { place in
            let key = table.columns[place].key
            let cells = table.rows.map { $0[place] }
            let holdsMoney = cells.contains { if case .money = $0 { true } else { false } }
            return key.first?.isLowercase == true && key.allSatisfy { $0.isLetter || $0.isNumber }
                && (!holdsMoney || key.hasSuffix("Pence"))
        }
    }
}

struct PositionTablesTests {
    @Test func `a table says first to which month its data run and what is held out`() {
        let table = PositionTables.contracts(TotalPositionsTests.positions(), TestTables.context)
        #expect(table.notes.first == "Data to March 2025.")
        #expect(table.notes[1].hasPrefix("1 contract is held out of totals"))
        #expect(table.notes.last == "Source: a test.")
        #expect(table.rows.count == 3)
        #expect(TestTables.hasProperKeys(table))
    }

    @Test func `a contract's row holds its recovery and its band`() {
        let table = PositionTables.contracts(TotalPositionsTests.positions(), TestTables.context)
        #expect(TestTables.cell(table, 1, "recoveryPence") == .money(Money(pence: 1_800_000)))
        #expect(TestTables.cell(table, 1, "band") == .text(YearEndOutcome.Band.belowThreshold.title))
        #expect(TestTables.cell(table, 0, "carriedIn") == .absent("no earlier year is held"))
        #expect(TestTables.cell(table, 2, "flags") == .text("unit-value-high"))
    }

    @Test func `a sole trader's name is withheld unless asked for, and then personal`() {
        let held = TestYears.year(2024, provider: "MR R KUMAR")
        let positions = TestYears.book([held]).positions(in: held.year, at: 12)
        let withheld = PositionTables.contracts(positions, TestTables.context)
        #expect(TestTables.cell(withheld, 0, "providerName") == .text(ProviderName.withheld))
        let asked = PositionTables.contracts(
            positions, TableContext(dataTo: Month("2025-03")!, source: "", showsPersonalNames: true))
        #expect(TestTables.cell(asked, 0, "providerName") == .text("MR R KUMAR"))
        #expect(asked.columns.contains { $0.key == "providerName" && $0.isPersonal })
    }

    @Test func `who will miss the threshold comes by money, and is not who is held out`() {
        let table = PositionTables.willMiss(TotalPositionsTests.positions(), TestTables.context)
        #expect(table.rows.count == 1)
        #expect(TestTables.cell(table, 0, "probability") == .share(.whole))
        #expect(TestTables.hasProperKeys(table))
    }

    @Test func `regions and commissioners have keys of their own`() {
        let lines = TotalPositions.lines(TotalPositionsTests.positions())
        let commissioners = PositionTables.totals(lines, TestTables.context)
        #expect(commissioners.key == "commissioners")
        #expect(PositionTables.totals(lines, isRegion: true, TestTables.context).key == "regions")
        #expect(TestTables.hasProperKeys(commissioners))
        #expect(TestTables.cell(commissioners, 1, "heldOutContracts") == .count(1))
    }
}
