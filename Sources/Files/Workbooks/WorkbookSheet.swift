package import Tabular

/// One sheet of a workbook as it was stored: rows in order, cells that hold something.
package struct WorkbookSheet: Sendable {
    package let name: String
    /// True where a person who opens the workbook does not see the sheet.
    package let isHidden: Bool
    /// Rows with at least one cell, in the sheet's order; merged cells have their value in the first of them.
    package let rows: [WorkbookRow]
    /// Cells that hold an error, a day that is none, or a formula without a result; columns by letter.
    package let problems: [Problem]
    /// Areas of merged cells, in the sheet's order.
    package let merged: [CellArea]

    package init(
        name: String, isHidden: Bool, rows: [WorkbookRow], problems: [Problem], merged: [CellArea] = []
    ) {
        self.name = name
        self.isHidden = isHidden
        self.rows = rows
        self.problems = problems
        self.merged = merged
    }

    /// The number of columns up to the last that is used.
    package var width: Int { rows.reduce(0) { max($0, ($1.cells.last?.column ?? -1) + 1) } }
}

package struct WorkbookRow: Hashable, Sendable {
    /// As the sheet numbers it, from 1.
    package let number: Int
    /// By column, ascending; blank cells are left out.
    package let cells: [WorkbookCell]

    /// - Parameter column: from 0, which is A.
    package subscript(column: Int) -> WorkbookCell.Value? { cells.first { $0.column == column }?.value }

    /// The texts of the first columns, blank where a cell is.
    package func fields(_ count: Int) -> [String] {
        var fields = [String](repeating: "", count: count)
        for cell in cells where cell.column < count { fields[cell.column] = cell.value.text }
        return fields
    }
}

package struct WorkbookCell: Hashable, Sendable {
    /// From 0, which is A.
    package let column: Int
    package let value: Value

    package enum Value: Hashable, Sendable {
        case text(String)
        /// `stored` is the file's own spelling: `41666.669999999998` where Excel shows 41666.67.
        case number(Double, stored: String)
        case flag(Bool)
        /// ISO: `2024-03-31`, with a time `2024-03-31T10:15:00`, a time alone `10:15:00`.
        case day(String)
        /// `#N/A`.
        case error(String)

        /// As a person reads it in the cell; numbers plain, with at most 15 significant digits as in Excel.
        package var text: String {
            switch self {
            case .text(let text), .day(let text), .error(let text): text
            case .number(let value, let stored): PlainNumber.text(value, stored: stored)
            case .flag(let value): value ? "TRUE" : "FALSE"
            }
        }
    }

    /// `A`, `Z`, `AA`.
    package var letters: String { WorkbookCell.letters(of: column) }

    package static func letters(of column: Int) -> String {
        var rest = column + 1
        var letters: [UInt8] = []
        while rest > 0 {
            letters.append(UInt8(65 + (rest - 1) % 26))
            rest = (rest - 1) / 26
        }
        return String(decoding: letters.reversed(), as: UTF8.self)
    }

    /// The column and row that a cell's name says: `AB12` is 27 and 12.
    static func place(_ name: String) -> (column: Int, row: Int)? {
        var column = 0
        var row = 0
        for byte in name.utf8 {
            if (65...90).contains(byte), row == 0, column < 20_000 {
                column = column * 26 + Int(byte - 64)
            } else if (48...57).contains(byte), column > 0, row < 10_000_000 {
                row = row * 10 + Int(byte - 48)
            } else {
                return nil
            }
        }
        return column > 0 && row > 0 ? (column - 1, row) : nil
    }
}
