public import Vocabulary

/// Begins a round: what it is about, how benefit is counted, and how its decision may be appealed against.
public struct OpenRound: RoundAct {
    public static let name = "openRound"

    public var round: Slug
    public var title: String
    public var programme: Programme
    public var benefit: BenefitKind
    public var appeals: AppealsRoute?

    public init(
        round: Slug, title: String, programme: Programme, benefit: BenefitKind, appeals: AppealsRoute? = nil
    ) {
        self.round = round
        self.title = title
        self.programme = programme
        self.benefit = benefit
        self.appeals = appeals
    }

    public func decide(
        _ before: RoundBefore, by author: Author, at moment: Moment
    ) throws(Refusal) -> Round {
        guard before.round == nil else {
            throw Refusal(
                .rule, code: "round-exists", "There is a round “\(round)” already.",
                remedy: "Choose another short name; a round is never begun twice.")
        }
        guard !title.isEmpty, !programme.title.isEmpty else {
            throw Refusal(.input, code: "title-missing", "A round and its programme need a title each.")
        }
        return Round(
            id: round, title: title, programme: programme, benefit: benefit, openedAt: moment, appeals: appeals)
    }
}
