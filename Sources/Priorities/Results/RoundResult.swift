public import Vocabulary

/// The whole answer of a round: values, ranking, robustness, portfolio and what each rule costs.
///
/// It is worked out from the round's acts, the seed and the version only, so that anybody can work it out again;
/// what a solver found is marked with how far it was proved.
public struct RoundResult: Hashable, Sendable, Codable {
    /// Raised when the same round would give another answer.
    public var version: Int
    public var settings: Settings
    /// The solver that proved the portfolios; nil where none was installed: then nothing of them is proved.
    public var solver: Solver?
    public var weights: [CriterionWeight]
    public var options: [OptionResult]
    /// Share of draws in which the row's option is better value for money than the column's, in the order of
    /// `options`; nil between an investment and a disinvestment, which are ranked apart.
    public var pairwise: [[Double?]]
    /// How far each member's judgements agree with one another, where the way of weighing can tell.
    public var consistency: [Consistency]
    public var agreement: Agreement
    public var portfolio: FundedSet
    /// Options taken by value for money, passing over what does not fit; nil where that keeps not every rule.
    public var greedy: FundedSet?
    /// `1 − greedy ÷ exact`; nil where the exact benefit is not positive or there is no greedy set.
    public var greedyLoss: Double?
    public var years: [YearUse]
    public var frontier: [FrontierPoint]
    public var prices: [Price]
    public var swaps: [Swap]
    public var exclusions: [ExclusionEffect]

    /// What was chosen for the calculation.
    public struct Settings: Hashable, Sendable, Codable {
        public var seed: Int
        /// Draws of weights and scores for the ranking.
        public var draws: Int
        /// Draws solved to optimality for the core index.
        public var coreDraws: Int
        public var frontierPoints: Int
        /// The relative gap to which the frontier is proved; every other portfolio is proved to 0.
        public var gap: Double

        public init(
            seed: Int = 1, draws: Int = 100_000, coreDraws: Int = 1_000, frontierPoints: Int = 40,
            gap: Double = 0.001
        ) {
            self.seed = seed
            self.draws = draws
            self.coreDraws = coreDraws
            self.frontierPoints = frontierPoints
            self.gap = gap
        }
    }

    public struct Solver: Hashable, Sendable, Codable {
        public var name: String
        public var version: String

        public init(name: String, version: String) {
            self.name = name
            self.version = version
        }
    }

    /// What a criterion weighs, for the panel and at the ends of what its members said.
    public struct CriterionWeight: Hashable, Sendable, Codable {
        public var criterion: Slug
        /// The mean of the members' weights, of each the middle of what it can be; all criteria sum to one. Trials draw
        /// from all that it can be, and their mean may lie a little to one side.
        public var weight: Double
        public var low: Double
        public var high: Double
        public var members: [MemberWeight]
        /// The weight may move between these, the others keeping their proportions, with the same option first.
        public var sameFirst: Span
        /// The same, with the same options in the places that can be funded (the greedy set).
        public var sameFunded: Span?

        public init(
            criterion: Slug, weight: Double, low: Double, high: Double, members: [MemberWeight], sameFirst: Span,
            sameFunded: Span?
        ) {
            self.criterion = criterion
            self.weight = weight
            self.low = low
            self.high = high
            self.members = members
            self.sameFirst = sameFirst
            self.sameFunded = sameFunded
        }
    }

    public struct MemberWeight: Hashable, Sendable, Codable {
        public var member: Slug
        public var weight: Double
        public var low: Double
        public var high: Double

        public init(member: Slug, weight: Double, low: Double, high: Double) {
            self.member = member
            self.weight = weight
            self.low = low
            self.high = high
        }
    }

    public struct Span: Hashable, Sendable, Codable {
        public var low: Double
        public var high: Double

        public init(low: Double, high: Double) {
            self.low = low
            self.high = high
        }
    }

