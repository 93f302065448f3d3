public import Vocabulary

/// Events for so many people, whatever their ages.
public enum CrudeRate {
    /// - Parameters:
    ///   - count: events; may exceed the population, for one person may have several. Nil where suppressed.
    ///   - per: for how many people the rate is: 100,000.
    ///   - exactBelow: the number of events below which the limits are exact; of the Rulebook.
    /// - Throws: `Refusal`: `negative-count`, `zero-denominator`.
    /// - Reference: Breslow and Day II (IARC, 1987), 69; Garwood, Biometrika 28 (1936) 437.
    public static func estimate(
        _ count: Double?, population: Double?, per: Double, at levels: [ConfidenceLevel], exactBelow: Double,
        area: String
    ) throws(Refusal) -> MeasuredValue {
        try AreaFigures.check(count: count, whole: population, per: per, area: area)
        let limits = count.map { CountInterval.limits($0, at: levels, exactBelow: exactBelow) }
        guard let count, let population, let limits else {
            return .none(.suppressed("A figure of \(area)"), by: limits?.method ?? .byar)
        }
        return MeasuredValue(
            count / population * per, limits.intervals.map { interval in interval.mapped { $0 / population * per } },
            by: limits.method)
    }
}
