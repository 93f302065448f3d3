public import Vocabulary

/// Begins a round: what it is about, how benefit is counted, and how its decision may be appealed against.
public struct OpenRound: RoundAct {
    public static let name = "openRound"

    public var round: Slug
    public var title: String
    public var programme: Programme
    public var benefit: BenefitKind
    public var appeals: AppealsRoute?
    /// How its answer is to be worked out; nil: as usual.
    public var settings: RoundResult.Settings?
    /// In which way members are asked first how much criteria matter; nil: by points. Each may use another.
    public var weighing: WeightsGiven.Method?

    public init(
        round: Slug, title: String, programme: Programme, benefit: BenefitKind, appeals: AppealsRoute? = nil,
        settings: RoundResult.Settings? = nil, weighing: WeightsGiven.Method? = nil
    ) {
        self.round = round
        self.title = title
        self.programme = programme
        self.benefit = benefit
        self.appeals = appeals
        self.settings = settings
        self.weighing = weighing
    }

    public func decide(
        _ before: RoundBefore, by author: Author, at moment: Moment
    ) throws(Refusal) -> Round {
        guard before.round == nil else {
            throw Refusal(
                .rule, code: "round-exists", "There is a round “\(round)” already.",
                remedy: "Choose another short name; a round is never begun twice.")
        }
        guard !title.titleKey.isEmpty, !programme.title.titleKey.isEmpty else {
            throw Refusal(
                .input, code: "title-missing", "A round and its programme need a title each.",
                remedy: "Give both in words.")
        }
        for line in programme.spend {
            try refuseBlank(line.title, "The title of a line of today’s spend")
            guard line.amount >= .zero, (line.movable ?? .zero) >= .zero, (line.movable ?? .zero) <= line.amount
            else {
                throw Refusal(
                    .input, code: "spend-invalid",
                    "Today’s spend on “\(line.title)” is \(line.amount)"
                        + (line.movable.map { ", of which \($0) is said to be movable" } ?? "") + ".",
                    remedy: "Neither is negative, and no more can be moved than is spent.")
            }
        }
        guard fits(programme.spend.map(\.amount.pence)) else {
            throw Refusal(
                .input, code: "amount-overflow", "The lines of today’s spend sum to more than can be counted.",
                remedy: "Look for a line with too many digits.")
        }
        try appeals?.check()
        var begun = Round(
            id: round, title: title, programme: programme, benefit: benefit, openedAt: moment, appeals: appeals,
            settings: settings)
        begun.weighing = weighing
        return begun
    }
}
