import Rulebook
public import Vocabulary

/// Lodges an appeal against the decision, within the window that runs from its publication.
///
/// Until the decision is published the window has not begun, and an appeal is always in time.
public struct LodgeAppeal: RoundAct {
    public static let name = "lodgeAppeal"

    public var round: Slug
    public var appeal: Appeal

    public init(round: Slug, appeal: Appeal) {
        self.round = round
        self.appeal = appeal
    }

    public func decide(
        _ before: RoundBefore, by author: Author, at moment: Moment
    ) throws(Refusal) -> Round {
        var round = try before.found(round)
        guard let decision = round.decision else {
            throw Refusal(
                .rule, code: "not-decided", "There is no decision to appeal against.",
                remedy: "Before the decision, record a representation instead.")
        }
        try refuseBlank(appeal.grounds, "What the appeal “\(appeal.id)” rests on")
        guard !round.lodged.contains(where: { $0.id == appeal.id }) else {
            throw Refusal(
                .rule, code: "appeal-exists", "There is an appeal “\(appeal.id)” already.",
                remedy: "Lodge this one under another short name.")
        }
        guard appeal.answer == nil else {
            throw Refusal(
                .input, code: "appeal-answered", "The appeal “\(appeal.id)” comes with its answer.",
                remedy: "Lodge it first; answering it is an act of its own.")
        }
        try refuseFuture(appeal.lodgedOn, "The day of the appeal", at: moment)
        guard appeal.lodgedOn >= decision.decidedOn else {
            throw Refusal(
                .input, code: "appeal-too-early",
                "The appeal “\(appeal.id)” is of \(appeal.lodgedOn.inWords), before the decision of "
                    + "\(decision.decidedOn.inWords).", remedy: "Give the day on which it was lodged.")
        }
        let usual = try before.rulebook.days(PriorityRuleID.appealsWindow, on: decision.decidedOn)
        if let last = round.lastDayOfAppeals(usual: usual), appeal.lodgedOn > last {
            throw Refusal(
                .rule, code: "appeal-too-late",
                "The appeal “\(appeal.id)” is of \(appeal.lodgedOn.inWords); the window ended on \(last.inWords).",
                remedy: "Record it as a representation; it can be heard when the decision is next reviewed.")
        }
        round.lodged.append(appeal)
        return round
    }
}

extension Round {
    /// The last day on which an appeal is in time; nil while the decision is not published.
    ///
    /// - Parameter usual: the days of the window where the round names none of its own.
    public func lastDayOfAppeals(usual: Int) -> Day? {
        guard let decidedAt, let first = published.first(where: { $0.at >= decidedAt }) else { return nil }
        return first.at.day.adding(days: appeals?.days ?? usual)
    }
}
