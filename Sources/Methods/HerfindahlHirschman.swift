/// How concentrated a whole is in its parts.
///
/// Sizes are whole numbers in any one unit (votes, pence, hundredths of a unit), so that equal inputs give equal
/// answers in any order.
///
/// - Reference: Hirschman, National Power and the Structure of Foreign Trade (1945); Herfindahl (1950).
public struct HerfindahlHirschman: Hashable, Sendable {
    /// The sum of the squared shares, each in per cent: 0 to 10,000.
    public let index: Double
    /// How many parts of equal size would have this index: 10,000 ÷ index.
    public let effectiveNumber: Double
    /// The sum of the four largest shares, 0 to 1.
    public let topFour: Double
    /// Parts larger than nothing.
    public let parts: Int

    /// - Parameter sizes: none negative; parts of size nothing count for nothing.
    /// - Returns: nil when the parts sum to nothing.
    public init?(sizes: [Int]) {
        precondition(sizes.allSatisfy { $0 >= 0 }, "a part is not negative")
        let held = sizes.filter { $0 > 0 }.sorted(by: >)
        let whole = held.reduce(0, +)
        guard whole > 0 else { return nil }
        let shares = held.map { Double($0) / Double(whole) }
        self.index = shares.reduce(0) { $0 + $1 * $1 } * 10_000
        self.effectiveNumber = 10_000 / index
        self.topFour = Double(held.prefix(4).reduce(0, +)) / Double(whole)
        self.parts = held.count
    }
}
