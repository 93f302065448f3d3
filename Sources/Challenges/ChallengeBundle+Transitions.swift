import Vocabulary

extension ChallengeBundle {
    /// From which state to which a bundle may go, and by which act.
    public static let transitions: [(from: State, by: String, to: State)] =
        [
            (.raised, SendChallenges.name, .sent), (.raised, ConcludeChallenges.name, .raised),
            (.raised, ConcludeChallenges.name, .settled), (.sent, SendChallenges.name, .sent),
            (.sent, AnswerChallenges.name, .sent), (.sent, AnswerChallenges.name, .answered),
            (.sent, ConcludeChallenges.name, .sent), (.sent, ConcludeChallenges.name, .answered),
            (.sent, ConcludeChallenges.name, .concluded), (.sent, ConcludeChallenges.name, .settled),
            (.sent, RecordCredit.name, .sent), (.sent, DisputeBundle.name, .disputed),
            (.answered, AnswerChallenges.name, .answered), (.answered, ConcludeChallenges.name, .answered),
            (.answered, ConcludeChallenges.name, .concluded), (.answered, ConcludeChallenges.name, .settled),
            (.answered, RecordCredit.name, .answered), (.answered, DisputeBundle.name, .disputed),
            (.concluded, ConcludeChallenges.name, .concluded), (.concluded, ConcludeChallenges.name, .settled),
            (.concluded, RecordCredit.name, .concluded), (.concluded, RecordCredit.name, .settled),
            (.concluded, DisputeBundle.name, .disputed), (.concluded, CloseBundle.name, .closed),
            (.settled, ConcludeChallenges.name, .concluded), (.settled, ConcludeChallenges.name, .settled),
            (.settled, RecordCredit.name, .settled), (.settled, RecordCredit.name, .concluded),
            (.settled, DisputeBundle.name, .disputed), (.settled, CloseBundle.name, .closed),
        ]
        + [AnswerChallenges.name, ConcludeChallenges.name, RecordCredit.name, DisputeBundle.name].map {
            (.disputed, $0, .disputed)
        } + [.sent, .answered, .concluded, .settled].map { (.disputed, SettleDispute.name, $0) }

    /// From which state to which one challenge may go, and by which act.
    public static let challengeTransitions: [(from: Challenge.State, by: String, to: Challenge.State)] = {
        let answers: [Challenge.State] = [.accepted, .partAccepted, .rejected]
        let ends: [Challenge.State] = [.upheld, .partUpheld, .withdrawn]
        var list: [(from: Challenge.State, by: String, to: Challenge.State)] = [
            (.raised, SendChallenges.name, .sent), (.raised, ConcludeChallenges.name, .withdrawn),
        ]
        for from in [.sent] + answers { list += answers.map { (from, AnswerChallenges.name, $0) } }
        for from in [.sent] + answers + ends { list += ends.map { (from, ConcludeChallenges.name, $0) } }
        return list
    }()

    /// - Throws: `bundle-state` where the act may not be done to a bundle that stands as this one does.
    func require(_ act: String, to what: String) throws(Refusal) {
        let state = state
        guard !ChallengeBundle.transitions.contains(where: { $0.from == state && $0.by == act }) else { return }
        let from = State.allCases.filter { one in
            ChallengeBundle.transitions.contains { $0.from == one && $0.by == act }
        }
        throw Refusal(
            .rule, code: "bundle-state", "The bundle “\(id)” is \(state.inWords): one cannot \(what) now.",
            remedy: "That is for a bundle that is \(from.map(\.inWords).joined(separator: ", or ")).")
    }
}
