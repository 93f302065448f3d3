import Tabular
import Testing

@testable import Contracts

/// Rows that say a thing a second time.
struct FirstRowsTests {
    @Test func `the same again is a duplicate, another thing a conflict, and the first row is named`() throws {
        var rows = FirstRows<String, Int>()
        try rows.add("a", 1, row: 2, called: "a")
        try rows.add("b", 1, row: 3, called: "b")
        var faults: [RowFault] = []
        for value in [1, 2] {
            do throws(RowFault) { try rows.add("a", value, row: 4, called: "a") } catch { faults.append(error) }
        }
        #expect(faults.map(\.code) == ["duplicate-row", "conflicting-row"])
        #expect(faults.allSatisfy { $0.explanation.hasPrefix("Row 2 ") })
    }
}
