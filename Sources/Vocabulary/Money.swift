/// An amount in whole pence; never binary floating point.
///
/// Additions trap on overflow: the sum of all NHS spending is 11 digits of pounds, 64 bits hold 17.
/// Nominal unless a caller says otherwise; the price base is part of the value that holds it.
public struct Money: Hashable, Comparable, Sendable {
    public var pence: Int

    public init(pence: Int) {
        self.pence = pence
    }

    public static let zero = Money(pence: 0)

    public static func < (left: Money, right: Money) -> Bool { left.pence < right.pence }
    public static func + (left: Money, right: Money) -> Money { Money(pence: left.pence + right.pence) }
    public static func - (left: Money, right: Money) -> Money { Money(pence: left.pence - right.pence) }
    public static prefix func - (amount: Money) -> Money { Money(pence: -amount.pence) }
    public static func += (left: inout Money, right: Money) { left.pence += right.pence }
    public static func -= (left: inout Money, right: Money) { left.pence -= right.pence }

    /// The amount times `numerator ÷ denominator`, to the nearest penny, halves away from zero.
    ///
    /// - Precondition: `denominator` is not zero.
    public func scaled(by numerator: Int, over denominator: Int) -> Money {
        Money(pence: roundedQuotient(pence, times: numerator, over: denominator))
    }

    /// Pounds with thousands separators and two decimals: `£1,234.56`, `−£0.05`.
    public var description: String {
        let pounds = grouped(abs(pence) / 100)
        let rest = abs(pence) % 100
        return "\(pence < 0 ? "−" : "")£\(pounds).\(rest < 10 ? "0" : "")\(rest)"
    }

    /// Pounds for reading: `£1,235`, with the pence rounded off, halves away from zero.
    public var inPounds: String {
        let pounds = roundedQuotient(pence, times: 1, over: 100)
        return "\(pounds < 0 ? "−" : "")£\(grouped(abs(pounds)))"
    }

    /// Pounds in millions with one decimal, for headings and pictures: `£3,518.9m`.
    public var inMillions: String {
        let tenths = roundedQuotient(pence, times: 1, over: 10_000_000)
        return "\(tenths < 0 ? "−" : "")£\(grouped(abs(tenths) / 10)).\(abs(tenths) % 10)m"
    }

    /// Pounds and pence as a plain decimal for files: `1234.56`.
    public var decimalText: String {
        let rest = abs(pence) % 100
        return "\(pence < 0 ? "-" : "")\(abs(pence) / 100).\(rest < 10 ? "0" : "")\(rest)"
    }
}

extension Money: CustomStringConvertible {}

extension Sequence where Element == Money {
    /// The sum; nothing sums to no money.
    public func total() -> Money { reduce(.zero, +) }
}
