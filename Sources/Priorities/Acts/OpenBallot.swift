public import Vocabulary

/// Opens a secret ballot after discussion of the result.
public struct OpenBallot: RoundAct {
    public static let name = "openBallot"

    public var round: Slug
    public var ballot: Slug
    public var discussedOn: Day
    public var options: [Slug]

    public init(round: Slug, ballot: Slug, discussedOn: Day, options: [Slug]) {
        self.round = round
        self.ballot = ballot
        self.discussedOn = discussedOn
        self.options = options
    }

    public func decide(
        _ before: RoundBefore, by author: Author, at moment: Moment
    ) throws(Refusal) -> Round {
        var round = try before.found(round)
        try round.requireUndecided(to: "open a ballot")
        try round.requireClosed(.scores, before: "a ballot")
        guard let scoresClosedAt = round.scoresClosedAt, round.result != nil else {
            throw Refusal(
                .rule, code: "no-result", "There is no result to vote on.",
                remedy: "Solve the round and record its result first.")
        }
        try round.requireRulings(before: "a ballot")
        if let held = round.ballot {
            throw Refusal(
                .rule, code: "ballot-exists",
                "The ballot “\(held.id)” \(held.choices == nil ? "is open" : "has been held") on this result.",
                remedy: "One result is voted on once; open the scores again, with a reason, to have another.")
        }
        guard !round.endedBallots.contains(ballot) else {
            throw Refusal(
                .rule, code: "ballot-name-used", "A ballot “\(ballot)” was set aside in this round.",
                remedy: "Choose another short name, so that no vote of the earlier one is counted.")
        }
        guard !options.isEmpty else {
            throw Refusal(
                .input, code: "nothing-to-vote-on", "The ballot “\(ballot)” has no options.",
                remedy: "Name the options to vote on.")
        }
        if let twice = twice(options) {
            throw Refusal(
                .input, code: "option-twice", "The ballot “\(ballot)” names the option “\(twice)” twice.",
                remedy: "Name it once.")
        }
        for option in options { try round.requireOption(option) }
        try refuseFuture(discussedOn, "The day of the discussion", at: moment)
        guard discussedOn >= scoresClosedAt.day else {
            throw Refusal(
                .rule, code: "discussed-too-early",
                "The discussion was on \(discussedOn.inWords), before the scores closed on "
                    + "\(scoresClosedAt.day.inWords).", remedy: "Discuss the result, then vote.")
        }
        round.ballot = Ballot(id: ballot, discussedOn: discussedOn, options: options, openedAt: moment)
        return round
    }
}
