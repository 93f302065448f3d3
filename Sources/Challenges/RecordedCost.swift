public import Vocabulary

/// A cost as it stands on the record: with its number, and why it counts no more where it was withdrawn.
public struct RecordedCost: Hashable, Sendable {
    /// Within the record, from 1, in the order in which costs were recorded.
    public let number: Int
    public let cost: ContractingCost
    public var withdrawal: Withdrawal?

    /// That a cost was recorded wrongly.
    public struct Withdrawal: Hashable, Sendable {
        public var on: Day
        public var reason: String

        public init(on: Day, reason: String) { (self.on, self.reason) = (on, reason) }
    }

    public init(number: Int, _ cost: ContractingCost, withdrawal: Withdrawal? = nil) {
        (self.number, self.cost, self.withdrawal) = (number, cost, withdrawal)
    }

    /// False for what was withdrawn: it counts in no sum.
    public var stands: Bool { withdrawal == nil }
}
