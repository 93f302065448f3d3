public import Vocabulary

/// A set of options funded together, and how sure it is that none is better.
public struct FundedSet: Hashable, Sendable, Codable {
    /// In the order of the round's options.
    public var options: [Slug]
    public var benefit: Double
    public var fullYear: Money
    /// Recurrent and one-off, over all the round's years.
    public var cost: Money
    /// True where a solver proved that no set is better, to the gap asked for.
    public var isProved: Bool
    /// What no set can exceed; nil where no solver said.
    public var bound: Double?

    public init(
        options: [Slug], benefit: Double, fullYear: Money, cost: Money, isProved: Bool, bound: Double?
    ) {
        self.options = options
        self.benefit = benefit
        self.fullYear = fullYear
        self.cost = cost
        self.isProved = isProved
        self.bound = bound
    }

    enum CodingKeys: String, CodingKey {
        case options, benefit
        case fullYear = "fullYearPence"
        case cost = "costPence"
        case isProved, bound
    }
}

/// What the recommended set takes of each year's money.
public struct YearUse: Hashable, Sendable, Codable {
    public var year: FinancialYear
    public var recurrent: Money
    public var oneOff: Money
    public var recurrentSources: Money
    public var allSources: Money

    public init(
        year: FinancialYear, recurrent: Money, oneOff: Money, recurrentSources: Money, allSources: Money
    ) {
        self.year = year
        self.recurrent = recurrent
        self.oneOff = oneOff
        self.recurrentSources = recurrentSources
        self.allSources = allSources
    }

    enum CodingKeys: String, CodingKey {
        case year
        case recurrent = "recurrentPence"
        case oneOff = "oneOffPence"
        case recurrentSources = "recurrentSourcesPence"
        case allSources = "allSourcesPence"
    }
}

/// The best that can be had for an amount of recurrent money.
public struct FrontierPoint: Hashable, Sendable, Codable {
    /// Recurrent money of the last year; the other years' in proportion.
    public var budget: Money
    public var exact: FundedSet
    /// Nil where taking options by value for money finds no set that keeps the rules.
    public var greedyBenefit: Double?

    public init(budget: Money, exact: FundedSet, greedyBenefit: Double?) {
        self.budget = budget
        self.exact = exact
        self.greedyBenefit = greedyBenefit
    }

    enum CodingKeys: String, CodingKey {
        case budget = "budgetPence"
        case exact, greedyBenefit
    }
}

/// What a rule, the locks or the envelope cost: the benefit that could be had without.
public struct Price: Hashable, Sendable, Codable {
    public var kind: Kind
    /// The rule's short name; nil for the locks and the envelope.
    public var rule: Slug?
    public var title: String
    /// Benefit lost by it; not negative where proved.
    public var benefitLost: Double
    /// What would be funded without.
    public var without: FundedSet
    /// Funded without it and not with it, and the other way.
    public var added: [Slug]
    public var dropped: [Slug]

    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        case rule
        /// All locks together: the same money, free from the first day.
        case locks
        /// £10,000 more recurrent money in every year.
        case envelope
    }

    public init(
        kind: Kind, rule: Slug?, title: String, benefitLost: Double, without: FundedSet, added: [Slug],
        dropped: [Slug]
    ) {
        self.kind = kind
        self.rule = rule
        self.title = title
        self.benefitLost = benefitLost
        self.without = without
        self.added = added
        self.dropped = dropped
    }
}

/// What would have to be given up for what.
public struct Swap: Hashable, Sendable, Codable {
    /// The option to which this is the cheapest way; nil for an exchange of one option for one other.
    public var wanted: Slug?
    public var out: [Slug]
    public var into: [Slug]
    /// Negative where the swap loses: the smallest loss for which `into` can be had.
    public var benefitChange: Double
    public var fullYearChange: Money
    /// True where no smaller loss is possible; false where it is the best of the small exchanges tried.
    public var isCheapest: Bool

    public init(
        wanted: Slug?, out: [Slug], into: [Slug], benefitChange: Double, fullYearChange: Money, isCheapest: Bool
    ) {
        self.wanted = wanted
        self.out = out
        self.into = into
        self.benefitChange = benefitChange
        self.fullYearChange = fullYearChange
        self.isCheapest = isCheapest
    }

    enum CodingKeys: String, CodingKey {
        case wanted, out, into, benefitChange
        case fullYearChange = "fullYearChangePence"
        case isCheapest
    }
}

/// What leaving a member out of options did to the answer.
public struct ExclusionEffect: Hashable, Sendable, Codable {
    public var member: Slug
    /// Left out of these; or, for a class's interest that the chair let pass, kept in.
    public var options: [Slug]
    public var isExcluded: Bool
    public var basis: Basis
    /// Value of each of the options as it is, and as it would be the other way.
    public var values: [Pair]
    /// Funded the other way and not as it is, and the reverse; nil where no solver was installed.
    public var added: [Slug]?
    public var dropped: [Slug]?

    /// What “the other way” rests on.
    public enum Basis: String, Hashable, Sendable, Codable, CaseIterable {
        /// The scores that the member gave on these options.
        case scoresGiven
        /// The member, being left out, gave none: the best score on every criterion, the most that could have
        /// been.
        case bestScores
        /// Without the member nobody would have scored: there is no other way.
        case none
    }

    public struct Pair: Hashable, Sendable, Codable {
        public var option: Slug
        public var asIs: Double
        public var otherwise: Double

        public init(option: Slug, asIs: Double, otherwise: Double) {
            self.option = option
            self.asIs = asIs
            self.otherwise = otherwise
        }
    }

    public init(
        member: Slug, options: [Slug], isExcluded: Bool, basis: Basis, values: [Pair], added: [Slug]?,
        dropped: [Slug]?
    ) {
        self.member = member
        self.options = options
        self.isExcluded = isExcluded
        self.basis = basis
        self.values = values
        self.added = added
        self.dropped = dropped
    }
}
