public import Vocabulary

/// Opens anchors, weights or scores again; what was entered since is set aside, visibly.
///
/// - Anchors: all weights and scores and both closings. Options, panel and envelope stay.
/// - Weights: all scores and their closing. The weights stay as they were until a member gives others.
/// - Scores: nothing but the closing.
///
/// In each case the result and a ballot are set aside too, as they rest on what was entered.
public struct ReopenStage: RoundAct {
    public static let name = "reopenStage"

    public var round: Slug
    public var stage: Stage
    public var reason: String

    public init(round: Slug, stage: Stage, reason: String) {
        self.round = round
        self.stage = stage
        self.reason = reason
    }

    public func decide(
        _ before: RoundBefore, by author: Author, at moment: Moment
    ) throws(Refusal) -> Round {
        var round = try before.found(round)
        try refuseBlank(reason: reason, for: "opening the \(stage.words) again")
        try round.requireUndecided(to: "open the \(stage.words) again")
        guard round.closedAt(stage) != nil else {
            throw Refusal(
                .rule, code: "not-closed", "The \(stage.words) are open as it is.",
                remedy: "Nothing needs to be done.")
        }
        var what = ["the closing of \(stage.words)"]
        if stage == .anchors {
            what += round.dropWeights()
            if round.weightsClosedAt != nil { what.append("the closing of weights") }
            round.anchorsClosedAt = nil
        }
        if stage != .scores {
            what += round.dropScores { _, _ in true }
            if round.scoresClosedAt != nil { what.append("the closing of scores") }
            round.weightsClosedAt = nil
        }
        round.scoresClosedAt = nil
        what += round.dropAnswer()
        round.note(what, at: stage, reason: reason, on: moment)
        return round
    }
}
