import Tabular
import Testing
import Vocabulary

@testable import Files

struct WorkbookSheetTests {
    @Test func `a sheet goes to the importers as text with the workbook's row numbers`() throws {
        let rows = [
            WorkbookRow(
                number: 3, cells: [.init(column: 0, value: .text("Contract")), .init(column: 2, value: .text("UDA"))]),
            WorkbookRow(number: 7, cells: [.init(column: 2, value: .number(12.5, stored: "12.5"))]),
        ]
        let sheet = WorkbookSheet(name: "Extract", isHidden: false, rows: rows, problems: [])
        let tabular = try sheet.tabular(of: "eden.xlsx")
        #expect(tabular.name == "eden.xlsx, sheet Extract")
        #expect(tabular.header == ["Contract", "", "UDA"])
        #expect(tabular.rows.map(\.number) == [7])
        #expect(tabular.rows.map(\.cells) == [["", "", "12.5"]])
    }

    @Test func `a blank sheet is refused`() {
        let sheet = WorkbookSheet(name: "Blank", isHidden: false, rows: [], problems: [])
        #expect(refusal { _ = try sheet.tabular(of: "eden.xlsx") }?.sentence.contains("sheet Blank") == true)
    }
}
