public import Rulebook
public import Vocabulary

/// Every act on a round by its name, so that a journal can be read and decided again.
public enum RoundActs {
    /// In the order in which a round comes to them.
    public static let all: [any RoundAct.Type] = [
        OpenRound.self, SetAppealsRoute.self, SetEnvelope.self, SetCriteria.self, SeatMember.self,
        DeclareInterest.self, RuleOnInterest.self, PutForwardOption.self, WithdrawOption.self, RecordAdvice.self,
        RecordRepresentation.self, CloseStage.self, ReopenStage.self, GiveWeights.self, GiveScores.self,
        RecordResult.self, OpenBallot.self, CastBallot.self, CloseBallot.self, VoidBallot.self, AttachAssessment.self,
        MarkSeen.self, RecordDecision.self, RecordPublication.self, LodgeAppeal.self, AnswerAppeal.self,
    ]

    /// The act that a line of the journal holds.
    ///
    /// - Throws: `Refusal` of kind `input`: `no-such-act`, or what `JSONValue.decoded` refuses.
    public static func decode(name: String, _ json: JSONValue) throws(Refusal) -> any RoundAct {
        guard let type = all.first(where: { $0.name == name }) else {
            throw .unknownAct(name, "act on a priority round", known: all.map { $0.name })
        }
        func read<Kind: RoundAct>(_ kind: Kind.Type) throws(Refusal) -> any RoundAct {
            try json.decoded(as: kind, named: name)
        }
        return try read(type)
    }
}

extension Round {
    /// The round that a list of acts makes, decided again in order.
    ///
    /// - Parameter rulebook: the rules by which all of them were decided.
    /// - Returns: nil for no acts.
    /// - Throws: the refusal of the first act that cannot be.
    public static func replaying(
        _ lines: [(act: any RoundAct, author: Author, moment: Moment)], rulebook: Rulebook
    ) throws(Refusal) -> Round? {
        var round: Round?
        for line in lines {
            round = try line.act.decide(
                RoundBefore(round: round, rulebook: rulebook), by: line.author, at: line.moment)
        }
        return round
    }
}
