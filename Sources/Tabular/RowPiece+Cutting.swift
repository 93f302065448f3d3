#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

extension RowPiece {
    /// True where it is no text.
    public var holdsNUL: Bool { bytes.withUnsafeBufferPointer { $0.place(of: 0, from: 0) != nil } }

    /// Where the last whole row ends within bytes that begin with a row; 0 where none does.
    ///
    /// Only a quotation mark that opens a cell hides line breaks, so what lies between quoted cells is not looked at but for
    /// its last line break.
    public static func endOfRows(in bytes: [UInt8], delimiter: UInt8) -> Int {
        bytes.withUnsafeBufferPointer { buffer in
            var (last, clear, place) = (0, 0, 0)
            while let mark = buffer.place(of: UInt8(ascii: "\""), from: place) {
                guard buffer.opensCell(at: mark, notBefore: clear, delimiter: delimiter) else {
                    place = mark + 1
                    continue
                }
                last = buffer.endOfLine(from: clear, to: mark) ?? last
                guard let end = RowReader.endOfQuoted(buffer, opening: mark, delimiter: delimiter) else { return last }
                (clear, place) = (end, end)
            }
            return buffer.endOfLine(from: clear, to: buffer.count) ?? last
        }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Where a byte stands next; nil where it does not.
    func place(of byte: UInt8, from start: Int) -> Int? {
        guard start < count, let baseAddress, let found = memchr(baseAddress + start, Int32(byte), count - start) else {
            return nil
        }
        return UnsafeRawPointer(found) - UnsafeRawPointer(baseAddress)
    }

    /// True where nothing but blanks lies between a quotation mark and the beginning of its cell.
    fileprivate func opensCell(at mark: Int, notBefore start: Int, delimiter: UInt8) -> Bool {
        var place = mark
        while place > start, self[place - 1] == 32 { place -= 1 }
        guard place > 0 else { return true }
        let before = self[place - 1]
        return before == delimiter || before == 10 || before == 13
    }

    /// Behind the last line break; a carriage return at the very end may yet be followed by its line feed.
    fileprivate func endOfLine(from start: Int, to end: Int) -> Int? {
        var place = end
        while place > start {
            let byte = self[place - 1]
            if byte == 10 || (byte == 13 && place < count) { return place }
            place -= 1
        }
        return nil
    }
}
