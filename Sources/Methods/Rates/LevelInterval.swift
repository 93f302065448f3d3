/// The limits of a figure at one level.
public struct LevelInterval: Hashable, Sendable {
    public let level: ConfidenceLevel
    /// Nil where the method has no lower limit: Byar's of a very small count.
    public let low: Double?
    /// Nil where the method has no upper limit.
    public let high: Double?

    public init(level: ConfidenceLevel, low: Double?, high: Double?) {
        self.level = level
        self.low = low
        self.high = high
    }

    /// The interval after a change of scale that keeps the order.
    func mapped(_ change: (Double) -> Double) -> LevelInterval {
        LevelInterval(level: level, low: low.map(change), high: high.map(change))
    }
}
