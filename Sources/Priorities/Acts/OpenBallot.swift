public import Vocabulary

/// Opens a secret ballot after discussion of the result.
///
/// The result that members discussed is the one in force: it was recorded for the round as it stands, on the day of the
/// discussion or before. Whatever would change it sets it aside, and the ballot with it. An option on which too few
/// members may vote for their votes to stay secret is not voted on (`PriorityRuleID.votersLeast`).
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
        guard let result = round.result else {
            throw Refusal(
                .rule, code: "no-result", "There is no result to vote on.",
                remedy: "Solve the round and record its result, let members discuss it, and then vote.")
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
        guard discussedOn >= result.at.day else {
            throw Refusal(
                .rule, code: "discussed-too-early",
                "The discussion was on \(discussedOn.inWords), before the result was recorded on "
                    + "\(result.at.day.inWords).", remedy: "Let members see the result and discuss it, then vote.")
        }
        let least = try CloseBallot.votersLeast(before.rulebook, on: moment.day)
        for option in options {
            let voters = round.members.count { !round.excluded($0.id).contains(option) }
            guard voters >= least else {
                throw Refusal(
                    .rule, code: "too-few-voters",
                    "\(counted(voters, "member", "members")) may vote on the option “\(option)”, and fewer than "
                        + "\(least) could tell one another’s votes.",
                    remedy: "Leave the option out of the ballot, and decide on it openly.")
            }
        }
        round.ballot = Ballot(id: ballot, discussedOn: discussedOn, options: options, openedAt: moment)
        return round
    }
}
