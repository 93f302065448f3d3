public import Vocabulary

/// Rows of two labels and some numbers, read straight from the bytes of a CSV: for files of a million rows.
///
/// Labels are kept once each, and rows as their places, so that memory is 8 bytes a row and 8 a number. A row whose label
/// is that of the row before, or the next of a cycle, costs a comparison and no lookup.
public struct LabelledNumbers: Sendable {
    /// Each label of the first column once, in the order in which they come; and of the second.
    public let labels: (first: [String], second: [String])
    /// A row's place in the labels.
    public let first: [Int32]
    public let second: [Int32]
    /// A column's numbers by row; not a number where the cell is blank or stands for a suppressed figure.
    public let numbers: [[Double]]

    /// - Parameters:
    ///   - bytes: UTF-8, the header first; cells may be quoted, but not run over lines.
    ///   - name: of the file, for sentences.
    ///   - labels: the headers of the two columns of labels.
    ///   - numbers: the headers of the columns of numbers.
    ///   - suppressed: what stands for a figure that is kept back: `*`, `c`.
    /// - Throws: `Refusal`: `no-rows`, `missing-column`, `not-a-number` and `ragged-row` with the row.
    public init(
        csv bytes: UnsafeBufferPointer<UInt8>, named name: String, labels: (String, String), numbers: [String],
        suppressed: Set<String> = ["*", "c"]
    ) throws(Refusal) {
        precondition(
            Set([labels.0, labels.1] + numbers).count == numbers.count + 2, "each column is asked for once")
        var reading = LabelledReading(bytes: bytes, name: name, suppressed: suppressed.map { Array($0.utf8) })
        let header = reading.header()
        var wanted: [Int] = []
        for column in [labels.0, labels.1] + numbers {
            guard let place = header.firstIndex(of: column) else {
                throw Refusal(
                    .input, code: "missing-column", "\(name) has no column “\(column)”.",
                    remedy: "It has: \(header.prefix(20).map(\.printable).joined(separator: ", ")).")
            }
            wanted.append(place)
        }
        var roles = [Int](repeating: -1, count: header.count)
        for (role, place) in wanted.enumerated() { roles[place] = role }
        // About as many rows as there would be of the first row's length.
        let guess = bytes.count / 12 + 1
        var (first, second) = ([Int32](), [Int32]())
        first.reserveCapacity(guess)
        second.reserveCapacity(guess)
        // Row by row in one list, and parted into columns at the end.
        var cells: [Double] = []
        cells.reserveCapacity(guess * numbers.count)
        var order: [Int] = []
        for role in roles where role > 1 { order.append(role - 2) }
        var (firsts, seconds) = (LabelIndex(), LabelIndex())
        var row = 1
        while reading.position < bytes.count {
            row += 1
            if reading.skipBlankLine() { continue }
            for place in 0..<roles.count {
                let role = roles[place]
                if role == 0 || role == 1 {
                    let cell = reading.cell()
                    if role == 0 { first.append(firsts.place(of: cell, in: bytes)) }
                    if role == 1 { second.append(seconds.place(of: cell, in: bytes)) }
                } else if role > 1 {
                    guard let number = reading.number() else {
                        throw Refusal(
                            .input, code: "not-a-number",
                            "Row \(row) of \(name) has “\(reading.text(of: reading.cell()).printable)” for "
                                + "“\(header[place])”, which is no number.")
                    }
                    cells.append(number)
                } else {
                    _ = reading.cell()
                }
                guard reading.delimit(isLast: place == roles.count - 1) else {
                    throw Refusal(
                        .input, code: "ragged-row",
                        "Row \(row) of \(name) has not the \(roles.count) cells of its header.")
                }
            }
        }
        guard !first.isEmpty else {
            throw Refusal(.input, code: "no-rows", "\(name) has no rows.")
        }
        self.labels = (firsts.labels, seconds.labels)
        self.first = first
        self.second = second
        let (width, rows) = (numbers.count, first.count)
        self.numbers = numbers.indices.map { column in
            let place = order.firstIndex(of: column) ?? 0
            return [Double](unsafeUninitializedCapacity: rows) { room, count in
                for row in 0..<rows { room.initializeElement(at: row, to: cells[row * width + place]) }
                count = rows
            }
        }
    }
}

