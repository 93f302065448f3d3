/// A figure that is not known but estimated: without its interval, level and method it is no estimate.
public struct Estimate<Value: Comparable & Hashable & Sendable>: Hashable, Sendable {
    public let value: Value
    /// From the narrowest to the widest; each holds `value`.
    public let intervals: [Interval]
    public let method: String

    public struct Interval: Hashable, Sendable {
        /// Per cent: 50, 90.
        public let level: Int
        public let low: Value
        public let high: Value

        public init(level: Int, low: Value, high: Value) {
            self.level = level
            self.low = low
            self.high = high
        }
    }

    /// - Precondition: at least one interval, narrowest first; each holds `value`.
    public init(value: Value, intervals: [Interval], method: String) {
        precondition(!intervals.isEmpty, "an estimate has an interval")
        precondition(
            intervals.allSatisfy { $0.low <= value && value <= $0.high }, "an interval holds the value")
        precondition(
            zip(intervals, intervals.dropFirst()).allSatisfy { $0.level < $1.level },
            "the narrowest stands first")
        self.value = value
        self.intervals = intervals
        self.method = method
    }

    public func interval(at level: Int) -> Interval? { intervals.first { $0.level == level } }
}
