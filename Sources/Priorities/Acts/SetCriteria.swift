import Rulebook
public import Vocabulary

/// Says what options are judged by, on which scales, and how benefit is counted; until the anchors close.
public struct SetCriteria: RoundAct {
    public static let name = "setCriteria"

    public var round: Slug
    /// Nil leaves it as the round was opened.
    public var benefit: BenefitKind?
    public var criteria: [Criterion]
    public var pack: PackUse?

    public init(round: Slug, benefit: BenefitKind? = nil, criteria: [Criterion], pack: PackUse? = nil) {
        self.round = round
        self.benefit = benefit
        self.criteria = criteria
        self.pack = pack
    }

    public func decide(
        _ before: RoundBefore, by author: Author, at moment: Moment
    ) throws(Refusal) -> Round {
        var round = try before.found(round)
        try round.requireOpen(.anchors, to: "change the criteria")
        let costWords = try before.rulebook.text(PriorityRuleID.costWords, on: moment.day)
        try SetCriteria.check(criteria, costWords: costWords)
        for criterion in criteria { try criterion.scale?.check(of: criterion) }
        if let pack, pack.use != .adopted {
            try refuseBlank(reason: pack.reason, for: "having \(pack.use.rawValue) the pack “\(pack.pack)”")
        }
        round.criteria = criteria
        round.pack = pack
        if let benefit { round.benefit = benefit }
        for option in round.options { try option.check(against: round) }
        return round
    }
}
