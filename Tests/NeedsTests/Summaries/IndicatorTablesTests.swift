import Needs
import Tabular
import Testing

struct IndicatorTablesTests {
    @Test func `the list has a row an indicator, and one that nobody checked says so`() {
        let table = IndicatorTables.list(IndicatorDefinition.shipped)
        #expect(table.rows.count == IndicatorDefinition.shipped.count)
        #expect(table.rows.allSatisfy { $0[5] == .absent("nobody yet") })
    }

    @Test func `a definition says numerator, denominator, source and owner`() throws {
        let table = IndicatorTables.definition(try IndicatorDefinition.shipped("diabetes-prevalence"))
        let items = table.rows.map(\.first)
        for item in ["numerator", "denominator", "source", "owner", "why it matters"] {
            #expect(items.contains(.text(item)))
        }
    }

    @Test func `figures come with their limits, sources and what was not placed`() throws {
        let grouping = WorkOutIndicatorTests.boards([("A1", "Q1"), ("A2", "Q1")])
        let outcome = try WorkOutIndicatorTests.outcome(
            "diabetes-prevalence", .qofPrevalence, WorkOutIndicatorTests.registers, grouping: grouping)
        let table = IndicatorTables.values(
            try IndicatorDefinition.shipped("diabetes-prevalence"), outcome, grouping: grouping, sources: ["x.csv"],
            levels: [95])
        #expect(
            table.columns.map(\.key) == [
                "area", "name", "count", "denominator", "value", "low95", "high95", "withheld",
            ])
        #expect(table.rows[0][4] == .number(20, places: 2))
        #expect(table.notes.contains { $0.contains("2 of 3 codes") } && table.notes.contains { $0.contains("A3") })
    }
}
