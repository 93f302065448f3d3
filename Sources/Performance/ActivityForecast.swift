public import Vocabulary

/// Where a line is expected to end the year, with how sure that is.
public struct ActivityForecast: Hashable, Sendable {
    public let line: ActivityLine
    public let year: FinancialYear
    /// The months that it rests on, in order: 1 for April.
    public let months: [Int]
    public let soFar: PlanAndActual
    /// The plan of all twelve months; nil where not every month has one.
    public let yearPlan: Money?
    public let cost: Estimate<Money>
    public let activity: Estimate<ActivityAmount>

    /// The last month that it rests on.
    public var through: Int { months[months.count - 1] }

    /// How it was worked out, in a sentence, without the levels.
    public static let method =
        "What has come, and its rate for each working day times the working days of the months that have not; months "
        + "scatter about a steady rate, independently, and more with more working days (ratio prediction, Royall 1970)."

    /// How a forecast would have done in a year that is over.
    public struct Trial: Hashable, Sendable {
        public let line: ActivityLine
        /// The last month that was used.
        public let month: Int
        public let forecast: Estimate<Money>
        /// What the year came to.
        public let outcome: Money

        /// True where the interval of that level holds what came.
        public func isWithin(level: Int) -> Bool {
            forecast.interval(at: level).map { $0.low <= outcome && outcome <= $0.high } ?? false
        }
    }
}
