import Tabular
import Testing
import Vocabulary

@testable import CLI

/// Tables as programs take them.
struct OutputOptionsTests {
    private static func table(_ key: String, notes: [String]) -> Table {
        var table = Table(key: key, caption: key, columns: [.init("a", "A")], rows: [[.text(key)]])
        table.notes = notes
        return table
    }

    private static let tables = [
        table("totals", notes: ["Both.", "Totals."]), table("rows", notes: ["Both.", "Rows."]),
    ]

    @Test func `a CSV file holds one table, the last`() {
        #expect(OutputOptions.sheet(Self.tables).csv == Self.tables[1].csv)
    }

    @Test func `a note that several tables carry stands once, in its place`() {
        let document = OutputOptions.document(Self.tables, facts: [])
        #expect(document["notes"] == ["Both.", "Totals.", "Rows."])
    }
}
