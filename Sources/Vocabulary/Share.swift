/// A part of a whole, kept as the two numbers it came from, so that 95.999 % is never taken for 96 %.
///
/// `Share(9_599, of: 10_000) < Share(percent: 96)` compares exactly, in 128 bits.
public struct Share: Sendable {
    public let part: Int
    public let whole: Int

    /// - Returns: nil when the whole is zero or negative: a share of nothing is not a number.
    public init?(_ part: Int, of whole: Int) {
        guard whole > 0 else { return nil }
        self.part = part
        self.whole = whole
    }

    public init?(_ part: Units, of whole: Units) {
        self.init(part.hundredths, of: whole.hundredths)
    }

    public init?(_ part: Money, of whole: Money) {
        self.init(part.pence, of: whole.pence)
    }

    /// A whole number of per cent.
    public init(percent: Int) {
        self.part = percent
        self.whole = 100
    }

    public static let whole = Share(percent: 100)

    /// For pictures and estimates only; comparisons use the exact parts.
    public var approximate: Double { Double(part) / Double(whole) }

    /// Per cent with one decimal, halves away from zero: `97.4 %`.
    public var description: String { percentText(decimals: 1) }

    /// - Parameter decimals: 0 to 4.
    public func percentText(decimals: Int) -> String {
        let scale = [1, 10, 100, 1_000, 10_000][decimals]
        let value = roundedQuotient(part, times: 100 * scale, over: whole)
        let rest = String(abs(value) % scale)
        let padded = String(repeating: "0", count: max(0, decimals - rest.count)) + rest
        return "\(value < 0 ? "−" : "")\(grouped(abs(value) / scale))\(decimals == 0 ? "" : ".\(padded)") %"
    }

    /// Thousandths of a per cent, for files: 97.4 % is 97.4.
    public var percentNumber: Double {
        Double(roundedQuotient(part, times: 100_000, over: whole)) / 1_000
    }
}

extension Share: Comparable, Hashable, CustomStringConvertible {
    public static func == (left: Share, right: Share) -> Bool {
        Int128(left.part) * Int128(right.whole) == Int128(right.part) * Int128(left.whole)
    }

    public static func < (left: Share, right: Share) -> Bool {
        Int128(left.part) * Int128(right.whole) < Int128(right.part) * Int128(left.whole)
    }

    public func hash(into hasher: inout Hasher) {
        var (larger, smaller) = (whole.magnitude, part.magnitude)
        while smaller != 0 { (larger, smaller) = (smaller, larger % smaller) }
        hasher.combine(part / Int(larger))
        hasher.combine(whole / Int(larger))
    }
}
