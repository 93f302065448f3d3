public import Vocabulary

/// What one member of a panel has to do in a round, and what of it is done.
public struct MemberTasks: Hashable, Sendable {
    /// The branches whose criteria are to be weighed against one another: those with two criteria or more.
    public let branches: [Slug?]
    /// Those of them that the member has weighed.
    public let weighed: [Slug?]
    /// Options that the member may score, in the round's order.
    public let options: [Option]
    /// For each criterion that is scored, how many of these options the member has scored on it.
    public let scored: [Slug: Int]
    /// Interests on which the member may rule as a chair, and nobody has.
    public let toRuleOn: [Interest]
    /// Assessments that the member has not marked as seen.
    public let unseen: [Assessment]
    public let vote: Vote
    /// What waits for the member now, in the order in which it is to be done.
    public let waiting: [Waiting]

    public enum Vote: Hashable, Sendable {
        case notOpen, open, cast, leftOut, closed
    }

    public enum Waiting: Hashable, Sendable {
        case rule, weigh, score, readAssessments, vote
    }

    /// - Precondition: the round has the member.
    public init(of member: Slug, in round: Round) {
        guard let seat = round.member(member) else { preconditionFailure("no member “\(member)” in \(round.id)") }
        let excluded = round.excluded(member)
        branches = round.branches.filter { round.children(of: $0).count > 1 }
        let said = Set((round.weights[member] ?? []).map(\.within))
        weighed = branches.filter { said.contains($0) }
        options = round.options.filter { !excluded.contains($0.id) }
        let may = Set(options.map(\.id))
        var scored: [Slug: Int] = [:]
        for score in round.scores[member] ?? [] where may.contains(score.option) {
            scored[score.criterion, default: 0] += 1
        }
        self.scored = scored
        toRuleOn =
            seat.isChair && round.decision == nil
            ? round.unruledInterests.filter { interest in
                interest.member != member
                    && !round.interests.contains { $0.member == member && $0.sharedClass == interest.sharedClass }
            } : []
        unseen = round.assessments.filter { assessment in
            !round.seen.contains { $0.assessment == assessment.id && $0.member == member }
        }
        vote = MemberTasks.vote(of: member, in: round, excluded: excluded)
        var waiting: [Waiting] = []
        if round.decision == nil {
            if !toRuleOn.isEmpty { waiting.append(.rule) }
            if round.anchorsClosedAt != nil, round.weightsClosedAt == nil, weighed.count < branches.count {
                waiting.append(.weigh)
            }
            let all = round.leaves.allSatisfy { (scored[$0.id] ?? 0) >= may.count }
            if round.weightsClosedAt != nil, round.scoresClosedAt == nil, !all { waiting.append(.score) }
            if !unseen.isEmpty { waiting.append(.readAssessments) }
            if vote == .open { waiting.append(.vote) }
        }
        self.waiting = waiting
    }

    private static func vote(of member: Slug, in round: Round, excluded: Set<Slug>) -> Vote {
        guard let ballot = round.ballot else { return .notOpen }
        if ballot.voted.contains(member) { return .cast }
        if ballot.choices != nil { return .closed }
        return excluded.isSuperset(of: ballot.options) ? .leftOut : .open
    }
}
