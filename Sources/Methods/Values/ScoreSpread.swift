/// How far members' scores of one thing lie apart.
public struct ScoreSpread: Hashable, Sendable {
    public let count: Int
    public let low: Double
    public let high: Double
    public let mean: Double
    public let median: Double
    /// Of the scores as they are, over n − 1; 0 of one score.
    public let standardDeviation: Double

    /// - Returns: nil of nothing.
    public init?(_ scores: [Double]) {
        guard let low = scores.min(), let high = scores.max(), let median = Quantiles.median(scores) else {
            return nil
        }
        let mean = scores.reduce(0, +) / Double(scores.count)
        let squares = scores.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        self.count = scores.count
        self.low = low
        self.high = high
        self.mean = mean
        self.median = median
        self.standardDeviation = scores.count < 2 ? 0 : (squares / Double(scores.count - 1)).squareRoot()
    }

    /// For each criterion, the root mean square over options of the members' standard deviation.
    ///
    /// - Parameter scores: `members × options × criteria`, row major; nil where a member did not score.
    /// - Returns: nil for a criterion on which no option has two scores.
    public static func byCriterion(
        _ scores: [Double?], members: Int, options: Int, criteria: Int
    ) -> [Double?] {
        precondition(
            scores.count == members * options * criteria, "a score or none for each member and option")
        return (0..<criteria).map { criterion in
            let spreads = (0..<options).compactMap { option in
                ScoreSpread(
                    (0..<members).compactMap { scores[($0 * options + option) * criteria + criterion] })
            }.filter { $0.count > 1 }
            guard !spreads.isEmpty else { return nil }
            let squares = spreads.reduce(0) { $0 + $1.standardDeviation * $1.standardDeviation }
            return (squares / Double(spreads.count)).squareRoot()
        }
    }
}
