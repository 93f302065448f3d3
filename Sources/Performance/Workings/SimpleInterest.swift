public import Vocabulary

/// Simple interest for days of a year of 365, in whole pence, halves up.
public enum SimpleInterest {
    /// Of a year, whether it has a leap day or not.
    static let daysOfYear = 365

    /// - Parameters:
    ///   - amount: not below nil.
    ///   - rate: of a year, in hundredths of a per cent: 825 is 8.25 %.
    ///   - first: from this day until `last`, of which one counts: a day later is one day's interest.
    /// - Returns: nil pounds where `last` is no later.
    public static func of(_ amount: Money, at rate: Int, from first: Day, to last: Day) -> Money {
        let days = max(0, last - first)
        let (whole, year) = (Int128(amount.pence) * Int128(rate) * Int128(days), Int128(10_000 * daysOfYear))
        return Money(pence: Int((2 * whole + year) / (2 * year)))
    }
}
