public import Vocabulary

/// Journals that a member has voted, and nothing of how.
public struct CastBallot: RoundAct {
    public static let name = "castBallot"

    public var round: Slug
    public var ballot: Slug
    public var member: Slug

    public init(round: Slug, ballot: Slug, member: Slug) {
        self.round = round
        self.ballot = ballot
        self.member = member
    }

    public func decide(
        _ before: RoundBefore, by author: Author, at moment: Moment
    ) throws(Refusal) -> Round {
        var round = try before.found(round)
        try round.requireUndecided(to: "vote")
        var held = try round.requireOpenBallot(ballot)
        _ = try round.requireMember(member)
        guard !held.voted.contains(member) else {
            throw Refusal(
                .rule, code: "voted-already", "“\(member)” has voted already.",
                remedy: "A secret vote cannot be taken back, because nobody can tell which it is.")
        }
        guard !round.excluded(member).isSuperset(of: held.options) else {
            throw Refusal(
                .rule, code: "left-out", "“\(member)” is left out of every option that is voted on, for an interest.",
                remedy: "Nothing needs to be done: the member’s absence is on the record.")
        }
        held.voted.insert(member)
        round.ballot = held
        return round
    }

    /// A member's votes as letters in the ballot's order; an option that the member is left out of is `x`.
    ///
    /// - Parameters:
    ///   - votes: one for each option but those that the member is left out of, which may be left out here too.
    ///   - excluded: the options that the member is left out of (`Round.excluded`).
    /// - Throws: `Refusal` where a vote is missing or for another option, or an option is left out, or not left out,
    ///   against the interests.
    public static func letters(
        for votes: [Slug: Ballot.Vote], ballot: Ballot, excluded: Set<Slug>
    ) throws(Refusal) -> Ballot.Choices {
        if let unknown = votes.keys.sorted().first(where: { !ballot.options.contains($0) }) {
            throw Refusal(
                .input, code: "vote-unknown-option", "“\(unknown)” is not voted on.",
                remedy: "The ballot is on \(named(ballot.options)).")
        }
        var letters = ""
        for option in ballot.options {
            let isLeftOut = excluded.contains(option)
            guard let vote = votes[option] ?? (isLeftOut ? .leftOut : nil) else {
                throw Refusal(
                    .input, code: "vote-missing", "There is no vote on the option “\(option)”.",
                    remedy: "Vote fund, do not fund, defer or abstain on each option.")
            }
            guard (vote == .leftOut) == isLeftOut else {
                throw Refusal(
                    .rule, code: isLeftOut ? "left-out" : "not-left-out",
                    isLeftOut
                        ? "The member is left out of the option “\(option)” for an interest and has no vote on it."
                        : "The member is not left out of the option “\(option)”.",
                    remedy: isLeftOut ? "Leave it out." : "Vote fund, do not fund, defer or abstain.")
            }
            letters.append(vote.rawValue)
        }
        return Ballot.Choices(letters)
    }
}

extension Round {
    func requireOpenBallot(_ id: Slug) throws(Refusal) -> Ballot {
        guard let ballot, ballot.id == id else {
            throw Refusal(
                .usage, code: "no-such-ballot", "There is no ballot “\(id)” open.",
                remedy: ballot.map { "The ballot of this round is “\($0.id)”." } ?? "Open a ballot first.")
        }
        guard ballot.choices == nil else {
            throw Refusal(
                .rule, code: "ballot-closed", "The ballot “\(id)” has closed.",
                remedy: "Its tally is on the record.")
        }
        return ballot
    }
}
