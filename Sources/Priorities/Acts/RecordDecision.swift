import Rulebook
public import Vocabulary

/// Records what was decided on each option, with reasons; people decide, also against the ranking.
///
/// Not against the envelope and the rules: money that is not there cannot be spent.
///
/// No disinvestment and no change of service is recorded as funded, which for a disinvestment means done, until the
/// documents that the law asks for are attached, are dated before the decision and have been seen by those who decide:
/// the members who voted, or the whole panel where there was no ballot, less those who are left out of the option.
public struct RecordDecision: RoundAct {
    public static let name = "recordDecision"

    public var round: Slug
    public var decision: Decision

    public init(round: Slug, decision: Decision) {
        self.round = round
        self.decision = decision
    }

    public func decide(
        _ before: RoundBefore, by author: Author, at moment: Moment
    ) throws(Refusal) -> Round {
        var round = try before.found(round)
        try round.requireUndecided(to: "decide it again")
        try round.requireClosed(.scores, before: "the decision")
        try round.requireRulings(before: "the decision")
        guard round.result != nil else {
            throw Refusal(
                .rule, code: "no-result", "There is no result, so nobody could have seen it before deciding.",
                remedy: "Solve the round and record its result first.")
        }
        try refuseBlank(decision.body, "The committee or person who decides")
        try checkDay(of: round, at: moment)
        try checkSitting(
            of: round,
            isRequired: try before.rulebook.flag(ifRuled: PriorityRuleID.meetingRequired, on: decision.decidedOn))
        try checkBallot(
            of: round,
            isRequired: try before.rulebook.flag(PriorityRuleID.ballotRequired, on: decision.decidedOn))
        try checkOutcomes(of: round)
        let broken = round.brokenRules(
            by: decision.outcomes.filter { $0.outcome == .funded }.map(\.option))
        guard broken.isEmpty else {
            throw Refusal(
                .rule, code: "rules-broken",
                "What is funded breaks what the round set itself. \(broken.joined(separator: " "))",
                remedy:
                    "Fund less or defer; where the envelope or a rule is wrong, open the scores again with a reason "
                    + "and correct it.")
        }
        let missing = try round.missingForGate(decision, rulebook: before.rulebook)
        guard missing.isEmpty else {
            throw Refusal(
                .rule, code: "statutory-gate",
                "A service may not be stopped or changed yet: \(missing.joined(separator: "; ")).",
                remedy: "Attach what is missing and have it seen by the day of the decision, or defer the option.")
        }
        round.decision = decision
        round.decidedAt = moment
        return round
    }

    private func checkDay(of round: Round, at moment: Moment) throws(Refusal) {
        try refuseFuture(decision.decidedOn, "The day of the decision", at: moment)
        for (day, what) in [
            (round.scoresClosedAt?.day, "the scores closed"), (round.result?.at.day, "the result was recorded"),
            (round.ballot?.discussedOn, "the result was discussed"),
        ] {
            if let day, decision.decidedOn < day {
                throw Refusal(
                    .rule, code: "decided-too-early",
                    "The decision is of \(decision.decidedOn.inWords), before \(what) on \(day.inWords).",
                    remedy: "Give the day on which it was decided; what was decided before is not of this round.")
            }
        }
    }

    private func checkBallot(of round: Round, isRequired: Bool) throws(Refusal) {
        if let ballot = round.ballot, ballot.choices == nil {
            throw Refusal(
                .rule, code: "ballot-open", "The ballot “\(ballot.id)” is still open.",
                remedy: "Close it first.")
        }
        guard !isRequired || round.ballot != nil else {
            throw Refusal(
                .rule, code: "ballot-required", "No ballot has been held, and the rules ask for one.",
                remedy: "Hold a secret ballot first.")
        }
    }

    private func checkOutcomes(of round: Round) throws(Refusal) {
        for outcome in decision.outcomes { try round.requireOption(outcome.option) }
        if let twice = twice(decision.outcomes.map(\.option)) {
            throw Refusal(
                .input, code: "option-twice", "The decision names the option “\(twice)” twice.",
                remedy: "Decide on each option once.")
        }
        let decided = Set(decision.outcomes.map(\.option))
        let missing = round.options.filter { !decided.contains($0.id) }
        guard missing.isEmpty else {
            throw Refusal(
                .input, code: "option-undecided", "The decision says nothing of \(named(missing.map(\.id))).",
                remedy: "Decide on each option: funded, notFunded or deferred.")
        }
        for outcome in decision.outcomes {
            try refuseBlank(
                reason: outcome.reason, for: "the decision on the option “\(outcome.option)”")
        }
    }
}
