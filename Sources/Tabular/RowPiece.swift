/// Rows of a large file, piece by piece: a piece holds whole rows, and pieces may be read side by side.
///
/// Rows and cells are those that `RowReader` finds in the whole file.
public struct RowPiece: Sendable {
    public let bytes: [UInt8]
    public let delimiter: UInt8
    /// True where nothing of the file follows it.
    public let isLast: Bool

    public init(bytes: [UInt8], delimiter: UInt8, isLast: Bool = false) {
        self.bytes = bytes
        self.delimiter = delimiter
        self.isLast = isLast
    }

    /// How a piece ends.
    public enum Ending: Sendable, Hashable {
        case lineBreak
        /// The last row has no line break: the file's end, or a file that was cut off.
        case endOfFile
        /// A quotation mark that is never closed.
        case openQuote
    }

    /// One row: its cells' bytes without the quotation marks around them.
    public struct Row {
        fileprivate let buffer: UnsafeBufferPointer<UInt8>
        /// The row's number within the piece, from 1; a line on which nothing stands is counted.
        public fileprivate(set) var number: Int
        public fileprivate(set) var cells: [CellRange]

        /// The bytes of a cell; those with quotation marks inside are unescaped first.
        ///
        /// - Precondition: the row has such a cell.
        public func withCell<Answer>(
            _ place: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> Answer
        ) rethrows -> Answer {
            let cell = cells[place]
            let raw = UnsafeBufferPointer(rebasing: buffer[Int(cell.start)..<Int(cell.end)])
            guard cell.form != .plain else { return try body(raw) }
            return try RowReader.unquoted(raw, cell.form).withUnsafeBufferPointer(body)
        }

        /// True where nothing stands in the cell but blanks, or there is no such cell.
        public func isBlank(_ place: Int) -> Bool {
            guard place < cells.count else { return true }
            let cell = cells[place]
            guard cell.form == .plain else { return false }
            var at = Int(cell.start)
            while at < Int(cell.end), buffer[at] <= 32 { at += 1 }
            return at == Int(cell.end)
        }
    }

    /// Hands on each row that holds anything, in order.
    ///
    /// - Returns: how many rows the piece counts, blank ones too, and how it ends.
    @discardableResult
    public func forEachRow<Failure: Error>(
        _ body: (borrowing Row) throws(Failure) -> Void
    ) throws(Failure) -> (rows: Int, ending: Ending) {
        let found = bytes.withUnsafeBufferPointer { buffer -> Result<(rows: Int, ending: Ending), Failure> in
            var row = Row(buffer: buffer, number: 0, cells: [])
            var (position, breaks, ending) = (0, 0, Ending.lineBreak)
            while position < buffer.count {
                row.number += 1
                switch RowReader.scan(buffer, from: &position, delimiter: delimiter, into: &row.cells, breaks: &breaks)
                {
                case .lineBreak: ending = .lineBreak
                case .endOfFile: ending = .endOfFile
                case .openQuote: ending = .openQuote
                }
                if row.cells[0].isEmpty, row.cells.indices.allSatisfy({ row.isBlank($0) }) { continue }
                do throws(Failure) {
                    try body(row)
                } catch {
                    return .failure(error)
                }
            }
            return .success((row.number, ending))
        }
        return try found.get()
    }
}

extension RowReader {
    /// A cell's text where quotation marks stand inside it.
    static func unquoted(_ raw: UnsafeBufferPointer<UInt8>, _ form: CellRange.Form) -> [UInt8] {
        let quote = UInt8(ascii: "\"")
        var text: [UInt8] = []
        var place = 0
        var isInside = form == .doubled
        var isFirstQuote = form == .mixed
        while place < raw.count {
            let byte = raw[place]
            place += 1
            if byte == quote, isFirstQuote {
                (isFirstQuote, isInside) = (false, true)
            } else if byte == quote, isInside {
                if place < raw.count, raw[place] == quote {
                    text.append(quote)
                    place += 1
                } else {
                    isInside = false
                }
            } else {
                text.append(byte)
            }
        }
        return text
    }
}

extension RowPiece {
    /// The first row that holds anything: its cells as text, how many lines it and those before it take, and where it ends.
    ///
    /// - Parameter delimiter: found from the row when nil: comma, tab, semicolon or bar, whichever occurs most.
    /// - Returns: nil where no whole row is there.
    public static func header(
        in bytes: [UInt8], delimiter: UInt8?
    ) -> (titles: [String], delimiter: UInt8, lines: Int, end: Int)? {
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        let delimiter = delimiter ?? RowReader.likelyDelimiter(of: bytes, from: start)
        return bytes.withUnsafeBufferPointer { buffer in
            var row = Row(buffer: buffer, number: 0, cells: [])
            var (position, breaks) = (start, 0)
            while position < buffer.count {
                row.number += 1
                let ending = RowReader.scan(
                    buffer, from: &position, delimiter: delimiter, into: &row.cells, breaks: &breaks)
                if row.cells[0].isEmpty, row.cells.indices.allSatisfy({ row.isBlank($0) }) { continue }
                guard ending == .lineBreak else { return nil }
                let titles = row.cells.indices.map { place in row.withCell(place) { CellText.text($0) } }
                return (titles, delimiter, row.number, position)
            }
            return nil
        }
    }
}
