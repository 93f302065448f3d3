public import Vocabulary

/// Whether a figure has gone up or down over several periods by more than chance.
///
/// - Reference: Armitage, Biometrics 11 (1955) 375 (proportions); Breslow and Day II (IARC, 1987), 96 (rates).
public struct Trend: Hashable, Sendable {
    /// A period's numerator and denominator.
    public struct Point: Hashable, Sendable {
        /// In any unit in which periods are evenly told: 2019, 2020.
        public let time: Double
        public let numerator: Double
        public let denominator: Double

        public init(time: Double, numerator: Double, denominator: Double) {
            self.time = time
            self.numerator = numerator
            self.denominator = denominator
        }
    }

    public enum Direction: String, Sendable, CaseIterable {
        case rising, falling, none
    }

    /// None where the trend may be chance.
    public let direction: Direction
    /// Chi-squared with one degree of freedom.
    public let statistic: Double
    /// How likely so large a statistic is without a trend.
    public let probability: Double
    /// By how much the figure changes in a unit of time: the slope of the line, weighted by denominators.
    public let change: Double
    public let method = MethodCitation.trend

    /// - Parameters:
    ///   - isProportion: true of people out of people, false of events.
    ///   - leastPoints: with fewer nothing is said; of the Rulebook.
    ///   - level: beyond which a trend is no chance; of the Rulebook.
    /// - Throws: `Refusal`: `too-few-periods`, `period-twice`, `negative-count`, `zero-denominator`, `numerator-above`,
    ///   `no-variation`.
    public init(
        _ points: [Point], isProportion: Bool, per: Double, leastPoints: Int, level: ConfidenceLevel
    ) throws(Refusal) {
        guard points.count >= max(3, leastPoints) else {
            throw Refusal(
                .input, code: "too-few-periods",
                "A trend needs \(max(3, leastPoints)) periods, and there are \(points.count).")
        }
        var seen: Set<Double> = []
        for point in points {
            let whose = "The period \(digits(point.time))"
            try AreaFigures.check(count: point.numerator, whole: point.denominator, per: per, area: whose)
            guard seen.insert(point.time).inserted else {
                throw Refusal(.input, code: "period-twice", "\(whose) stands twice.")
            }
            guard !isProportion || point.numerator <= point.denominator else {
                throw Refusal(.input, code: "numerator-above", "\(whose) has a part larger than its whole.")
            }
        }
        let events = points.reduce(0) { $0 + $1.numerator }
        let people = points.reduce(0) { $0 + $1.denominator }
        let average = events / people
        let middle = points.reduce(0) { $0 + $1.time * $1.denominator } / people
        let spread = points.reduce(0) { $0 + $1.denominator * ($1.time - middle) * ($1.time - middle) }
        let lean = points.reduce(0) { $0 + ($1.time - middle) * ($1.numerator - average * $1.denominator) }
        let variance = average * (isProportion ? 1 - average : 1) * spread
        guard variance > 0 else {
            throw Refusal(
                .input, code: "no-variation", "Nothing or everything was counted in every period: there is no trend.")
        }
        statistic = lean * lean / variance
        probability = 2 * StandardNormal.probability(atMost: -statistic.squareRoot())
        change = lean / spread * per
        direction = probability >= 2 * level.tail ? .none : lean > 0 ? .rising : .falling
    }
}