    public struct OptionResult: Hashable, Sendable, Codable {
        public var option: Slug
        /// 0 to 100, by criterion in the order of `weights`: the mean of the members who may score it.
        public var scores: [Double]
        /// The weighted sum, 0 to 100.
        public var value: Double
        /// What the portfolio sums: the value, times people and chance where benefit is per person, counted in
        /// people's whole benefits (100 points for one person are 1); negative for a disinvestment.
        public var benefit: Double
        /// In nine draws of ten.
        public var benefitSpan: Span
        public var fullYear: Money
        /// Recurrent and one-off, over all the round's years.
        public var cost: Money
        /// Benefit for £1,000 of cost over the round's years, and for a disinvestment what is lost for £1,000
        /// freed; nil where an investment costs nothing or a disinvestment frees nothing.
        public var benefitPerThousand: Double?
        /// By value for money over the round's years, 1 the best: investments among themselves, and
        /// disinvestments among themselves by what is lost for the money freed, the least first. An investment
        /// that costs nothing counts as costing a penny, so that it comes before all that cost.
        public var rank: Int
        /// Share of draws in each place of its kind by value for money, first place first.
        public var rankAcceptability: [Double]
        /// What somebody for whom it comes first cares about, by criterion; nil where it never comes first.
        public var centralWeights: [Double]?
        public var confidence: Double?
        /// First places when nothing at all is known about weights.
        public var firstWithAnyWeights: Double
        /// What somebody would have to care about, of all weights that there are, for it to come first.
        public var centralWithAnyWeights: [Double]?
        public var dominatedBy: [Slug]
        /// Share of draws in which the best portfolio funds it; nil where no solver was installed.
        public var coreIndex: Double?
        public var isFunded: Bool
        public var isGreedyFunded: Bool

        public init(
            option: Slug, scores: [Double], value: Double, benefit: Double, benefitSpan: Span, fullYear: Money,
            cost: Money, benefitPerThousand: Double?, rank: Int, rankAcceptability: [Double], centralWeights: [Double]?,
            confidence: Double?, firstWithAnyWeights: Double, centralWithAnyWeights: [Double]?, dominatedBy: [Slug],
            coreIndex: Double?, isFunded: Bool, isGreedyFunded: Bool
        ) {
            self.option = option
            self.scores = scores
            self.value = value
            self.benefit = benefit
            self.benefitSpan = benefitSpan
            self.fullYear = fullYear
            self.cost = cost
            self.benefitPerThousand = benefitPerThousand
            self.rank = rank
            self.rankAcceptability = rankAcceptability
            self.centralWeights = centralWeights
            self.confidence = confidence
            self.firstWithAnyWeights = firstWithAnyWeights
            self.centralWithAnyWeights = centralWithAnyWeights
            self.dominatedBy = dominatedBy
            self.coreIndex = coreIndex
            self.isFunded = isFunded
            self.isGreedyFunded = isGreedyFunded
        }

        enum CodingKeys: String, CodingKey {
            case option, scores, value, benefit, benefitSpan
            case fullYear = "fullYearPence"
            case cost = "costPence"
            case benefitPerThousand, rank, rankAcceptability, centralWeights, confidence, firstWithAnyWeights
            case centralWithAnyWeights, dominatedBy, coreIndex, isFunded, isGreedyFunded
        }
    }

    /// How far one member's judgements under one branch agree with one another.
    public struct Consistency: Hashable, Sendable, Codable {
        public var member: Slug
        /// The branch; nil for the top.
        public var within: Slug?
        public var method: WeightsGiven.Method
        /// Of pairwise comparisons the consistency ratio, of best–worst the input-based one; 0 where all agree.
        public var ratio: Double

        public init(member: Slug, within: Slug?, method: WeightsGiven.Method, ratio: Double) {
            self.member = member
            self.within = within
            self.method = method
            self.ratio = ratio
        }
    }

    /// How far the members agree.
    public struct Agreement: Hashable, Sendable, Codable {
        /// Kendall's W of the members' own orders, 0 to 1; nil with fewer than two who scored everything.
        public var concordance: Double?
        /// Standard deviation of members' values for each option, in the order of `options`, each member's
        /// scores with the panel's weights; 0 with fewer than two who scored it whole.
        public var spread: [Double]

        public init(concordance: Double?, spread: [Double]) {
            self.concordance = concordance
            self.spread = spread
        }
    }
}
