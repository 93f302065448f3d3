public import Vocabulary

/// A priority round as it stands: what its acts have made of it, in order.
///
/// Order is law: anchors close before weights are given, weights before scores. Re-opening sets aside what was
/// entered since, visibly.
public struct Round: Hashable, Sendable {
    public var id: Slug
    public var title: String
    public var programme: Programme
    public var benefit: BenefitKind
    public var openedAt: Moment
    public var appeals: AppealsRoute?
    /// How its answer is to be worked out, as it was begun; nil: as usual.
    public var settings: RoundResult.Settings?
    /// In which way members are asked first how much criteria matter; nil: by points.
    public var weighing: WeightsGiven.Method?

    public var envelope: Envelope?
    public var rules: [PortfolioRule] = []
    public var criteria: [Criterion] = []
    public var pack: PackUse?
    public var members: [Member] = []
    public var interests: [Interest] = []
    public var rulings: [InterestRuling] = []
    public var options: [Option] = []
    public var advice: [Advice] = []
    public var representations: [Representation] = []

    public var anchorsClosedAt: Moment?
    public var weightsClosedAt: Moment?
    public var scoresClosedAt: Moment?

    /// What each member said of weights; the last that was said.
    public var weights: [Slug: [WeightsGiven]] = [:]
    public var scores: [Slug: [Score]] = [:]
    public var firstScoreAt: Moment?
    public var setAside: [SetAside] = []

    public var result: ResultHeld?
    public var ballot: Ballot?
    /// Short names of ballots that were set aside; none is ever used again.
    public var endedBallots: [Slug] = []
    public var assessments: [Assessment] = []
    /// Who has seen which assessment.
    public var seen: [Seen] = []
    public var decision: Decision?
    public var decidedAt: Moment?
    public var lodged: [Appeal] = []
    public var published: [Publication] = []

    public init(
        id: Slug, title: String, programme: Programme, benefit: BenefitKind, openedAt: Moment,
        appeals: AppealsRoute? = nil, settings: RoundResult.Settings? = nil
    ) {
        self.id = id
        self.title = title
        self.programme = programme
        self.benefit = benefit
        self.openedAt = openedAt
        self.appeals = appeals
        self.settings = settings
    }

    /// What no longer counts since a stage was opened again.
    public struct SetAside: Hashable, Sendable, Codable {
        public var stage: Stage
        public var reason: String
        public var at: Moment
        /// `3 members’ weights, 9 members’ scores (1,180)`.
        public var what: String

        public init(stage: Stage, reason: String, at: Moment, what: String) {
            self.stage = stage
            self.reason = reason
            self.at = at
            self.what = what
        }
    }

    /// The answer that was recorded for the round as it then stood.
    public struct ResultHeld: Hashable, Sendable, Codable {
        public var digest: EvidenceID
        public var at: Moment

        public init(digest: EvidenceID, at: Moment) {
            self.digest = digest
            self.at = at
        }
    }

    public struct Seen: Hashable, Sendable, Codable {
        public var assessment: Slug
        public var member: Slug
        public var at: Moment

        public init(assessment: Slug, member: Slug, at: Moment) {
            self.assessment = assessment
            self.member = member
            self.at = at
        }
    }

    public struct Publication: Hashable, Sendable, Codable {
        public var at: Moment
        /// Of the manifest of what was published.
        public var digest: EvidenceID

        public init(at: Moment, digest: EvidenceID) {
            self.at = at
            self.digest = digest
        }
    }
}

/// What closes, in this order.
public enum Stage: String, Hashable, Sendable, Codable, CaseIterable {
    case anchors, weights, scores
}

extension Round {
    /// Criteria that are scored, in the order in which they stand.
    public var leaves: [Criterion] { criteria.filter { $0.scale != nil } }

    public func option(_ id: Slug) -> Option? { options.first { $0.id == id } }
    public func member(_ id: Slug) -> Member? { members.first { $0.id == id } }
    public func criterion(_ id: Slug) -> Criterion? { criteria.first { $0.id == id } }

    /// The criteria directly under a branch; nil for the top.
    public func children(of parent: Slug?) -> [Criterion] { criteria.filter { $0.parent == parent } }

    /// The branches under which weights are given: the top, and every criterion that has criteria under it.
    public var branches: [Slug?] {
        [nil] + criteria.filter { branch in criteria.contains { $0.parent == branch.id } }.map(\.id)
    }

    /// Options from which the member is left out by an interest; a class's interest only once the chair ruled so.
    ///
    /// A ruling that names options leaves the member out of these, or lets the member stay on these, and of the other
    /// options that the interest touches the opposite holds: nobody stays on an option that no ruling named.
    public func excluded(_ member: Slug) -> Set<Slug> {
        var left: Set<Slug> = []
        for interest in interests where interest.member == member {
            let touched = Set(interest.options)
            let ruling = rulings.last { $0.interest == interest.id }
            if let ruling {
                let named = ruling.options.isEmpty ? touched : Set(ruling.options)
                left.formUnion(ruling.isExcluded ? named : touched.subtracting(named))
            } else if interest.sharedClass == nil {
                left.formUnion(touched)
            }
        }
        return left
    }

    /// Options that an interest touches and on which a chair let the member stay; all of the round where neither the
    /// interest nor the ruling names one. One from which another interest leaves the member out is not among them.
    func letPass(_ member: Slug) -> Set<Slug> {
        var kept: Set<Slug> = []
        for interest in interests where interest.member == member {
            guard let ruling = rulings.last(where: { $0.interest == interest.id }) else { continue }
            if ruling.isExcluded {
                if !ruling.options.isEmpty { kept.formUnion(Set(interest.options).subtracting(ruling.options)) }
            } else {
                let named = ruling.options.isEmpty ? interest.options : ruling.options
                kept.formUnion(named.isEmpty ? options.map(\.id) : named)
            }
        }
        return kept.subtracting(excluded(member))
    }

    /// Interests on which the chair has yet to decide.
    public var unruledInterests: [Interest] {
        interests.filter { interest in
            interest.sharedClass != nil && !rulings.contains { $0.interest == interest.id }
        }
    }
}
