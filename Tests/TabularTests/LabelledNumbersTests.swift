import Testing
import Vocabulary

@testable import Tabular

/// Rows of labels and numbers straight from bytes.
struct LabelledNumbersTests {
    private func read(_ text: String) throws(Refusal) -> LabelledNumbers {
        let bytes = Array(text.utf8)
        return try bytes.withUnsafeBufferPointer { bytes throws(Refusal) in
            try LabelledNumbers(csv: bytes, named: "f.csv", labels: ("area", "band"), numbers: ["count", "pop"])
        }
    }

    private func code(_ text: String) -> String? {
        do throws(Refusal) {
            _ = try read(text)
            return nil
        } catch { return error.code }
    }

    @Test func `labels are kept once each, and rows by their places`() throws {
        let found = try read("area,band,count,pop\nA,0-4,1,10\nA,5-9,2,20\nB,0-4,3,30\nB,5-9,4,40\nA,0-4,5,50\n")
        #expect(found.labels.first == ["A", "B"] && found.labels.second == ["0-4", "5-9"])
        #expect(found.first == [0, 0, 1, 1, 0] && found.second == [0, 1, 0, 1, 0])
        #expect(found.numbers == [[1, 2, 3, 4, 5], [10, 20, 30, 40, 50]])
    }

    @Test func `columns may stand in any order, cells be quoted, and lines end either way`() throws {
        let found = try read("\u{FEFF}x,pop,\"area\",count,band\r\n,1e3,\"A, \"\"b\"\"\",2.5,all\r\n\r\n9,7,c,-1,all")
        #expect(found.labels.first == ["A, \"b\"", "c"] && found.numbers == [[2.5, -1], [1_000, 7]])
    }

    @Test func `a blank or suppressed figure is no number, and never nothing`() throws {
        let found = try read("area,band,count,pop\nA,a,,10\nA,b,*,20\nA,c,c,0\n")
        #expect(found.numbers[0].allSatisfy { $0.isNaN } && found.numbers[1] == [10, 20, 0])
    }

    @Test(
        arguments: [
            ("area,band,count\nA,a,1\n", "missing-column"), ("area,band,count,pop\n", "no-rows"),
            ("", "missing-column"),
            ("area,band,count,pop\nA,a,x,1\n", "not-a-number"), ("area,band,count,pop\nA,a,1\n", "ragged-row"),
            ("area,band,count,pop\nA,a,1,2,3\n", "ragged-row"), ("area,band,count,pop\nA,a,1 2,2\n", "not-a-number"),
        ])
    func `a file that is not of its form is refused`(text: String, expected: String) {
        #expect(code(text) == expected)
    }

    @Test func `the row at fault is named as a spreadsheet numbers it`() {
        let refusal = #expect(throws: Refusal.self) { try read("area,band,count,pop\nA,a,1,2\nA,b,two,2\n") }
        #expect(refusal?.sentence == "Row 3 of f.csv has “two” for “count”, which is no number.")
    }
}
