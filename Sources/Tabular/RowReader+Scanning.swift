/// Where a cell's characters stand in the file, without its quotation marks.
public struct CellRange: Hashable, Sendable {
    let start: UInt32
    let end: UInt32
    let form: Form

    enum Form: UInt8, Sendable {
        /// The bytes are the text.
        case plain
        /// Quotation marks inside are doubled.
        case doubled
        /// Text follows the closing quotation mark; the range takes in everything.
        case mixed
    }

    var isEmpty: Bool { start == end }

    /// How many bytes the cell has, those of doubled quotation marks too.
    public var byteCount: Int { Int(end - start) }
}

extension RowReader {
    enum Ending { case lineBreak, endOfFile, openQuote }

    /// One row, from `position`, which is moved behind its line break.
    static func scan(
        _ bytes: UnsafeBufferPointer<UInt8>, from position: inout Int, delimiter: UInt8,
        into cells: inout [CellRange], breaks: inout Int
    ) -> Ending {
        cells.removeAll(keepingCapacity: true)
        breaks = 0
        let highestStop = max(delimiter, 13)
        let count = bytes.count
        var place = position
        var isOpen = false
        while true {
            let start = place
            var opening = place
            while opening < count, bytes[opening] == 32 { opening += 1 }
            if opening < count, bytes[opening] == UInt8(ascii: "\"") {
                let cell = quoted(bytes, start: start, opening: opening, delimiter: delimiter, end: &place)
                isOpen = cell == nil
                if !isOpen { breaks += lineBreaks(bytes, from: opening, to: place) }
                cells.append(cell ?? CellRange(start: UInt32(opening + 1), end: UInt32(count), form: .doubled))
            } else {
                while place < count {
                    let byte = bytes[place]
                    if byte <= highestStop, byte == delimiter || byte == 10 || byte == 13 { break }
                    place &+= 1
                }
                cells.append(CellRange(start: UInt32(start), end: UInt32(place), form: .plain))
            }
            if place >= count {
                position = count
                return isOpen ? .openQuote : .endOfFile
            }
            let stop = bytes[place]
            place += 1
            if stop == delimiter { continue }
            if stop == 13, place < count, bytes[place] == 10 { place += 1 }
            position = place
            return .lineBreak
        }
    }

    /// How many line breaks stand within a quoted cell.
    private static func lineBreaks(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Int {
        var count = 0
        for place in start..<end {
            if bytes[place] == 10 || (bytes[place] == 13 && place + 1 < end && bytes[place + 1] != 10) { count += 1 }
        }
        return count
    }

    /// What stops the cell that opens with that quotation mark; nil where the mark is never closed.
    static func endOfQuoted(_ bytes: UnsafeBufferPointer<UInt8>, opening: Int, delimiter: UInt8) -> Int? {
        var end = opening
        return quoted(bytes, start: opening, opening: opening, delimiter: delimiter, end: &end).map { _ in end }
    }

    /// A cell that opens with a quotation mark; `end` is moved to what stops it. Nil where the mark is never closed.
    private static func quoted(
        _ bytes: UnsafeBufferPointer<UInt8>, start: Int, opening: Int, delimiter: UInt8, end: inout Int
    ) -> CellRange? {
        let count = bytes.count
        let quote = UInt8(ascii: "\"")
        var place = opening + 1
        var form = CellRange.Form.plain
        while true {
            guard let mark = bytes.place(of: quote, from: place) else {
                end = count
                return nil
            }
            place = mark
            if place + 1 < count, bytes[place + 1] == quote {
                form = .doubled
                place += 2
            } else {
                break
            }
        }
        let closing = place
        place += 1
        while place < count, bytes[place] == 32 { place += 1 }
        func stops(_ byte: UInt8) -> Bool { byte == delimiter || byte == 10 || byte == 13 }
        if place >= count || stops(bytes[place]) {
            end = place
            return CellRange(start: UInt32(opening + 1), end: UInt32(closing), form: form)
        }
        while place < count, !stops(bytes[place]) { place += 1 }
        end = place
        return CellRange(start: UInt32(start), end: UInt32(place), form: .mixed)
    }
}
