public import Vocabulary

/// The positions of many contracts summed, with those that are held out beside.
public struct PositionTotals: Hashable, Sendable {
    /// Contracts that count.
    public var contracts = 0
    public var contracted = Units.zero
    public var scheduled = Units.zero
    public var delivered = Units.zero
    public var value = Money.zero
    /// Recovered in March; before it, the mean that is expected. Nil where no contract has either.
    public var recovery: Money?
    /// Contracts below the threshold: judged so in March, more likely than not before it.
    public var belowThreshold = 0
    /// Contracts below the mid-year line; nil where none was reviewed.
    public var belowMidYear: Int?
    public var heldOut = HeldOut()

    /// Contracts that a rule flags and no person accepted: counted and summed, in no total.
    public struct HeldOut: Hashable, Sendable {
        public var contracts = 0
        public var contracted = Units.zero
        public var delivered = Units.zero
        public var value = Money.zero

        public init() {}
    }

    public init(_ positions: some Sequence<Position> = []) {
        for position in positions { add(position) }
    }

    /// Delivered of contracted, before anything carried in; nil without a target.
    public var deliveredShare: Share? { Share(delivered, of: contracted) }

    public mutating func add(_ position: Position) {
        guard !position.isHeldOut else {
            heldOut.contracts += 1
            heldOut.contracted += position.contracted
            heldOut.delivered += position.delivered
            heldOut.value += position.value
            return
        }
        contracts += 1
        contracted += position.contracted
        scheduled += position.scheduled
        delivered += position.delivered
        value += position.value
        if let amount = position.recovery { recovery = (recovery ?? .zero) + amount }
        if position.isBelowThreshold { belowThreshold += 1 }
        if let review = position.midYear {
            belowMidYear = (belowMidYear ?? 0) + (review.band == .belowThreshold ? 1 : 0)
        }
    }
}

extension Position {
    /// Judged below the threshold in March; before it, more likely than not to end there.
    public var isBelowThreshold: Bool {
        yearEnd.map { $0.band == .belowThreshold } ?? (projection.map { $0.probabilityBelow > 0.5 } ?? false)
    }
}
