public import Vocabulary

/// What became of the rows and the pounds of a file: read = kept + refused, always.
public struct ActivityAccount: Sendable, Hashable {
    public var kept = Tally()
    public var refused = Tally()

    /// Rows, and the cost that stands in them.
    public struct Tally: Sendable, Hashable {
        public var rows = 0
        public var cost = Money.zero
        /// Rows in which no cost stands.
        public var withoutCost = 0
        /// Rows in which the cost cannot be read; it is in no sum.
        public var unreadableCost = 0

        public init() {}

        public static func + (left: Tally, right: Tally) -> Tally {
            var sum = left
            sum.rows += right.rows
            sum.cost += right.cost
            sum.withoutCost += right.withoutCost
            sum.unreadableCost += right.unreadableCost
            return sum
        }
    }

    public init() {}

    public var read: Tally { kept + refused }

    public static func += (left: inout ActivityAccount, right: ActivityAccount) {
        left.kept = left.kept + right.kept
        left.refused = left.refused + right.refused
    }
}
