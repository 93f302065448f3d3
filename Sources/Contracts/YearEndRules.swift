public import Vocabulary

/// The rules by which one financial year of a contract is judged, as the Rulebook has them for that year.
public struct YearEndRules: Hashable, Sendable {
    public var year: FinancialYear
    /// Nil where the year is not judged by a threshold (the pandemic years had arrangements of their own).
    public var limits: Limits?
    /// The part of the contract with a target of its own (unscheduled care); nil where there is one target.
    public var unscheduledShare: Share?

    public struct Limits: Hashable, Sendable {
        /// Below it money is recovered up to the whole target; on it, and up to the target, the shortfall is carried.
        public var threshold: Share
        /// Above the target and up to it the credit is carried; what lies beyond is not paid.
        public var creditLimit: Share
        /// As far as a commissioner may agree to over-delivery in this year; nil where none may be agreed.
        public var agreedLimit: Share?
        public var givesBreachNotice: Bool

        public init(threshold: Share, creditLimit: Share, agreedLimit: Share? = nil, givesBreachNotice: Bool) {
            precondition(threshold <= .whole && creditLimit >= .whole, "the target lies between the limits")
            self.threshold = threshold
            self.creditLimit = creditLimit
            self.agreedLimit = agreedLimit
            self.givesBreachNotice = givesBreachNotice
        }
    }

    public init(year: FinancialYear, limits: Limits?, unscheduledShare: Share? = nil) {
        self.year = year
        self.limits = limits
        self.unscheduledShare = unscheduledShare
    }

    public var isJudged: Bool { limits != nil }
}

/// What a commissioner agreed with a contractor about delivery above the target in one year.
public struct AgreedOverDelivery: Hashable, Sendable {
    public var contract: ContractNumber
    public var year: FinancialYear
    /// Of the target: 110 per cent, for one.
    public var limit: Share
    public var settlement: Settlement

    public enum Settlement: String, Hashable, Sendable, CaseIterable {
        /// Delivery above the target, up to the limit, is paid at the contract's own value per UDA.
        case paid
        /// Delivery above the target, up to the limit, is carried into the next year.
        case carried
    }

    public init(contract: ContractNumber, year: FinancialYear, limit: Share, settlement: Settlement) {
        self.contract = contract
        self.year = year
        self.limit = limit
        self.settlement = settlement
    }
}

/// The rules of the mid-year review for one financial year.
public struct MidYearRules: Hashable, Sendable {
    public var year: FinancialYear
    /// Below it, of the annual target, the commissioner may act.
    public var threshold: Share
    /// Activity counts up to and with this day: 30 September.
    public var by: Day
    /// The review is done by this day: 31 October; nil where no rule says.
    public var reviewBy: Day?
    /// What may be withheld is the annual value less the value of this many times the first half's activity.
    public var withholdMultiple: Int

    public init(year: FinancialYear, threshold: Share, by: Day, reviewBy: Day?, withholdMultiple: Int) {
        self.year = year
        self.threshold = threshold
        self.by = by
        self.reviewBy = reviewBy
        self.withholdMultiple = withholdMultiple
    }

    /// The month of the financial year, 1 to 12, whose end is the day.
    public var month: Int { by.month.numberInFinancialYear }
}
