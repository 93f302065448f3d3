public import Vocabulary

/// Counts a vote of one committee, and says whether the motion is carried.
///
/// A vote that may not be given is refused and not left out, so that nobody learns later that theirs was not counted.
/// Committees in common are counted one by one, each with its own seats.
///
/// - Reference: the acceptance stories are OpenSlides issues 5745 (votes delegated to somebody absent) and 6667
///   (majorities, and a counter of the votes still needed).
public enum CountVotes {
    /// - Throws: `Refusal` of kind `rule`: `voter-unknown`, `voter-recused`, `voter-not-voting`, `voter-absent`,
    ///   `deputy-not-needed`, `proxies-not-allowed`, `proxy-not-given`, `proxy-absent`, `proxy-recused`,
    ///   `proxy-not-needed`, `vote-twice`, `votes-exceed-eligible`, `casting-vote-not-allowed`,
    ///   `casting-vote-not-chair`, `casting-vote-without-tie`.
    public static func count(_ question: Question) throws(Refusal) -> VoteTally {
        let electorate = Electorate(seats: question.seats, proxies: question.allowsProxies ? question.proxies : [])
        let counts: SealedCounts
        if let sealed = question.sealed {
            counts = try checked(sealed, named: question.votes, eligible: electorate.voters.count)
        } else {
            counts = try counted(question, by: electorate)
        }
        var tally = VoteTally(
            inFavour: counts.inFavour, against: counts.against, abstained: counts.abstained,
            eligible: electorate.voters.count, majority: question.majority, outcome: .notCarried,
            isByCastingVote: false)
        if question.majority.isCarried(inFavour: tally.inFavour, against: tally.against) {
            tally.outcome = .carried
        } else if question.majority == .simple, tally.inFavour == tally.against, tally.cast > 0 {
            tally.outcome = .tied
        }
        guard let casting = question.castingVote else { return tally }
        try check(casting, question, by: electorate, tally)
        tally.outcome = casting.choice == .inFavour ? .carried : .notCarried
        tally.isByCastingVote = true
        return tally
    }

    /// Those who could vote, by short name in order: in person, as a deputy, or through a proxy who is there.
    public static func eligible(seats: [Seat], allowsProxies: Bool = false, proxies: [Proxy] = []) -> [Slug] {
        Electorate(seats: seats, proxies: allowsProxies ? proxies : []).voters.keys.sorted()
    }

    private static func checked(
        _ sealed: SealedCounts, named votes: [Vote], eligible: Int
    ) throws(Refusal) -> SealedCounts {
        guard votes.isEmpty else {
            throw Refusal(
                .input, code: "votes-both-ways", "The vote is given by name and as sealed counts.",
                remedy: "Give the one or the other.")
        }
        let counts = [sealed.inFavour, sealed.against, sealed.abstained]
        guard counts.allSatisfy({ $0 >= 0 }) else {
            throw Refusal(
                .input, code: "votes-negative", "A count of votes is below nought.", remedy: "Count them again.")
        }
        guard fits(counts), counts.reduce(0, +) <= eligible else {
            throw Refusal(
                .rule, code: "votes-exceed-eligible",
                "More votes are given (\(counts.map { "\($0)" }.joined(separator: " + "))) than the \(eligible) that "
                    + "could be.",
                remedy: "Count them again; whoever is recused, absent or without a vote gives none.")
        }
        return sealed
    }

    private static func counted(_ question: Question, by electorate: Electorate) throws(Refusal) -> SealedCounts {
        if let twice = twice(question.votes.map(\.voter)) {
            throw Refusal(
                .rule, code: "vote-twice", "“\(twice)” has voted twice on this motion.",
                remedy: "A person has one vote, in however many seats.")
        }
        for vote in question.votes {
            if let reason = electorate.refusal(of: vote, question) { throw reason }
        }
        func number(_ choice: Vote.Choice) -> Int { question.votes.filter { $0.choice == choice }.count }
        return SealedCounts(
            inFavour: number(.inFavour), against: number(.against), abstained: number(.abstain))
    }

    private static func check(
        _ casting: CastingVote, _ question: Question, by electorate: Electorate, _ tally: VoteTally
    ) throws(Refusal) {
        guard question.hasCastingVote else {
            throw Refusal(
                .rule, code: "casting-vote-not-allowed", "The terms of reference give nobody a casting vote.",
                remedy: "A tied motion is not carried; defer it, or put another.")
        }
        guard casting.by == question.chair, electorate.voters[casting.by] == casting.by else {
            throw Refusal(
                .rule, code: "casting-vote-not-chair",
                "“\(casting.by)” does not chair this item as somebody who may vote on it.",
                remedy: "The casting vote is that of whoever chairs the item and is not recused.")
        }
        guard tally.outcome == .tied, casting.choice != .abstain else {
            throw Refusal(
                .rule, code: "casting-vote-without-tie",
                tally.outcome == .tied
                    ? "A tie is not broken by abstaining." : "The vote is \(tally.inWords): there is no tie to break.",
                remedy: "A casting vote is given for or against, on a tie where more than half carries.")
        }
    }
}
