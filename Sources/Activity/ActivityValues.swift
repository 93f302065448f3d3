/// The values of one column for the rows that were kept, in order.
public struct ActivityValues: Sendable {
    /// Of text: UTF-8 one after another; text n ends before `ends[n]`.
    public internal(set) var bytes: [UInt8] = []
    public internal(set) var ends: [Int32] = []
    /// Of everything else, in the unit of the column's kind; 0 where there is none.
    public internal(set) var numbers: [Int64] = []
    /// For each row whether there is a value.
    public internal(set) var isThere: [Bool] = []

    init() {}

    mutating func append(text: UnsafeBufferPointer<UInt8>) {
        bytes.append(contentsOf: text)
        ends.append(Int32(bytes.count))
        isThere.append(!text.isEmpty)
    }

    mutating func append(number: Int) {
        numbers.append(Int64(number))
        isThere.append(true)
    }

    mutating func appendNothing(isText: Bool) {
        if isText { ends.append(Int32(bytes.count)) } else { numbers.append(0) }
        isThere.append(false)
    }

    /// Drops the last row's value, if the column has come that far.
    mutating func truncate(to rows: Int, isText: Bool) {
        guard isThere.count > rows else { return }
        isThere.removeLast()
        if isText {
            ends.removeLast()
            bytes.removeLast(bytes.count - Int(ends.last ?? 0))
        } else {
            numbers.removeLast()
        }
    }
}
