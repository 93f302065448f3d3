public import Vocabulary

/// Puts on the record what advice was asked for on an option, the adviser's interest, and what became of it.
public struct RecordAdvice: RoundAct {
    public static let name = "recordAdvice"

    public var round: Slug
    public var advice: Advice

    public init(round: Slug, advice: Advice) {
        self.round = round
        self.advice = advice
    }

    public func decide(
        _ before: RoundBefore, by author: Author, at moment: Moment
    ) throws(Refusal) -> Round {
        var round = try before.found(round)
        try round.requireUndecided(to: "record advice")
        try round.requireOption(advice.option)
        try refuseBlank(advice.adviser, "Who was asked")
        try refuseBlank(advice.advised, "What was advised")
        guard advice.interest.contains(where: { !$0.isWhitespace }) else {
            throw Refusal(
                .usage, code: "text-missing", "The adviser’s interest is missing.",
                remedy: "Say what the adviser stands to gain or lose, or that none was declared.")
        }
        try refuseBlank(
            reason: advice.reason, for: "\(advice.isFollowed ? "following" : "not following") the advice")
        try refuseFuture(advice.day, "The day of the advice", at: moment)
        guard !round.advice.contains(advice) else {
            throw Refusal(
                .rule, code: "recorded-already", "This advice is on the record already.",
                remedy: "Nothing needs to be done.")
        }
        round.advice.append(advice)
        return round
    }
}
