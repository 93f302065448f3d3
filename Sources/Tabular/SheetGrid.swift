/// One sheet of a workbook as rows of text, for readers that find its titles themselves.
///
/// `Sheet` takes the first row for the header; here it may stand anywhere, in several rows, or more than once.
public struct SheetGrid: Sendable {
    /// As the workbook calls it.
    public let name: String
    /// True where a person who opens the workbook does not see the sheet.
    public let isHidden: Bool
    /// Rows that hold anything, with the workbook's own numbers; cells trimmed, of any number.
    public let rows: [Sheet.Row]
    /// What is wrong with single cells.
    public let problems: [Problem]

    public init(name: String, isHidden: Bool = false, rows: [Sheet.Row], problems: [Problem] = []) {
        self.name = name
        self.isHidden = isHidden
        self.rows = rows.filter { !$0.isBlank }
        self.problems = problems
    }
}

extension Sheet.Row {
    /// The cell's text; blank beyond the row's end.
    public subscript(column: Int) -> String { cells.indices.contains(column) ? cells[column] : "" }

    /// Columns that hold anything, in order.
    public var filled: [Int] { cells.indices.filter { !cells[$0].isEmpty } }
}
