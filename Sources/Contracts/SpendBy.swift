public import Vocabulary

/// How much of a year's under-delivery is expected to come free, and by when it must be committed.
public struct SpendBy: Hashable, Sendable {
    /// The month to which delivery is known.
    public var dataTo: Month
    public var day: Day
    /// The last day to commit by rule.
    public var lastDay: Day
    /// The day by which a team wants to have committed.
    public var commitBy: Day
    /// By name; contracts that are held out, closing or without a forecast are not in them.
    public var commissioners: [Line]
    /// All commissioners together: its interval is narrower than the sum of theirs.
    public var whole: Line
    public var heldOut: MovableMoney.Beside
    /// Contracts that closed or are closing: what was settled with them is not in the files.
    public var closing: MovableMoney.Beside
    /// Contracts with a target and without a forecast, and the value of their lines.
    public var notForecast: MovableMoney.Beside

    public struct Line: Hashable, Sendable {
        /// Nil for all together.
        public var commissioner: OrganisationCode?
        public var name: String
        public var contracts: Int
        /// Contracts that end below the threshold more likely than not.
        public var likelyBelow: Int
        public var expected: Estimate<Money>
    }

    /// Days from the day of asking to the last day; negative once it has passed.
    public var daysLeft: Int { lastDay - day }
}
