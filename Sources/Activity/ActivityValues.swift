/// The values of one column for the rows that were kept, in order.
public struct ActivityValues: Sendable {
    /// Of text: UTF-8 one after another; text n ends before `ends[n]`.
    public let bytes: [UInt8]
    public let ends: [Int32]
    /// Of everything else, in the unit of the column's kind; 0 where there is none.
    public let numbers: [Int64]
    /// For each row whether there is a value.
    public let isThere: [Bool]
}
