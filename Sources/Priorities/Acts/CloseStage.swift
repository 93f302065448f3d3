import Rulebook
public import Vocabulary

/// Closes anchors, weights or scores, in this order: what comes after may then begin.
public struct CloseStage: RoundAct {
    public static let name = "closeStage"

    public var round: Slug
    public var stage: Stage

    public init(round: Slug, stage: Stage) {
        self.round = round
        self.stage = stage
    }

    public func decide(
        _ before: RoundBefore, by author: Author, at moment: Moment
    ) throws(Refusal) -> Round {
        var round = try before.found(round)
        try round.requireUndecided(to: "close the \(stage.words)")
        if let closed = round.closedAt(stage) {
            throw Refusal(
                .rule, code: "already-closed", "The \(stage.words) were closed on \(closed.day.inWords) already.",
                remedy: "Nothing needs to be done.")
        }
        if let earlier = stage.earlier { try round.requireClosed(earlier, before: "closing the \(stage.words)") }
        switch stage {
        case .anchors:
            let members = try before.rulebook.count(PriorityRuleID.membersLeast, on: moment.day)
            try round.checkAnchorsCanClose(members: members)
            round.anchorsClosedAt = moment
        case .weights:
            try round.checkWeightsCanClose()
            round.weightsClosedAt = moment
        case .scores:
            let options = try before.rulebook.count(PriorityRuleID.optionsLeast, on: moment.day)
            let scores = try before.rulebook.count(PriorityRuleID.scoresLeast, on: moment.day)
            try round.checkScoresCanClose(options: options, scores: scores)
            round.scoresClosedAt = moment
        }
        return round
    }
}
