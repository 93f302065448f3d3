public import Vocabulary

/// Delimited text, row by row, in one pass; cells stay bytes until they are asked for.
///
/// RFC 4180 with tolerance: CRLF, LF or CR end a row; a quoted cell may hold delimiters, doubled quotes and line
/// breaks; text after a closing quote is kept as it stands. A line on which nothing stands, or only blank cells, is
/// no row, but is counted in row numbers, as in a spreadsheet.
///
/// ```swift
/// var reader = try RowReader(bytes, named: "targets.csv")
/// while reader.next() { print(reader.row, reader.text(at: 0)) }
/// let notes = try reader.finish()
/// ```
public struct RowReader: Sendable {
    /// The file's name, as it stands in refusals.
    public let name: String
    public let encoding: TextEncoding
    public let delimiter: UInt8
    /// The header's cells, trimmed; the titles by which problems name a column.
    public private(set) var header: [String] = []
    /// The current row as a spreadsheet numbers it.
    public private(set) var row = 0
    /// The current row's cells.
    public private(set) var cells: [CellRange] = []
    /// Line breaks inside the current row's cells; 0 where each cell stands on one line.
    public private(set) var lineBreaksInside = 0
    /// UTF-8, whatever the file came in.
    let bytes: [UInt8]
    private var position: Int
    /// Where the current row's bytes stand.
    private(set) var rowRange: Range<Int> = 0..<0
    private var isQuoteOpen = false
    private var endsWithLineBreak = true
    private let undefined: [Int]
    private var undefinedSeen = 0
    private var undefinedRows: [Int] = []

    /// - Parameter delimiter: found from the header when nil: comma, tab, semicolon or bar, whichever occurs most.
    /// - Throws: `Refusal` of kind `input`: `empty`, `binary`, `too-large`, `unreadable-encoding`, `truncated`.
    public init(_ raw: [UInt8], named name: String, delimiter: UInt8? = nil) throws(Refusal) {
        let decoded = try DecodedText(raw, named: name)
        self.name = name
        encoding = decoded.encoding
        bytes = decoded.bytes
        position = decoded.start
        undefined = decoded.undefined
        self.delimiter = delimiter ?? RowReader.likelyDelimiter(of: decoded.bytes, from: decoded.start)
        guard next() else {
            throw Refusal(.input, code: "empty", "\(name) has no header row.", remedy: "Ask the sender for it again.")
        }
        header = cells.indices.map { text(at: $0) }
    }

    /// Moves on to the next row that holds anything.
    public mutating func next() -> Bool {
        while position < bytes.count {
            row += 1
            let start = position
            var scanned = cells
            cells = []
            var breaks = 0
            let ending = bytes.withUnsafeBufferPointer { buffer in
                RowReader.scan(buffer, from: &position, delimiter: delimiter, into: &scanned, breaks: &breaks)
            }
            cells = scanned
            lineBreaksInside = breaks
            rowRange = start..<position
            if ending != .lineBreak { endsWithLineBreak = false }
            if ending == .openQuote { isQuoteOpen = true }
            if undefinedSeen < undefined.count { notice() }
            if !cells[0].isEmpty || !cells.indices.allSatisfy({ isBlank(at: $0) }) { return true }
        }
        return false
    }

    /// Moves past the last row, and says what a person should know of how the file ends.
    ///
    /// - Returns: notes: `no-final-line-break`, `undefined-byte`.
    /// - Throws: `Refusal`, code `truncated`: a quotation mark is never closed, or the last row is short of cells and
    ///   has no line break.
    public mutating func finish() throws(Refusal) -> [Problem] {
        while next() {}
        if isQuoteOpen {
            throw truncated("the quotation mark opened in row \(row) is never closed")
        }
        if !endsWithLineBreak, cells.count < header.count {
            throw truncated("its last row, \(row), stops after \(cells.count) of \(header.count) cells")
        }
        var notes: [Problem] = undefinedRows.map { row in
            Problem(
                row: row, column: nil, code: "undefined-byte",
                "The row holds a byte that means nothing in Windows-1252; it is shown as \u{FFFD}.", effect: .noted)
        }
        if !endsWithLineBreak {
            notes.append(
                Problem(
                    row: row, column: nil, code: "no-final-line-break",
                    "The last row is whole, but no line break follows it; the file may have lost its end.",
                    effect: .noted))
        }
        return notes
    }

    /// The problem of a row with too few cells, or with more than the header that are not blank; nil for a good row.
    public var raggedness: Problem? {
        guard cells.count != header.count else { return nil }
        if cells.count > header.count, cells.indices[header.count...].allSatisfy({ isBlank(at: $0) }) { return nil }
        return Problem(
            row: row, column: nil, code: "ragged-row",
            "The row has \(cells.count) cells, the header \(header.count).", effect: .refused)
    }

    /// The refusal of a file in which no cell may hold a line break; nil where the current row's cells hold none.
    ///
    /// Code `cell-over-lines`: a quotation mark too many takes the lines after it into one cell.
    public var cellOverLines: Refusal? {
        guard lineBreaksInside > 0 else { return nil }
        return Refusal(
            .input, code: "cell-over-lines",
            "A quotation mark opened in row \(row) of \(name) runs over \(lineBreaksInside + 1) lines.",
            remedy: "Remove the quotation mark, or ask the sender for the file again.")
    }

    private func truncated(_ how: String) -> Refusal {
        Refusal(
            .input, code: "truncated", "\(name) is cut off: \(how).", remedy: "Ask the sender for the whole file.")
    }

    private mutating func notice() {
        while undefinedSeen < undefined.count, undefined[undefinedSeen] < position {
            undefinedSeen += 1
            if undefinedRows.last != row { undefinedRows.append(row) }
        }
    }

    static func likelyDelimiter(of bytes: [UInt8], from start: Int) -> UInt8 {
        let candidates: [UInt8] = [UInt8(ascii: ","), 9, UInt8(ascii: ";"), UInt8(ascii: "|")]
        var counts = [0, 0, 0, 0]
        var isQuoted = false
        var hasText = false
        for byte in bytes[start...] {
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if isQuoted { continue }
            if byte == 10 || byte == 13 {
                if hasText { break } else { continue }
            }
            hasText = true
            if let place = candidates.firstIndex(of: byte) { counts[place] += 1 }
        }
        let most = counts.max() ?? 0
        return candidates[counts.firstIndex(of: most) ?? 0]
    }
}
