/// Units of dental activity (UDAs, UOAs) in hundredths, exact.
///
/// NHSBSA publishes delivered units to one decimal and targets whole; a prescription counts 0.75 (hundredths
/// hold all of them).
public struct Units: Hashable, Comparable, Sendable {
    public var hundredths: Int

    public init(hundredths: Int) {
        self.hundredths = hundredths
    }

    public init(_ whole: Int) {
        self.hundredths = whole * 100
    }

    public static let zero = Units(hundredths: 0)

    public static func < (left: Units, right: Units) -> Bool { left.hundredths < right.hundredths }
    public static func + (left: Units, right: Units) -> Units {
        Units(hundredths: left.hundredths + right.hundredths)
    }
    public static func - (left: Units, right: Units) -> Units {
        Units(hundredths: left.hundredths - right.hundredths)
    }
    public static prefix func - (units: Units) -> Units { Units(hundredths: -units.hundredths) }
    public static func += (left: inout Units, right: Units) { left.hundredths += right.hundredths }
    public static func -= (left: inout Units, right: Units) { left.hundredths -= right.hundredths }

    /// The units times `numerator ÷ denominator`, to the nearest hundredth, halves away from zero.
    ///
    /// - Precondition: `denominator` is not zero.
    public func scaled(by numerator: Int, over denominator: Int) -> Units {
        Units(hundredths: roundedQuotient(hundredths, times: numerator, over: denominator))
    }

    /// For arithmetic that is an estimate anyway (forecasts); sums stay in `Units`.
    public var approximate: Double { Double(hundredths) / 100 }

    /// The nearest hundredth of an estimate.
    public init(approximating value: Double) {
        self.hundredths = Int((value * 100).rounded())
    }

    /// The nearest whole unit, halves away from zero: an estimate has no hundredths to show.
    public var nearestWhole: Units { Units(roundedQuotient(hundredths, times: 1, over: 100)) }

    /// With thousands separators and as many decimals as there are: `19,145`, `1,592.6`, `0.75`.
    public var description: String {
        "\(hundredths < 0 ? "−" : "")\(grouped(abs(hundredths) / 100))\(decimals)"
    }

    /// A plain decimal for files: `1592.6`.
    public var decimalText: String {
        "\(hundredths < 0 ? "-" : "")\(abs(hundredths) / 100)\(decimals)"
    }

    /// Whole units for reading, halves away from zero: `1,593`.
    public var inWhole: String {
        let whole = roundedQuotient(hundredths, times: 1, over: 100)
        return "\(whole < 0 ? "−" : "")\(grouped(abs(whole)))"
    }

    private var decimals: String {
        let rest = abs(hundredths) % 100
        if rest == 0 { return "" }
        if rest % 10 == 0 { return ".\(rest / 10)" }
        return rest < 10 ? ".0\(rest)" : ".\(rest)"
    }
}

extension Units: CustomStringConvertible {}

extension Sequence where Element == Units {
    public func total() -> Units { reduce(.zero, +) }
}
