import Vocabulary

/// How much was done, in ten-thousandths, exact: contract monitoring counts in parts (half a session, a day of care).
public struct ActivityAmount: Hashable, Comparable, Sendable, CustomStringConvertible {
    public var tenThousandths: Int

    public init(tenThousandths: Int) { self.tenThousandths = tenThousandths }

    public init(_ whole: Int) { tenThousandths = whole * 10_000 }

    public static let zero = ActivityAmount(tenThousandths: 0)

    public static func < (left: Self, right: Self) -> Bool { left.tenThousandths < right.tenThousandths }
    public static func + (left: Self, right: Self) -> Self {
        Self(tenThousandths: left.tenThousandths + right.tenThousandths)
    }
    public static func - (left: Self, right: Self) -> Self {
        Self(tenThousandths: left.tenThousandths - right.tenThousandths)
    }
    public static func += (left: inout Self, right: Self) { left.tenThousandths += right.tenThousandths }

    /// For estimates and for showing; sums stay exact.
    public var approximate: Double { Double(tenThousandths) / 10_000 }

    /// With thousands separators and as many decimals as there are: `1,234.5`.
    public var description: String {
        let rest = tenThousandths.magnitude % 10_000
        var decimals = String(rest + 10_000).dropFirst()
        while decimals.last == "0" { decimals.removeLast() }
        let whole = grouped(Int(tenThousandths.magnitude / 10_000))
        return "\(tenThousandths < 0 ? "−" : "")\(whole)\(decimals.isEmpty ? "" : ".\(decimals)")"
    }

    /// The amount in proportion to `weights`, losing and inventing nothing; see `Money.shared(by:)`.
    func shared(by weights: [Int]) throws(SharingError) -> [ActivityAmount] {
        try Units(hundredths: tenThousandths).shared(by: weights).map { Self(tenThousandths: $0.hundredths) }
    }
}
