import Tabular
import Testing
import Vocabulary

@testable import Files

struct FirstSheetTests {
    private func table(_ key: String, _ rows: [[Cell]]) -> Table {
        Table(key: key, caption: key, columns: [.init("name", "Name")], rows: rows)
    }

    @Test func `a CSV file is the sheet, with nothing to note`() throws {
        let read = try FirstSheet.read(Array("Name;Day\nAda;1\n".utf8), named: "register.csv")
        #expect(read.sheet.header == ["Name", "Day"])
        #expect(read.notes.isEmpty)
        let kept = try FirstSheet.read(Array("Name;Day\nAda;1\n".utf8), named: "register.csv", delimiter: 0x2C)
        #expect(kept.sheet.header == ["Name;Day"])
    }

    @Test func `of a workbook the first sheet is read and each other is named`() throws {
        let bytes = try WorkbookFile.bytes(
            [table("people", [[.text("Ada")]]), table("ties", [[.text("Bea")]])], title: "Register")
        let read = try FirstSheet.read(bytes, named: "register.xlsx")
        #expect(read.sheet.name == "register.xlsx, sheet People")
        #expect(read.notes.map(\.code) == ["other-sheet"])
        #expect(read.notes[0].explanation.contains("Ties"))
        #expect(read.notes[0].effect == .noted)
    }

    @Test func `a CSV file with nothing in it is refused`() {
        #expect(throws: Refusal.self) { _ = try FirstSheet.read([], named: "register.csv") }
    }
}
