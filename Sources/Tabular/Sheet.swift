public import Vocabulary

/// A small table as text with its row numbers, from a CSV file or a workbook: what local readers read.
///
/// A national file goes through `RowReader` instead, which does not make a string of every cell.
public struct Sheet: Sendable {
    /// The file's name, as it stands in refusals.
    public let name: String
    /// Trimmed.
    public let header: [String]
    public let rows: [Row]
    /// What a person should know of the file itself: how it ends, bytes that mean nothing.
    public let notes: [Problem]

    public struct Row: Hashable, Sendable {
        /// As a spreadsheet numbers it.
        public let number: Int
        /// Trimmed.
        public let cells: [String]

        public init(number: Int, cells: [String]) {
            self.number = number
            self.cells = cells.map { TrimmedText.trim($0) }
        }

        var isBlank: Bool { cells.allSatisfy(\.isEmpty) }
    }

    /// From a workbook's rows; the first that is not blank is the header, later blank ones are no rows.
    ///
    /// - Throws: `Refusal` of kind `input`, code `empty`.
    public init(name: String, rows: [Row]) throws(Refusal) {
        let filled = rows.filter { !$0.isBlank }
        guard let first = filled.first else {
            throw Refusal(.input, code: "empty", "\(name) has no header row.", remedy: "Ask the sender for it again.")
        }
        self.name = name
        let width = (first.cells.lastIndex { !$0.isEmpty } ?? 0) + 1
        header = Array(first.cells.prefix(width))
        self.rows = filled.dropFirst().map { row in
            // A workbook leaves out blank cells at the end of a row, or adds them.
            let extra = row.cells.dropFirst(width).lastIndex { !$0.isEmpty }.map { $0 + 1 } ?? width
            let cells = Array(row.cells.prefix(extra))
            return Row(number: row.number, cells: cells + Array(repeating: "", count: max(0, width - cells.count)))
        }
        notes = []
    }

    /// From the bytes of a CSV file; for refusals see `RowReader`.
    public init(csv bytes: [UInt8], named name: String, delimiter: UInt8? = nil) throws(Refusal) {
        var reader = try RowReader(bytes, named: name, delimiter: delimiter)
        var rows: [Row] = []
        while reader.next() {
            rows.append(Row(number: reader.row, cells: reader.cells.indices.map { reader.text(at: $0) }))
        }
        self.name = name
        notes = try reader.finish()
        header = reader.header
        self.rows = rows
    }
}
