public import Vocabulary

/// What a member said about how much the criteria under one branch matter, in the way that suits the panel.
///
/// Only the fields of its method are filled.
public struct WeightsGiven: Hashable, Sendable, Codable {
    /// The branch whose criteria are weighed against one another; nil for the top.
    public var within: Slug?
    public var method: Method
    /// Swing: 100 for the swing that matters most, the others against it.
    public var swings: [Points]?
    /// Rank order: from the one that matters most; those in one group tie.
    public var order: [[Slug]]?
    /// Pairwise comparison: one for each pair.
    public var judgements: [Judgement]?
    /// Best–worst.
    public var best: Slug?
    public var worst: Slug?
    public var bestToOthers: [Points]?
    public var othersToWorst: [Points]?
    /// Partial knowledge and answers to trade-off questions.
    public var claims: [Claim]?

    public enum Method: String, Hashable, Sendable, Codable, CaseIterable {
        case swing, rankOrder, pairwise, bestWorstLinear, bestWorstNonlinear, tradeOff, partial
    }

    public struct Points: Hashable, Sendable, Codable {
        public var criterion: Slug
        public var points: Double

        public init(criterion: Slug, points: Double) {
            self.criterion = criterion
            self.points = points
        }
    }

    /// The one matters `times` as much as the other, 1 to 9.
    public struct Judgement: Hashable, Sendable, Codable {
        public var more: Slug
        public var less: Slug
        public var times: Int

        public init(more: Slug, less: Slug, times: Int) {
            self.more = more
            self.less = less
            self.times = times
        }
    }

    /// Something known about weights without knowing them.
    public struct Claim: Hashable, Sendable, Codable {
        public var kind: Kind
        public var first: Slug
        public var second: Slug?
        public var low: Double?
        public var high: Double?

        public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
            /// The first matters at least as much as the second.
            case atLeast
            /// The first matters between `low` and `high` times as much as the second.
            case between
            /// Exactly `low` times.
            case exactly
            /// The first's share of the whole lies between `low` and `high` (0 to 1).
            case share
        }

        public init(kind: Kind, first: Slug, second: Slug? = nil, low: Double? = nil, high: Double? = nil) {
            self.kind = kind
            self.first = first
            self.second = second
            self.low = low
            self.high = high
        }
    }

    public init(
        within: Slug? = nil, method: Method, swings: [Points]? = nil, order: [[Slug]]? = nil,
        judgements: [Judgement]? = nil, best: Slug? = nil, worst: Slug? = nil, bestToOthers: [Points]? = nil,
        othersToWorst: [Points]? = nil, claims: [Claim]? = nil
    ) {
        self.within = within
        self.method = method
        self.swings = swings
        self.order = order
        self.judgements = judgements
        self.best = best
        self.worst = worst
        self.bestToOthers = bestToOthers
        self.othersToWorst = othersToWorst
        self.claims = claims
    }
}

/// One score: by a member, on the criterion's own scale, with how far it may be off.
public struct Score: Hashable, Sendable, Codable {
    public var option: Slug
    public var criterion: Slug
    public var value: Double
    /// Not above `value`; nil where the member is sure.
    public var low: Double?
    /// Not below `value`.
    public var high: Double?
    public var note: String?

    public init(
        option: Slug, criterion: Slug, value: Double, low: Double? = nil, high: Double? = nil, note: String? = nil
    ) {
        self.option = option
        self.criterion = criterion
        self.value = value
        self.low = low
        self.high = high
        self.note = note
    }
}
