import Tabular
import Testing
import Vocabulary

/// Small tables as text, from a CSV file or a workbook.
struct SheetTests {
    private let layout = Layout(name: "a list of sums", required: ["what", "sum"])

    private func read(_ sheet: Sheet) throws -> Reading<Int> {
        try sheet.reading(as: layout) { row throws(RowFault) in
            guard let sum = try row.hundredths("Sum".lowercased()) else {
                throw RowFault(column: "sum", code: "blank", "The sum is blank.")
            }
            return sum
        }
    }

    @Test func `a refused row is still counted, and the rest goes on`() throws {
        let reading = try read(Sheet(csv: Array("What,Sum\na,£1\nb,TBC\nc\nd,2\n".utf8), named: "a.csv"))
        #expect(reading.values.map(\.value) == [100, 200])
        #expect(reading.values.map(\.row) == [2, 5])
        #expect(reading.problems.map(\.code) == ["unreadable-amount", "ragged-row"])
        #expect(reading.problems.map(\.row) == [3, 4])
        #expect(reading.problems[0].column == "Sum")
        #expect(reading.problems[0].explanation == "“TBC” is not an amount with at most two decimals.")
        #expect(reading.rowsRead == 4)
    }

    @Test func `a workbook's rows are read as a CSV file's are`() throws {
        let rows: [(Int, [String])] = [
            (3, ["What ", "Sum", ""]), (4, ["a", "1"]), (6, []), (7, ["b"]), (8, ["c", "2", ""]),
        ]
        let sheet = try Sheet(name: "a.xlsx", rows: rows.map { Sheet.Row(number: $0.0, cells: $0.1) })
        let reading = try read(sheet)
        #expect(reading.values.map(\.row) == [4, 8])
        #expect(reading.problems.map(\.code) == ["blank"])
        #expect(reading.problems.map(\.row) == [7])
    }

    @Test(arguments: [
        ("what,sum\n", "no-data-rows"), ("what,total\na,1\n", "not-this-layout"),
        ("what,sum,note\na,1,943 476 5919\n", "patient-identifying"), ("", "empty"),
    ])
    func `a sheet that cannot be read is refused whole`(text: String, code: String) {
        let refusal = #expect(throws: Refusal.self) { try read(Sheet(csv: Array(text.utf8), named: "a.csv")) }
        #expect(refusal?.code == code)
    }

    @Test func `a workbook without a row is refused`() {
        #expect(throws: Refusal.self) { try Sheet(name: "a.xlsx", rows: [Sheet.Row(number: 1, cells: [" "])]) }
    }
}
