public import Vocabulary

/// What can be done with a pound of the programme: every pound is in exactly one of these.
public enum MoneyState: Hashable, Sendable {
    /// In a contract that runs until it is terminated.
    case locked
    /// Not movable until a person says.
    case unclear(Doubt)
    /// Free for good from a day.
    case recurrent(from: Day, by: Route)
    /// Free once, from a day to a last day: of a year's forecast under-delivery.
    case nonRecurrent(from: Day, through: Day)

    /// Why a pound is unclear.
    public enum Doubt: String, Hashable, Sendable, CaseIterable {
        /// Recurring by the file, with an end date that nobody has confirmed.
        case endDatedUnconfirmed
        /// Not recurring by the file, and without an end date.
        case openNonRecurring
        /// Not recurring, with an end date that had passed by the end of the file's month.
        case endPassed
        /// On a row that a rule flags and no person accepted.
        case flagged

        public var title: String {
            switch self {
            case .endDatedUnconfirmed: "Recurring, end-dated, unconfirmed"
            case .openNonRecurring: "Not recurring, without an end date"
            case .endPassed: "Not recurring, end date passed"
            case .flagged: "On a flagged row"
            }
        }
    }

    /// What sets a recurrent pound free.
    public enum Route: String, Hashable, Sendable, CaseIterable {
        case trueExpiry
        case rebasing
        case handBack
        case termination

        public var title: String {
            switch self {
            case .trueExpiry: "True expiry"
            case .rebasing: "Rebasing"
            case .handBack: "Hand-back"
            case .termination: "Termination"
            }
        }
    }

    public var kind: Kind {
        switch self {
        case .locked: .locked
        case .unclear: .unclear
        case .recurrent: .recurrent
        case .nonRecurrent: .nonRecurrent
        }
    }

    /// The four shares of a programme.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case locked
        case unclear
        case recurrent
        case nonRecurrent

        public var title: String {
            switch self {
            case .locked: "Locked"
            case .unclear: "Unclear until a person says"
            case .recurrent: "Recurrent from a day"
            case .nonRecurrent: "Non-recurrent this year"
            }
        }
    }

    public var firstDay: Day? {
        switch self {
        case .recurrent(let day, _), .nonRecurrent(let day, _): day
        case .locked, .unclear: nil
        }
    }

    public var lastDay: Day? {
        if case .nonRecurrent(_, let day) = self { day } else { nil }
    }

    /// Source of flexibility, in words.
    public var title: String {
        switch self {
        case .locked: "Open-ended contract"
        case .unclear(let doubt): doubt.title
        case .recurrent(_, let route): route.title
        case .nonRecurrent: "Forecast under-delivery"
        }
    }

    /// The rule that a movable pound rests on; nil where it rests on the contract's own terms.
    public var rule: String? {
        switch self {
        case .nonRecurrent: DentalRuleID.spendBy
        case .recurrent(_, .rebasing): DentalRuleID.rebasingDay
        default: nil
        }
    }
}
