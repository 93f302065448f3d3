import Rulebook
public import Vocabulary

/// What a member says of how much criteria matter, branch by branch; between the closing of anchors and of weights.
///
/// What is said of a branch takes the place of what the member said of it before. Partial knowledge is no fault, but
/// statements that cannot all hold are refused, with those that clash in words.
public struct GiveWeights: RoundAct {
    public static let name = "giveWeights"

    public var round: Slug
    public var member: Slug
    public var given: [WeightsGiven]

    public init(round: Slug, member: Slug, given: [WeightsGiven]) {
        self.round = round
        self.member = member
        self.given = given
    }

    public func decide(
        _ before: RoundBefore, by author: Author, at moment: Moment
    ) throws(Refusal) -> Round {
        var round = try before.found(round)
        try round.requireClosed(.anchors, before: "giving weights")
        try round.requireOpen(.weights, to: "give weights")
        _ = try round.requireMember(member)
        guard !given.isEmpty else {
            throw Refusal(
                .input, code: "no-weights", "“\(member)” gave no weights.",
                remedy: "Say how much the criteria of at least one branch matter.")
        }
        if let twice = twice(given.map(\.within)) {
            throw Refusal(
                .input, code: "branch-twice",
                "“\(member)” weighs the criteria \(twice.map { "under “\($0)”" } ?? "at the top") twice.",
                remedy: "Give each branch once.")
        }
        let judgements = WeightsGiven.JudgementScale(
            least: try before.rulebook.count(PriorityRuleID.judgementLeast, on: moment.day),
            most: try before.rulebook.count(PriorityRuleID.judgementMost, on: moment.day))
        for branch in given {
            do throws(Refusal) {
                try branch.check(against: round, judgements: judgements)
            } catch {
                throw Refusal(error.kind, code: error.code, "“\(member)”: \(error.sentence)", remedy: error.remedy)
            }
        }
        var held = round.weights[member] ?? []
        for branch in given {
            if let place = held.firstIndex(where: { $0.within == branch.within }) {
                held[place] = branch
            } else {
                held.append(branch)
            }
        }
        round.weights[member] = held
        return round
    }
}
