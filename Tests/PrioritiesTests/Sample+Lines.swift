import Priorities
import Vocabulary

extension Sample {
    /// The acts of one step.
    static func acts(of step: Step) -> [any RoundAct] {
        switch step {
        case .opened:
            [
                OpenRound(
                    round: id, title: "Dentistry 2026/27", programme: programme, benefit: .perPerson,
                    appeals: AppealsRoute(address: "appeals@wexbourne.example", days: 28))
            ]
        case .envelope: [SetEnvelope(round: id, envelope: envelope, rules: rules)]
        case .criteria: [SetCriteria(round: id, criteria: criteria)]
        case .panel: members.map { SeatMember(round: id, member: $0) }
        case .interests: []
        case .options:
            options.map { PutForwardOption(round: id, option: $0) }
                + [DeclareInterest(round: id, interest: interest)]
        case .anchorsClosed: [CloseStage(round: id, stage: .anchors)]
        case .weights:
            ["m1", "m2"].map { GiveWeights(round: id, member: slug($0), given: weights(of: $0)) }
        case .weightsClosed: [CloseStage(round: id, stage: .weights)]
        case .scores:
            members.map { member in
                GiveScores(round: id, member: member.id, scores: scores(of: member.id.description))
            }
        case .scoresClosed: [CloseStage(round: id, stage: .scores)]
        case .result: [RecordResult(round: id, digest: digest("a"))]
        case .assessed:
            assessments.map { AttachAssessment(round: id, assessment: $0) }
                + members.map { MarkSeen(round: id, member: $0.id, assessments: assessments.map(\.id)) }
        case .ballotOpen:
            [
                OpenBallot(
                    round: id, ballot: slug("vote"), discussedOn: day(of: .ballotOpen), options: options.map(\.id))
            ] as [any RoundAct] + members.map { CastBallot(round: id, ballot: slug("vote"), member: $0.id) }
        case .ballotClosed:
            [
                CloseBallot(
                    round: id, ballot: slug("vote"),
                    choices: ["fnnf", "ffnf", "xfda", "ffnn"].map { Ballot.Choices($0) })
            ]
        case .decided: [RecordDecision(round: id, decision: decision)]
        case .published: [RecordPublication(round: id, digest: digest("b"))]
        }
    }

    /// Every line of the journal up to and with a step, a day for each step and a second for each act.
    static func lines(upTo step: Step) -> [Line] {
        Step.allCases.filter { $0 <= step }.flatMap { step in
            acts(of: step).enumerated().map { place, act in
                (act, author, moment(step.rawValue, seconds: place))
            }
        }
    }
}

extension Round {
    /// The round of `Sample`, up to and with a step.
    static func sample(upTo step: Sample.Step) throws -> Round {
        guard let round = try Round.replaying(Sample.lines(upTo: step), rulebook: Sample.rulebook) else {
            preconditionFailure("the sample has at least one act")
        }
        return round
    }

    /// What an act makes of this round, on a day after its step unless told.
    func after(_ act: some RoundAct, at moment: Moment) throws(Refusal) -> Round {
        try act.decide(RoundBefore(round: self, rulebook: Sample.rulebook), by: Sample.author, at: moment)
    }
}

/// The code with which an act is refused; nil where it is allowed.
func code(_ act: some RoundAct, on round: Round?, at moment: Moment) -> String? {
    refusal(act, on: round, at: moment)?.code
}

func refusal(_ act: some RoundAct, on round: Round?, at moment: Moment) -> Refusal? {
    do {
        _ = try act.decide(RoundBefore(round: round, rulebook: Sample.rulebook), by: Sample.author, at: moment)
        return nil
    } catch {
        return error
    }
}