/// The labels met so far, with a guess of the next.
private struct LabelIndex {
    private(set) var labels: [String] = []
    private var ranges: [Range<Int>] = []
    private var places: [String: Int32] = [:]
    private var last: Int32 = -1

    mutating func place(of cell: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Int32 {
        if last >= 0 {
            if isSame(Int(last), cell, bytes) { return last }
            let next = Int(last) + 1 < ranges.count ? Int(last) + 1 : 0
            if isSame(next, cell, bytes) {
                last = Int32(next)
                return last
            }
        }
        let text = LabelledReading.text(of: cell, in: bytes)
        if let place = places[text] {
            last = place
        } else {
            last = Int32(labels.count)
            labels.append(text)
            ranges.append(cell)
            places[text] = last
        }
        return last
    }

    @inline(__always)
    private func isSame(_ place: Int, _ cell: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let range = ranges[place]
        guard range.count == cell.count else { return false }
        for step in 0..<cell.count where bytes[range.lowerBound + step] != bytes[cell.lowerBound + step] {
            return false
        }
        return true
    }
}

/// Where the reading of a file stands.
private struct LabelledReading {
    let bytes: UnsafeBufferPointer<UInt8>
    let name: String
    let suppressed: [[UInt8]]
    var position = 0

    init(bytes: UnsafeBufferPointer<UInt8>, name: String, suppressed: [[UInt8]]) {
        self.bytes = bytes
        self.name = name
        self.suppressed = suppressed
        if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { position = 3 }
    }

    mutating func header() -> [String] {
        var header: [String] = []
        while position < bytes.count {
            header.append(text(of: cell()))
            if position >= bytes.count || bytes[position] != 44 { break }
            position += 1
        }
        _ = delimit(isLast: true)
        return header
    }

    /// The bytes of the next cell, without its quotation marks.
    @inline(__always)
    mutating func cell() -> Range<Int> {
        if position < bytes.count, bytes[position] == 34 { return quoted() }
        let start = position
        while position < bytes.count {
            let byte = bytes[position]
            if byte == 44 || byte == 10 || byte == 13 { break }
            position += 1
        }
        return start..<position
    }

    private mutating func quoted() -> Range<Int> {
        position += 1
        let start = position
        while position < bytes.count, bytes[position] != 10 {
            if bytes[position] == 34 {
                guard position + 1 < bytes.count, bytes[position + 1] == 34 else { break }
                position += 1
            }
            position += 1
        }
        let end = position
        if position < bytes.count, bytes[position] == 34 { position += 1 }
        return start..<end
    }

    /// The number of the next cell; nil, and back at its beginning, where it is none.
    @inline(__always)
    mutating func number() -> Double? {
        let start = position
        var whole = 0
        var at = position
        while at < bytes.count, at - start < 16 {
            let digit = Int(bytes[at]) - 48
            if digit < 0 || digit > 9 { break }
            whole = whole * 10 + digit
            at += 1
        }
        if at > start, at == bytes.count || bytes[at] == 44 || bytes[at] == 10 || bytes[at] == 13 {
            position = at
            return Double(whole)
        }
        let range = cell()
        if range.isEmpty { return .nan }
        if suppressed.contains(where: { $0.count == range.count && zip($0, range).allSatisfy { $0 == bytes[$1] } }) {
            return .nan
        }
        if let number = Double(text(of: range)), number.isFinite { return number }
        position = start
        return nil
    }

    /// Moves past a comma, or past the end of the line after the last cell.
    @inline(__always)
    mutating func delimit(isLast: Bool) -> Bool {
        if !isLast {
            guard position < bytes.count, bytes[position] == 44 else { return false }
            position += 1
            return true
        }
        if position < bytes.count, bytes[position] == 13 { position += 1 }
        guard position < bytes.count else { return true }
        guard bytes[position] == 10 else { return bytes[position - 1] == 13 }
        position += 1
        return true
    }

    mutating func skipBlankLine() -> Bool {
        guard bytes[position] == 10 || bytes[position] == 13 else { return false }
        position += 1
        return true
    }

    func text(of range: Range<Int>) -> String { LabelledReading.text(of: range, in: bytes) }

    static func text(of range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> String {
        let text = String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
        return text.contains("\"\"") ? text.replacing("\"\"", with: "\"") : text
    }
}
