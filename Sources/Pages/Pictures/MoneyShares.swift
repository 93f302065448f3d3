import Markup
public import Vocabulary

/// A programme's money by whether it can be moved; the four sum to the programme to the penny.
public struct MoneyShares: Hashable, Sendable {
    public var locked: Money
    /// Kept still until a person says what the terms are.
    public var unclear: Money
    /// Released for good, from a day on.
    public var recurrent: Money
    /// Free in this financial year only.
    public var nonRecurrent: Money

    public init(locked: Money, unclear: Money, recurrent: Money, nonRecurrent: Money) {
        self.locked = locked
        self.unclear = unclear
        self.recurrent = recurrent
        self.nonRecurrent = nonRecurrent
    }

    public var total: Money { locked + unclear + recurrent + nonRecurrent }

    public subscript(state: MoneyState) -> Money {
        switch state {
        case .locked: locked
        case .unclear: unclear
        case .recurrent: recurrent
        case .nonRecurrent: nonRecurrent
        }
    }
}

/// Whether money can be moved, and for how long.
public enum MoneyState: String, CaseIterable, Hashable, Sendable {
    case locked, unclear, recurrent, nonRecurrent

    public var name: String {
        switch self {
        case .locked: "Locked"
        case .unclear: "Unclear"
        case .recurrent: "Recurrent, from a day"
        case .nonRecurrent: "Non-recurrent, this year"
        }
    }

    /// For a reader who meets the word for the first time.
    public var meaning: String {
        switch self {
        case .locked: "Bound by contracts that run on."
        case .unclear: "The terms published contradict themselves, or do not say; not movable until a person says."
        case .recurrent: "Released for good by an expiry, a hand-back, a termination or a rebasing, from its day."
        case .nonRecurrent: "Freed by under-delivery; it belongs to this financial year only."
        }
    }

    var filling: Filling {
        switch self {
        case .locked: Filling("locked", .plain)
        case .unclear: Filling("unclear", .stripes)
        case .recurrent: Filling("recurrent", .dots)
        case .nonRecurrent: Filling("non-recurrent", .crosses)
        }
    }
}
