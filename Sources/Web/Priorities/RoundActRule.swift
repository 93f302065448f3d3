import Access
import Priorities
import Vocabulary

/// Who may perform an act on a round: the one place for forms and for programs. When it may be done the act decides.
struct RoundActRule: Sendable {
    /// Held for the round's commissioner; of a seat's own act, held at all.
    let permission: Permission
    /// Where the act says whose seat it is of; nil for acts of whoever runs the round.
    let seat: [String]?

    private init(_ permission: Permission, seat: [String]? = nil) {
        self.permission = permission
        self.seat = seat
    }

    /// Nil for acts that are not performed one by one: a result and a publication come with what proves them, and a
    /// ballot with its key.
    static func of(_ act: String) -> RoundActRule? { all[act] }

    static let all: [String: RoundActRule] = [
        OpenRound.name: .init(.runRounds), SetAppealsRoute.name: .init(.recordDecisions),
        SetEnvelope.name: .init(.runRounds), SetCriteria.name: .init(.runRounds), SeatMember.name: .init(.runRounds),
        PutForwardOption.name: .init(.runRounds), WithdrawOption.name: .init(.runRounds),
        RecordAdvice.name: .init(.runRounds), RecordRepresentation.name: .init(.runRounds),
        CloseStage.name: .init(.runRounds), ReopenStage.name: .init(.runRounds), VoidBallot.name: .init(.runRounds),
        LodgeAppeal.name: .init(.recordDecisions), AnswerAppeal.name: .init(.recordDecisions),
        AttachAssessment.name: .init(.runRounds), RecordDecision.name: .init(.recordDecisions),
        DeclareInterest.name: .init(.declareOwnInterests, seat: ["interest", "member"]),
        RuleOnInterest.name: .init(.scoreOptions, seat: ["chair"]),
        GiveWeights.name: .init(.weigh, seat: ["member"]), GiveScores.name: .init(.scoreOptions, seat: ["member"]),
        MarkSeen.name: .init(.readRounds, seat: ["member"]),
    ]
}

extension Question {
    /// Whether the visitor may perform an act on a round as it stands.
    ///
    /// - Parameter round: nil where the act begins one.
    /// - Throws: `Refusal` of kind `permission`: `not-your-seat`, `not-your-round`.
    func check(_ act: some RoundAct, in round: Round?) throws(Refusal) {
        guard let rule = RoundActRule.of(type(of: act).name) else { return }
        if let seat = rule.seat {
            let own = visitor.signedIn?.account.member(in: act.round)
            guard !reach(rule.permission).isNowhere, let own,
                act.journalled.value(at: seat) == .text(own.description)
            else {
                throw Refusal(
                    .permission, code: "not-your-seat", "You act for your own seat, and for nobody else’s.",
                    remedy: "Ask whoever runs the round for a seat.")
            }
            return
        }
        let commissioner =
            round?.programme.commissioner ?? (act as? OpenRound)?.programme.commissioner
        let reach = reach(rule.permission)
        guard commissioner.map({ reach.covers($0) }) ?? !reach.isNowhere else {
            throw Refusal(
                .permission, code: "not-your-round", "You do not run rounds of that commissioner.",
                remedy: "Ask a commissioning manager of that commissioner.")
        }
    }
}
