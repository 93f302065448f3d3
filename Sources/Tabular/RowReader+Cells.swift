extension RowReader {
    /// The cell's text without the blanks around it (ASCII and no-break); "" where the row has no such cell.
    public func text(at index: Int) -> String {
        guard index < cells.count else { return "" }
        let cell = cells[index]
        if cell.form != .plain { return TrimmedText.trim(unquoted(cell)) }
        return bytes.withUnsafeBufferPointer { buffer in
            var characters = buffer[Int(cell.start)..<Int(cell.end)]
            if let first = characters.first, let last = characters.last,
                RowReader.opensBlank(first) || last <= 32 || last == 0xA0
            {
                characters = LocalNumber.trimmed(characters)
            }
            return String(decoding: UnsafeBufferPointer(rebasing: characters), as: UTF8.self)
        }
    }

    /// True for no cell, an empty cell, and blanks.
    public func isBlank(at index: Int) -> Bool {
        guard index < cells.count else { return true }
        let cell = cells[index]
        if cell.isEmpty { return true }
        guard cell.form == .plain else { return false }
        return RowReader.opensBlank(bytes[Int(cell.start)]) && text(at: index).isEmpty
    }

    /// True where a byte may begin a blank: an ASCII one, or the no-break space.
    private static func opensBlank(_ byte: UInt8) -> Bool { byte <= 32 || byte == 0xC2 }

    /// The bytes of a short cell as one number, to compare codes by; nil for a cell of more than eight bytes.
    public func packed(at index: Int) -> UInt64? {
        guard index < cells.count else { return nil }
        let cell = cells[index]
        guard cell.form == .plain, cell.end - cell.start <= 8 else { return nil }
        return bytes.withUnsafeBufferPointer { buffer in
            var value: UInt64 = 0
            for place in Int(cell.start)..<Int(cell.end) { value = value << 8 | UInt64(buffer[place]) }
            return value
        }
    }

    /// The number as published, in hundredths; nil where the cell is blank or no such number.
    public func hundredths(at index: Int) -> Int? { published(at: index, decimals: 2) }

    /// The whole number as published; nil where the cell is blank or no such number.
    public func whole(at index: Int) -> Int? { published(at: index, decimals: 0) }

    private func published(at index: Int, decimals: Int) -> Int? {
        guard index < cells.count else { return nil }
        let cell = cells[index]
        guard cell.form == .plain else { return nil }
        return bytes.withUnsafeBufferPointer { buffer in
            FixedPoint.published(buffer, from: Int(cell.start), to: Int(cell.end), decimals: decimals)
        }
    }

    /// True where the cell has the very bytes of a cell seen before in the same file.
    public func isSame(at index: Int, as earlier: CellRange) -> Bool {
        guard index < cells.count else { return false }
        let cell = cells[index]
        guard cell.form == earlier.form else { return false }
        return sameBytes(Int(cell.start)..<Int(cell.end), Int(earlier.start)..<Int(earlier.end))
    }

    /// Where the current row stands in the file, to compare a later row with.
    public var place: RowPlace { RowPlace(row: row, range: rowRange) }

    /// True where the current row repeats an earlier one byte for byte, line breaks aside.
    public func repeats(_ earlier: RowPlace) -> Bool {
        sameBytes(withoutLineBreak(rowRange), withoutLineBreak(earlier.range))
    }

    private func withoutLineBreak(_ range: Range<Int>) -> Range<Int> {
        var end = range.upperBound
        while end > range.lowerBound, bytes[end - 1] == 10 || bytes[end - 1] == 13 { end -= 1 }
        return range.lowerBound..<end
    }

    private func sameBytes(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
        guard left.count == right.count else { return false }
        return bytes.withUnsafeBufferPointer { buffer in
            var (one, other) = (left.lowerBound, right.lowerBound)
            while one < left.upperBound {
                guard buffer[one] == buffer[other] else { return false }
                one += 1
                other += 1
            }
            return true
        }
    }

    private func unquoted(_ cell: CellRange) -> String {
        bytes.withUnsafeBufferPointer { buffer in
            let raw = UnsafeBufferPointer(rebasing: buffer[Int(cell.start)..<Int(cell.end)])
            return String(decoding: RowReader.unquoted(raw, cell.form), as: UTF8.self)
        }
    }
}

/// A row's number and where its bytes stand in its file.
public struct RowPlace: Hashable, Sendable {
    /// As a spreadsheet numbers it.
    public let row: Int
    let range: Range<Int>
}
