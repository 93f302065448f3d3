public import Vocabulary

/// A workbook that people fill in and send back: what stands on it, which cells are theirs, what may stand there.
///
/// The first sheet says what the form is for and how to fill it in; the others are the sheets to fill.
public struct WorkbookForm: Hashable, Sendable {
    public var title: String
    /// What the reader of a returned form checks: `Round`, `Member`, `State`; label and value, in order.
    public var facts: [Fact]
    /// One sentence or paragraph each, in order.
    public var instructions: [String]
    public var sheets: [FormSheet]

    /// The name of the first sheet.
    public static let firstSheet = "How to fill this in"

    public struct Fact: Hashable, Sendable {
        public var label: String
        public var value: String

        public init(_ label: String, _ value: String) {
            self.label = label
            self.value = value
        }
    }

    public init(title: String, facts: [Fact], instructions: [String], sheets: [FormSheet]) {
        self.title = title
        self.facts = facts
        self.instructions = instructions
        self.sheets = sheets
    }
}

/// One sheet of a form: a header, which stays in sight, and rows under it.
public struct FormSheet: Hashable, Sendable {
    /// At most 31 characters, none of them `[]:*?/\`.
    public var name: String
    public var columns: [Column]
    /// One cell a column each.
    public var rows: [[Cell]]
    /// Rows left open under the others, for things the form does not know yet.
    public var openRows: Int

    public struct Column: Hashable, Sendable {
        public var title: String
        /// In characters.
        public var width: Int
        /// False where nobody is to change what stands in it.
        public var isOpen: Bool
        /// What may stand in its open cells; a cell's own goes before it.
        public var allowed: Allowed?
        /// Shown when a cell of it is chosen; at most 255 characters.
        public var hint: String?

        public init(_ title: String, width: Int, isOpen: Bool = true, allowed: Allowed? = nil, hint: String? = nil) {
            self.title = title
            self.width = width
            self.isOpen = isOpen
            self.allowed = allowed
            self.hint = hint
        }
    }

    /// What a cell may hold.
    public enum Allowed: Hashable, Sendable {
        /// One of these; at most 255 characters together.
        case list([String])
        case decimal(from: Double, to: Double)
        case whole(from: Int, to: Int)
    }

    public struct Cell: Hashable, Sendable {
        public var value: Value
        public var allowed: Allowed?

        public enum Value: Hashable, Sendable {
            case blank
            case text(String)
            case number(Double)
            case money(Money)
            case day(Day)
        }

        public init(_ value: Value, allowed: Allowed? = nil) {
            self.value = value
            self.allowed = allowed
        }

        public static let blank = Cell(.blank)
        public static func text(_ text: String) -> Cell { Cell(text.isEmpty ? .blank : .text(text)) }
    }

    /// - Precondition: each row has a cell for every column.
    public init(name: String, columns: [Column], rows: [[Cell]] = [], openRows: Int = 0) {
        precondition(rows.allSatisfy { $0.count == columns.count }, "a row of a form has a cell for every column")
        self.name = name
        self.columns = columns
        self.rows = rows
        self.openRows = openRows
    }

    /// The sheet as CSV, header first, for those who have no spreadsheet; money is pounds.
    ///
    /// Text that a spreadsheet could take for a formula gets an apostrophe before it.
    public var csv: String {
        ([columns.map { FormSheet.csvCell($0.title) }] + rows.map { $0.map { FormSheet.csvCell($0.value.text) } })
            .map { $0.joined(separator: ",") + "\n" }.joined()
    }

    private static func csvCell(_ text: String) -> String {
        let safe = text.first.map { "=+@\t\r".contains($0) } ?? false ? "'" + text : text
        let needsQuotes = safe.utf8.contains { $0 == 34 || $0 == 44 || $0 == 10 || $0 == 13 }
        return needsQuotes ? "\"\(safe.replacing("\"", with: "\"\""))\"" : safe
    }
}

extension FormSheet.Cell.Value {
    /// As a person would type it; a number plain, money in pounds, a day ISO.
    public var text: String {
        switch self {
        case .blank: ""
        case .text(let text): text
        case .number(let number): number == number.rounded() && abs(number) < 1e15 ? "\(Int(number))" : "\(number)"
        case .money(let money): money.decimalText
        case .day(let day): day.description
        }
    }
}
