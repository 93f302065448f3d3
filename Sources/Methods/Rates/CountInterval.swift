/// Limits of a count of independent events.
public enum CountInterval {
    /// Byar's approximation: good from about ten events.
    ///
    /// - Parameter count: not negative; may be no whole number.
    /// - Returns: no lower limit where the approximation has none (no event, or one event at a high level).
    /// - Reference: Breslow and Day, Statistical methods in cancer research II (IARC, 1987), 69.
    public static func byar(_ count: Double, at level: ConfidenceLevel) -> LevelInterval {
        precondition(count >= 0, "a count is not negative")
        let below = 1 - 1 / (9 * count) - level.width / (3 * count.squareRoot())
        let low = count * below * below * below
        let next = count + 1
        let above = 1 - 1 / (9 * next) + level.width / (3 * next.squareRoot())
        return LevelInterval(level: level, low: low >= 0 ? low : nil, high: next * above * above * above)
    }

    /// The exact limits of a Poisson count; 0 is the lower one of no event.
    ///
    /// - Reference: Garwood, Biometrika 28 (1936) 437.
    public static func exact(_ count: Double, at level: ConfidenceLevel) -> LevelInterval {
        precondition(count >= 0, "a count is not negative")
        return LevelInterval(
            level: level, low: count == 0 ? 0 : GammaDistribution.quantile(level.tail, shape: count),
            high: GammaDistribution.quantile(level.tail, shape: count + 1, above: true))
    }

    /// Exact below a number of events, Byar's from there; and which it is.
    ///
    /// - Parameter exactBelow: of the Rulebook.
    public static func limits(
        _ count: Double, at levels: [ConfidenceLevel], exactBelow: Double
    ) -> (intervals: [LevelInterval], method: MethodCitation) {
        count < exactBelow
            ? (levels.map { exact(count, at: $0) }, .exact) : (levels.map { byar(count, at: $0) }, .byar)
    }
}
