import Needs
import Tabular
import Testing
import Vocabulary

struct DeprivationSummariesFileTests {
    static let titles =
        "Clinical Commissioning Group Code (2019)|Clinical Commissioning Group Name (2019)|IMD - Average score|"
        + "IMD - Proportion of LSOAs in most deprived 10% nationally"
    static let ashford = "E38000002|NHS Ashford CCG|18.546|0.0128"

    static func read(_ sheets: SheetGrid...) throws(Refusal) -> NeedsReading {
        try Published.read(.deprivationSummaries, sheets)
    }

    @Test func `each column of each sheet is an indicator by its own title`() throws {
        let reading = try Self.read(
            Published.sheet("IMD", Self.titles, Self.ashford),
            Published.sheet("Income", Self.titles.replacing("IMD", with: "Income"), Self.ashford))
        #expect(reading.rowsRead == 2 && reading.rowsKept == 2 && reading.balances)
        let values = reading.indicators
        #expect(values.map(\.indicator).prefix(1) == ["IMD - Average score"] && values.count == 4)
        #expect(values[0].area == "E38000002" && values[0].areaName == "NHS Ashford CCG" && values[0].period == "2019")
        #expect(values[2].indicator == "Income - Average score" && values[0].value == .number(18.546))
    }

    @Test func `titles moved down by rows are found, and what stands above them is counted as text`() throws {
        let reading = try Self.read(
            Published.sheet("IMD", "Summaries of deprivation", "", Self.titles, Self.ashford, "Source: ministry"))
        #expect(reading.rowsRead == 1 && reading.indicators[0].value == .number(18.546))
        #expect(reading.problems.map(\.explanation).contains { $0.contains("IMD 3") })
        guard case .indicators(let found) = reading else { return }
        #expect(found.values.map(\.row) == [4], "rows have the workbook's numbers")
    }

    @Test func `titles that changed are no table, and a workbook without any is refused`() {
        let moved = Published.sheet("IMD", "Code|Name|Score", Self.ashford)
        #expect(refusalCode { try Self.read(moved) } == "not-this-layout")
        #expect(refusalCode { try Self.read(Published.sheet("IMD", Self.titles)) } == "no-data-rows")
        #expect(NeedsFile(sheets: [moved]) == nil)
        #expect(
            NeedsFile(sheets: [Published.sheet("IMD", "above", Self.titles, Self.ashford)]) == .deprivationSummaries)
    }

    @Test(arguments: [
        ("E38000002|NHS Ashford CCG|18.546|0.0128", "duplicate-row"),
        ("E38000002|NHS Ashford CCG|18.6|0.0128", "conflicting-row"),
        ("E38000003|B|high|0.1", "unreadable-figure"), ("E38000003|B|18|1.5", "above-most"), ("||18|0.1", "blank"),
    ]) func `a row at fault is refused, and none is lost`(row: String, code: String) throws {
        let reading = try Self.read(Published.sheet("IMD", Self.titles, Self.ashford, row))
        #expect(Published.refused(reading) == [code] && reading.rowsKept == 1 && reading.balances)
        #expect(reading.problems.first { $0.effect == .refused }?.column?.hasPrefix("IMD") == true)
    }

    @Test func `a hidden sheet is not read, and a column may be dropped`() throws {
        let shown = Published.sheet("IMD", Self.titles, Self.ashford)
        let reading = try Self.read(shown, Published.sheet("Old", isHidden: true, Self.titles, Self.ashford))
        #expect(reading.rowsRead == 1 && reading.problems.contains { $0.code == "hidden-sheet" })
        func dropping(_ title: String) throws(Refusal) -> NeedsReading {
            try NeedsFile.deprivationSummaries.read([shown], named: "x.xlsx", dropping: [title])
        }
        #expect(try dropping("IMD - Average score").indicators.count == 1)
        #expect(refusalCode { try dropping("Colour") } == "unknown-column")
        #expect(refusalCode { try dropping("Clinical Commissioning Group Code (2019)") } == "required-column")
    }

    @Test func `an NHS number anywhere refuses the workbook, digits of a fraction do not`() throws {
        let note = Published.sheet("Notes", "Patient 9434765919")
        #expect(
            refusalCode { try Self.read(Published.sheet("IMD", Self.titles, Self.ashford), note) }
                == "patient-identifying")
        let long = "E38000002|NHS Ashford CCG|0.9434765919|0.0128"
        #expect(try Self.read(Published.sheet("IMD", Self.titles, long)).rowsKept == 1)
    }
}
