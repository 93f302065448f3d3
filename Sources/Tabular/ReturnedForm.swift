public import Vocabulary

/// A form as it came back: its sheets as text, with what is wrong with their cells.
public struct ReturnedForm: Sendable {
    /// The file's name.
    public var name: String
    public var sheets: [ReturnedSheet]
    /// True for delimited text: places are named by row and column, and there is no first sheet of facts.
    public var isText: Bool

    public init(name: String, sheets: [ReturnedSheet], isText: Bool = false) {
        self.name = name
        self.sheets = sheets
        self.isText = isText
    }

    /// One sheet from the bytes of a CSV file.
    ///
    /// - Throws: as `RowReader`.
    public init(csv bytes: [UInt8], named name: String) throws(Refusal) {
        let sheet = try Sheet(csv: bytes, named: name)
        let rows = [Sheet.Row(number: 1, cells: sheet.header)] + sheet.rows
        self.init(name: name, sheets: [ReturnedSheet(name: name, rows: rows, problems: sheet.notes)], isText: true)
    }

    /// What stands beside a label on the sheet of facts; nil where it does not.
    public func fact(_ label: String) -> String? {
        guard let first = sheets.first(where: { $0.name == WorkbookForm.firstSheet }) else { return nil }
        return first.rows.first { $0.cells.first == label && $0.cells.count > 1 && !$0.cells[1].isEmpty }?.cells[1]
    }

    /// The sheet of that name; the only one of delimited text has any name.
    public func sheet(_ name: String) -> ReturnedSheet? {
        isText ? sheets.first : sheets.first { TrimmedText.headerKey($0.name) == TrimmedText.headerKey(name) }
    }
}

/// One sheet of a returned form.
public struct ReturnedSheet: Sendable {
    public var name: String
    /// Rows with at least one cell that is not blank, the header among them.
    public var rows: [Sheet.Row]
    /// Cells that hold an error, or a formula without a result; columns by letter.
    public var problems: [Problem]
    /// Areas of merged cells.
    public var merged: [CellArea]

    public init(name: String, rows: [Sheet.Row], problems: [Problem] = [], merged: [CellArea] = []) {
        self.name = name
        self.rows = rows.filter { !$0.cells.allSatisfy(\.isEmpty) }
        self.problems = problems
        self.merged = merged
    }
}

/// A rectangle of cells: columns from 0, which is A; rows from 1.
public struct CellArea: Hashable, Sendable {
    public var columns: ClosedRange<Int>
    public var rows: ClosedRange<Int>

    public init(columns: ClosedRange<Int>, rows: ClosedRange<Int>) {
        self.columns = columns
        self.rows = rows
    }

    /// `A3:B7`.
    public var description: String {
        "\(CellArea.letters(of: columns.lowerBound))\(rows.lowerBound):"
            + "\(CellArea.letters(of: columns.upperBound))\(rows.upperBound)"
    }

    /// `A`, `Z`, `AA`.
    ///
    /// - Parameter column: from 0.
    public static func letters(of column: Int) -> String {
        var rest = column + 1
        var letters: [UInt8] = []
        while rest > 0 {
            letters.append(UInt8(65 + (rest - 1) % 26))
            rest = (rest - 1) / 26
        }
        return String(decoding: letters.reversed(), as: UTF8.self)
    }
}

extension CellArea: CustomStringConvertible {}
