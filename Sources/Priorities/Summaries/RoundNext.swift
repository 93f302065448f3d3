public import Vocabulary

/// What is to be done next in a round, as the round itself tells: the command line says it as commands, pages as words.
public struct RoundNext: Hashable, Sendable {
    /// What can be done now, in order; never empty.
    public let steps: [Step]

    /// One thing to be done.
    public enum Step: Hashable, Sendable {
        case setEnvelope, setCriteria, putForwardOptions, seatMembers
        case close(Stage)
        /// By these members, who have given none.
        case giveWeights([Slug])
        /// By these members, who have given none and may score something.
        case giveScores([Slug])
        /// On these interests, by a chair who does not share them.
        case ruleOnInterests([Slug])
        case solve
        /// Read what the answer is and how far it can be trusted, before anybody votes on it.
        case readAnswer
        /// Attach what the law asks for on these options.
        case attachAssessments([Slug])
        case openBallot
        /// By these members, who may vote on something and have not.
        case castBallots([Slug])
        case closeBallot
        case decide
        case publish
        /// By anybody, from what was published.
        case verify
    }

    public init(_ round: Round) {
        steps = RoundNext.steps(round)
    }

    private static func steps(_ round: Round) -> [Step] {
        if round.decision != nil { return [round.published.isEmpty ? .publish : .verify] }
        let unruled = round.unruledInterests.map(\.id)
        // Once there are scores that they would touch.
        if !unruled.isEmpty, !round.scores.isEmpty { return [.ruleOnInterests(unruled)] }
        if let ballot = round.ballot {
            if ballot.choices == nil { return [.castBallots(round.mayStillVote(in: ballot)), .closeBallot] }
            return assessing(round) + [.decide]
        }
        if round.result != nil { return [.readAnswer] + assessing(round) + [.openBallot] }
        if round.scoresClosedAt != nil { return [.solve] }
        if round.weightsClosedAt != nil {
            let waiting = round.members.map(\.id).filter { member in
                round.scores[member] == nil && round.options.contains { !round.excluded(member).contains($0.id) }
            }
            return (waiting.isEmpty ? [] : [.giveScores(waiting)]) + [.close(.scores)]
        }
        if round.anchorsClosedAt != nil {
            let waiting = round.members.map(\.id).filter { round.weights[$0] == nil }
            return (waiting.isEmpty ? [] : [.giveWeights(waiting)]) + [.close(.weights)]
        }
        if round.envelope == nil { return [.setEnvelope] }
        if round.criteria.isEmpty { return [.setCriteria] }
        if round.options.isEmpty { return [.putForwardOptions] }
        if round.members.isEmpty { return [.seatMembers] }
        return [.close(.anchors)]
    }

    private static func assessing(_ round: Round) -> [Step] {
        let missing = round.options.filter { !round.missingAssessments(of: $0).isEmpty }.map(\.id)
        return missing.isEmpty ? [] : [.attachAssessments(missing)]
    }
}

extension Round {
    /// What the law asks for before the option may be decided on, and nobody has attached.
    public func missingAssessments(of option: Option) -> [Assessment.Kind] {
        guard option.needsAssessments else { return [] }
        return Assessment.Kind.allCases.filter { kind in
            !assessments.contains { $0.option == option.id && $0.kind == kind }
        }
    }

    /// Members who have not voted, and are not left out of everything that is voted on.
    public func mayStillVote(in ballot: Ballot) -> [Slug] {
        members.map(\.id).filter { member in
            !ballot.voted.contains(member) && !excluded(member).isSuperset(of: ballot.options)
        }
    }
}
