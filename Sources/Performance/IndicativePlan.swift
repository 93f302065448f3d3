public import Vocabulary

/// What a commissioner and its providers expect of a year, where the files of monitoring do not say it.
public struct IndicativePlan: Hashable, Sendable {
    public var entries: [Entry]

    /// One row of a plan: a month's, or a whole year's, which is spread over its months by working days.
    public struct Entry: Hashable, Sendable {
        /// Nil in the line: the plan does not go down to that.
        public var line: ActivityLine
        public var year: FinancialYear
        /// 1 for April to 12 for March; nil for the year.
        public var month: Int?
        public var activity: ActivityAmount
        public var cost: Money

        public init(
            line: ActivityLine, year: FinancialYear, month: Int?, activity: ActivityAmount, cost: Money
        ) {
            (self.line, self.year, self.month, self.activity, self.cost) = (line, year, month, activity, cost)
        }
    }

    public init(entries: [Entry]) { self.entries = entries }
}
