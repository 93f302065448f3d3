import Vocabulary

extension RecordDecision {
    /// The meeting must have been quorate, on the day, in the body's name, and must have resolved what is recorded:
    /// nothing is done that no motion carried.
    func checkSitting(of round: Round, isRequired: Bool) throws(Refusal) {
        guard let sitting = decision.sitting else {
            if !isRequired { return }
            throw Refusal(
                .rule, code: "meeting-required",
                "“\(round.title)” cannot be decided except by a meeting, and none is named.",
                remedy:
                    "Put the round on the agenda of a committee, let it decide there (remit meeting), then name the "
                    + "meeting and its item in decision.yaml.")
        }
        guard sitting.on == decision.decidedOn else {
            throw Refusal(
                .input, code: "meeting-of-another-day",
                "The decision is of \(decision.decidedOn.inWords), and the meeting “\(sitting.meeting)” decided on "
                    + "\(sitting.on.inWords).",
                remedy: "Give the day of the meeting, or leave the day out.")
        }
        guard !sitting.bodies.isEmpty, sitting.bodies.map(\.title).joined(separator: " and ") == decision.body else {
            throw Refusal(
                .input, code: "meeting-of-another-body",
                "The decision is said to be of “\(decision.body)”, and the meeting “\(sitting.meeting)” is of "
                    + "\(named(sitting.bodies.map(\.title))).",
                remedy: "Leave the body out; the meeting says whose decision it is.")
        }
        if let body = sitting.bodies.first(where: { !$0.isQuorate }) {
            throw Refusal(
                .rule, code: "meeting-not-quorate", "“\(body.title)” was not quorate for the item.",
                remedy: "Take the item again when a quorum is there.")
        }
        for outcome in decision.outcomes { try check(outcome, by: sitting) }
    }

    /// What no motion touched may stay as it is: not funded, or deferred.
    private func check(_ outcome: Decision.Outcome, by sitting: Sitting) throws(Refusal) {
        let isMoved = sitting.votes.contains { $0.isCarried && $0.options.contains(outcome.option) }
        let resolved = sitting.resolved(outcome.option)
        if resolved == outcome.outcome || (!isMoved && outcome.outcome != .funded) { return }
        let carried = resolved.map { "carried “\($0.words)”" } ?? "carried nothing of the kind"
        throw Refusal(
            .rule, code: "meeting-resolved-otherwise",
            "The decision on “\(outcome.option)” is “\(outcome.outcome.words)”, and the meeting "
                + "“\(sitting.meeting)” \(carried) on it.",
            remedy: "Record what the meeting carried, or put a motion to the next one.")
    }
}
