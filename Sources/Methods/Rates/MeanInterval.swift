/// The mean of measurements, with Student's interval.
public enum MeanInterval {
    /// A mean and what it rests on.
    public struct Result: Hashable, Sendable {
        public let count: Int
        public let sum: Double
        /// Of a sample (divided by one less than the count); nil of fewer than two values.
        public let standardDeviation: Double?
        public let mean: MeasuredValue
    }

    /// - Returns: no interval of a single value, and no mean of none.
    /// - Reference: Student, Biometrika 6 (1908) 1.
    public static func estimate(_ values: [Double], at levels: [ConfidenceLevel]) -> Result {
        let sum = values.reduce(0, +)
        guard !values.isEmpty else {
            let withheld = Withheld(code: "no-values", "There are no values.")
            return Result(count: 0, sum: 0, standardDeviation: nil, mean: .none(withheld, by: .studentT))
        }
        let count = Double(values.count)
        let mean = sum / count
        guard values.count > 1 else {
            let withheld = Withheld(code: "one-value", "A single value does not say how far values vary.")
            return Result(
                count: 1, sum: sum, standardDeviation: nil,
                mean: MeasuredValue(mean, [], by: .studentT, withheld: withheld))
        }
        let deviation = (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1)).squareRoot()
        let intervals = levels.map { level in
            let half = StudentT.quantile(above: level.tail, freedom: count - 1) * deviation / count.squareRoot()
            return LevelInterval(level: level, low: mean - half, high: mean + half)
        }
        return Result(
            count: values.count, sum: sum, standardDeviation: deviation,
            mean: MeasuredValue(mean, intervals, by: .studentT))
    }
}
