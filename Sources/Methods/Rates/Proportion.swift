public import Vocabulary

/// A share of people, with Wilson's interval.
public enum Proportion {
    /// The limits of `count` out of `whole`, from 0 to 1.
    ///
    /// - Reference: Wilson, Journal of the American Statistical Association 22 (1927) 209; Newcombe, Statistics in
    ///   Medicine 17 (1998) 857, method 3.
    public static func wilson(_ count: Double, of whole: Double, at level: ConfidenceLevel) -> LevelInterval {
        precondition(count >= 0 && count <= whole && whole > 0, "a part lies within its whole")
        let z = level.width
        let spread = z * (z * z + 4 * count * (1 - count / whole)).squareRoot()
        let divisor = 2 * (whole + z * z)
        // None and all have 0 and 1 for a limit; rounding must not leave them a hair beyond.
        return LevelInterval(
            level: level, low: count == 0 ? 0 : max(0, (2 * count + z * z - spread) / divisor),
            high: count == whole ? 1 : min(1, (2 * count + z * z + spread) / divisor))
    }

    /// - Parameters:
    ///   - count: nil where it is suppressed or missing.
    ///   - per: 1, or 100 for per cent.
    ///   - area: whose it is, for sentences.
    /// - Throws: `Refusal`: `negative-count`, `zero-denominator`, `numerator-above`.
    public static func estimate(
        _ count: Double?, of whole: Double?, per: Double, at levels: [ConfidenceLevel], area: String
    ) throws(Refusal) -> MeasuredValue {
        try AreaFigures.check(count: count, whole: whole, per: per, area: area)
        guard let count, let whole else { return .none(.suppressed("A figure of \(area)"), by: .wilson) }
        guard count <= whole else {
            throw Refusal(
                .input, code: "numerator-above",
                "\(area) has \(digits(count)) out of \(digits(whole)): a part is no larger than its whole.",
                remedy: "Correct the figures; for events that may happen to one person more than once ask for a rate.")
        }
        let intervals = levels.map { level in wilson(count, of: whole, at: level).mapped { $0 * per } }
        return MeasuredValue(count / whole * per, intervals, by: .wilson)
    }
}

/// What every working refuses of an area's figures.
enum AreaFigures {
    static func check(count: Double?, whole: Double?, per: Double, area: String) throws(Refusal) {
        if let count, !(count >= 0) {
            throw Refusal(
                .input, code: "negative-count", "\(area) has a count of \(digits(count)): a count is not negative.")
        }
        if let whole, !(whole > 0) {
            throw Refusal(
                .input, code: "zero-denominator",
                "\(area) has a denominator of \(digits(whole)): nothing can be divided by it.",
                remedy: "Correct it, or leave the area out.")
        }
        guard per > 0 else {
            throw Refusal(.input, code: "bad-multiplier", "A figure per \(digits(per)) means nothing.")
        }
    }
}

/// Without a `.0` after whole numbers: for sentences.
func digits(_ number: Double) -> String {
    number.magnitude < 1e15 && number.rounded() == number ? "\(Int(number))" : "\(number)"
}
