/// The columns of a piece while it is read: memory that doubles as it fills, without what arrays check at every value.
///
/// Not for several threads at once.
final class GrowingColumns {
    private let columns: UnsafeMutableBufferPointer<GrowingColumn>

    /// - Parameter isText: for each column, in order.
    init(isText: [Bool]) {
        columns = .allocate(capacity: isText.count)
        for (place, isText) in isText.enumerated() {
            columns.initializeElement(at: place, to: GrowingColumn(isText: isText))
        }
    }

    deinit {
        for column in columns { column.free() }
        columns.deinitialize()
        columns.deallocate()
    }

    func append(text: UnsafeBufferPointer<UInt8>, to column: Int) { columns[column].append(text: text) }
    func append(number: Int, to column: Int) { columns[column].append(number: Int64(number), isThere: true) }
    func appendNothing(to column: Int) { columns[column].appendNothing() }

    /// Drops the values behind the first so many, if the column has come that far.
    func truncate(_ column: Int, to rows: Int) { columns[column].rows = min(columns[column].rows, rows) }

    /// The text of a row; valid until the next change.
    func text(_ row: Int, of column: Int) -> UnsafeBufferPointer<UInt8> { columns[column].text(row) }
    func number(_ row: Int, of column: Int) -> Int { Int(columns[column].numbers[row]) }

    /// What was taken in, one for each column.
    func values() -> [ActivityValues] { columns.map { $0.values() } }
}

/// One of them. Text n ends before `ends[n]`; a column has either texts or numbers.
private struct GrowingColumn {
    var rows = 0
    private(set) var numbers: UnsafeMutablePointer<Int64>
    private var ends: UnsafeMutablePointer<Int32>
    private var isThere: UnsafeMutablePointer<Bool>
    private var bytes: UnsafeMutablePointer<UInt8>
    private var room = 16_384
    private var byteRoom: Int
    private let isText: Bool

    init(isText: Bool) {
        self.isText = isText
        byteRoom = isText ? 131_072 : 0
        numbers = .allocate(capacity: isText ? 0 : room)
        ends = .allocate(capacity: isText ? room : 0)
        isThere = .allocate(capacity: room)
        bytes = .allocate(capacity: byteRoom)
    }

    func free() {
        numbers.deallocate()
        ends.deallocate()
        isThere.deallocate()
        bytes.deallocate()
    }

    private var byteCount: Int { rows == 0 ? 0 : Int(ends[rows - 1]) }

    mutating func append(text: UnsafeBufferPointer<UInt8>) {
        if rows == room { grow() }
        let (start, end) = (byteCount, byteCount + text.count)
        if end > byteRoom {
            let larger = max(byteRoom * 2, end)
            GrowingColumn.move(&bytes, start, to: larger)
            byteRoom = larger
        }
        if let from = text.baseAddress { (bytes + start).update(from: from, count: text.count) }
        ends[rows] = Int32(end)
        isThere[rows] = !text.isEmpty
        rows += 1
    }

    mutating func append(number: Int64, isThere: Bool) {
        if rows == room { grow() }
        numbers[rows] = number
        self.isThere[rows] = isThere
        rows += 1
    }

    mutating func appendNothing() {
        if isText {
            append(text: UnsafeBufferPointer(start: nil, count: 0))
        } else {
            append(number: 0, isThere: false)
        }
    }

    func text(_ row: Int) -> UnsafeBufferPointer<UInt8> {
        let start = row == 0 ? 0 : Int(ends[row - 1])
        return UnsafeBufferPointer(start: bytes + start, count: Int(ends[row]) - start)
    }

    func values() -> ActivityValues {
        func array<Value>(_ start: UnsafeMutablePointer<Value>, _ count: Int) -> [Value] {
            Array(UnsafeBufferPointer(start: start, count: count))
        }
        return ActivityValues(
            bytes: array(bytes, isText ? byteCount : 0), ends: array(ends, isText ? rows : 0),
            numbers: array(numbers, isText ? 0 : rows), isThere: array(isThere, rows))
    }

    private mutating func grow() {
        if isText {
            GrowingColumn.move(&ends, rows, to: room * 2)
        } else {
            GrowingColumn.move(&numbers, rows, to: room * 2)
        }
        GrowingColumn.move(&isThere, rows, to: room * 2)
        room *= 2
    }

    private static func move<Value: BitwiseCopyable>(
        _ values: inout UnsafeMutablePointer<Value>, _ count: Int, to room: Int
    ) {
        let larger = UnsafeMutablePointer<Value>.allocate(capacity: room)
        larger.update(from: values, count: count)
        values.deallocate()
        values = larger
    }
}
