public import Rulebook
public import Vocabulary

/// Closes a ballot with the votes that were in the urn, taken apart so that nobody's can be told.
///
/// A line has one letter an option, and each option's letters are sorted on their own: a line is no member's. Lines
/// kept whole would show an excluded member's votes, because it is on the record who is left out of what. Votes on an
/// option are counted only where enough members have voted on it (`PriorityRuleID.votersLeast`, of the day on which the
/// ballot was opened).
public struct CloseBallot: RoundAct {
    public static let name = "closeBallot"

    public var round: Slug
    public var ballot: Slug
    public var choices: [Ballot.Choices]

    /// - Parameter choices: as they were cast, in any order; they are taken apart here. Lines of different length are
    ///   kept as they are, for the act to refuse.
    public init(round: Slug, ballot: Slug, choices: [Ballot.Choices]) {
        self.round = round
        self.ballot = ballot
        self.choices = CloseBallot.takenApart(choices)
    }

    static func takenApart(_ choices: [Ballot.Choices]) -> [Ballot.Choices] {
        let lines = choices.map { Array($0.description) }
        guard let width = lines.first?.count, lines.allSatisfy({ $0.count == width }) else { return choices.sorted() }
        let columns = (0..<width).map { column in lines.map { $0[column] }.sorted() }
        return lines.indices.map { row in Ballot.Choices(String(columns.map { $0[row] })) }
    }

    public func decide(
        _ before: RoundBefore, by author: Author, at moment: Moment
    ) throws(Refusal) -> Round {
        var round = try before.found(round)
        try round.requireUndecided(to: "close a ballot")
        var held = try round.requireOpenBallot(ballot)
        guard !held.voted.isEmpty else {
            throw Refusal(
                .rule, code: "nobody-voted", "Nobody has voted in the ballot “\(ballot)”.",
                remedy: "Let members vote first.")
        }
        guard choices.count == held.voted.count else {
            throw Refusal(
                .wanting, code: "votes-and-voters",
                "The urn of the ballot “\(ballot)” holds \(counted(choices.count, "vote", "votes")), and "
                    + "\(counted(held.voted.count, "member has", "members have")) voted.",
                remedy: "Restore the record from a backup of one moment; do not count this urn.")
        }
        let least = try CloseBallot.votersLeast(before.rulebook, on: held.openedAt.day)
        try CloseBallot.requireVoters(held.voted, on: held.options, in: round, atLeast: least)
        for line in choices {
            guard line.description.count == held.options.count,
                line.description.allSatisfy({ Ballot.Vote(rawValue: $0) != nil })
            else {
                throw Refusal(
                    .input, code: "vote-form",
                    "“\(line)” is no vote on \(counted(held.options.count, "option", "options")).",
                    remedy: "One letter an option: f, n, d, a or x.")
            }
        }
        guard choices == CloseBallot.takenApart(choices) else {
            throw Refusal(
                .rule, code: "ballot-order", "The votes are not taken apart, so that whose they are could be told.",
                remedy: "Sort each option’s letters on their own.")
        }
        held.choices = choices
        for row in BallotTally(held)?.rows ?? [] {
            let leftOut = held.voted.count { round.excluded($0).contains(row.option) }
            guard row.leftOut == leftOut else {
                throw Refusal(
                    .wanting, code: "votes-and-interests",
                    "\(counted(row.leftOut, "vote is", "votes are")) marked as left out of the option “\(row.option)”, "
                        + "and \(counted(leftOut, "voter is", "voters are")) left out of it for an interest.",
                    remedy: "The votes do not belong to this ballot; open the scores again and hold another.")
            }
        }
        round.ballot = held
        return round
    }

    /// How many members must vote on an option before its votes are counted; 0 by rules that are older than this one.
    public static func votersLeast(_ rulebook: Rulebook, on day: Day) throws(Refusal) -> Int {
        let isRule = rulebook.all(on: day).contains { $0.id == PriorityRuleID.votersLeast }
        return isRule ? try rulebook.count(PriorityRuleID.votersLeast, on: day) : 0
    }

    /// Refuses to count votes on an option on which so few have voted that they could tell one another's.
    ///
    /// - Parameter voted: also where they have yet to vote; a member who is left out of an option has no vote on it.
    /// - Throws: `Refusal` of kind `rule`, code `too-few-voters`, for the first such option.
    public static func requireVoters(
        _ voted: Set<Slug>, on options: [Slug], in round: Round, atLeast least: Int
    ) throws(Refusal) {
        for option in options {
            let voters = voted.count { !round.excluded($0).contains(option) }
            guard voters >= least else {
                throw Refusal(
                    .rule, code: "too-few-voters",
                    "\(counted(voters, "member votes", "members vote")) on the option “\(option)”, and fewer than "
                        + "\(least) could tell one another’s votes.",
                    remedy: "Let more members vote before the ballot closes; else void it, with a reason, and decide "
                        + "openly.")
            }
        }
    }
}
