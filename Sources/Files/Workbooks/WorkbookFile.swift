import CXlsxWriter
import Foundation
package import Tabular
package import Vocabulary

/// Tables as a real workbook (.xlsx): one sheet each, numbers as numbers, days as days, text always as text.
///
/// On a sheet the first row is the caption, the second the header, then the rows; the notes follow after a
/// blank row. The same tables give the same bytes on every day.
package enum WorkbookFile {
    /// The most rows that a sheet of Excel's holds, the caption and the header among them.
    static let rowLimit = 1_048_576
    private static let columnLimit = 16_384
    private static let textLimit = 32_767

    /// - Parameter title: the workbook's property, seen in Excel's file information.
    /// - Throws: a `Refusal` where a table is larger than a sheet, or a text longer than a cell holds.
    /// - Precondition: at least one table.
    package static func bytes(_ tables: [Table], title: String) throws(Refusal) -> [UInt8] {
        try bytes(tables, title: title, cellsInMemory: 1_000_000)
    }

    /// - Parameter cellsInMemory: above as many, rows go to the disk as they come.
    static func bytes(_ tables: [Table], title: String, cellsInMemory: Int) throws(Refusal) -> [UInt8] {
        precondition(!tables.isEmpty, "a workbook has a sheet")
        for table in tables { try check(table) }
        let folder = FileManager.default.temporaryDirectory.path
        let path = WholeFile.temporaryName(beside: "\(folder)/workbook")
        defer { unlink(path) }
        let cells = tables.reduce(0) { $0 + $1.rows.count * $1.columns.count }
        let writing = WorkbookWriting(path: path, title: title, isLarge: cells > cellsInMemory)
        for (table, name) in zip(tables, SheetName.names(for: tables.map(\.key))) { writing.add(table, named: name) }
        if let failure = writing.close() {
            throw Refusal(
                .engine, code: "workbook-failed", "The workbook could not be made: \(failure).",
                remedy: "Check the space left for temporary files.")
        }
        return try WholeFile.read(path, limit: .max)
    }

    /// Writes the workbook whole or not at all.
    ///
    /// - Throws: as `bytes` and as `WholeFile.write`.
    package static func write(
        _ tables: [Table], title: String, to path: String, replacing: Bool = false
    ) throws(Refusal) {
        try WholeFile.write(try bytes(tables, title: title), to: path, replacing: replacing)
    }

    private static func check(_ table: Table) throws(Refusal) {
        guard table.rows.count + table.notes.count + 3 <= rowLimit, table.columns.count <= columnLimit else {
            throw Refusal(
                .usage, code: "table-too-large",
                "\(table.caption): \(table.rows.count) rows of \(table.columns.count) columns do not fit a sheet.",
                remedy: "Ask for CSV, or for fewer rows.")
        }
        for (row, cells) in table.rows.enumerated() {
            for case .text(let text) in cells where text.utf8.count > textLimit {
                guard text.unicodeScalars.count > textLimit else { continue }
                throw Refusal(
                    .usage, code: "text-too-long",
                    "\(table.caption): a text in row \(row + 1) has more than \(textLimit) characters.",
                    remedy: "Ask for CSV.")
            }
        }
    }
}
