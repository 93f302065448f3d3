public import Vocabulary

/// Records that a commissioner agreed to delivery above a contract's target in one year.
///
/// The same agreement again changes nothing; another for the contract and year takes its place.
public struct AgreeOverDelivery: Act {
    public static let name = "agreeOverDelivery"

    public var agreement: AgreedOverDelivery
    public var reason: String

    public init(_ agreement: AgreedOverDelivery, reason: String) {
        self.agreement = agreement
        self.reason = reason
    }

    public struct Before: Sendable {
        public var isHeld: Bool
        /// Of the agreement's year.
        public var rules: YearEndRules
        /// What holds now for the contract and year.
        public var standing: AgreedOverDelivery?

        public init(isHeld: Bool, rules: YearEndRules, standing: AgreedOverDelivery? = nil) {
            self.isHeld = isHeld
            self.rules = rules
            self.standing = standing
        }
    }

    public struct After: Hashable, Sendable {
        public var agreement: AgreedOverDelivery
        public var reason: String
        public var author: Author
        public var moment: Moment
        /// True where the same is agreed already.
        public var isStanding: Bool
    }

    public var journalled: JSONValue {
        [
            "contract": .text(agreement.contract.description), "year": .text(agreement.year.description),
            "limitPercent": .decimal(agreement.limit.percentNumber),
            "settlement": .text(agreement.settlement.rawValue), "reason": .text(reason),
        ]
    }

    public func decide(
        _ before: Before, by author: Author, at moment: Moment
    ) throws(Refusal) -> After {
        precondition(before.rules.year == agreement.year, "an agreement is judged by the rules of its year")
        try refuseBlank(reason: reason, for: "agreeing over-delivery")
        guard before.isHeld else {
            throw Refusal(
                .usage, code: "unknown-contract",
                "Contract \(agreement.contract) has no rows in \(agreement.year).")
        }
        guard let limits = before.rules.limits else {
            throw Refusal(
                .rule, code: "year-not-judged", "\(agreement.year) is not judged by a threshold, so none is extended.")
        }
        try JudgeYearEnd.refuse(agreement, beyond: limits, in: agreement.year)
        return After(
            agreement: agreement, reason: reason, author: author, moment: moment,
            isStanding: before.standing == agreement)
    }
}
