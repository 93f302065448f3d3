import Priorities
import Vocabulary

/// What comes next in a round, as commands.
enum RoundAdvance {
    /// - Parameter isExplained: true where the answer has just been read.
    static func next(_ round: Round, isExplained: Bool = false) -> String {
        RoundNext(round).steps.filter { !isExplained || $0 != .readAnswer }
            .map { command(for: $0, in: round.id) }.joined(separator: ", then ")
    }

    private static func command(for step: RoundNext.Step, in id: Slug) -> String {
        switch step {
        case .setEnvelope: "remit round envelope \(id) envelope.yaml"
        case .setCriteria: "remit round criteria \(id) criteria.yaml"
        case .putForwardOptions:
            "remit round options \(id) options.yaml, or a form from remit round template \(id) options --xlsx FILE"
        case .seatMembers: "remit round members \(id) members.yaml"
        case .close(let stage): "remit round close \(id) \(stage.rawValue)"
        case .giveWeights(let waiting): "remit round weights \(id) weights.yaml (for \(list(waiting)))"
        case .giveScores(let waiting): "remit round score \(id) FILE… (for \(list(waiting)))"
        case .ruleOnInterests(let waiting):
            "the chair rules on \(list(waiting)): remit round members \(id) FILE"
        case .solve: "remit round solve \(id)"
        case .readAnswer: "remit round explain \(id)"
        case .attachAssessments: "remit round assess \(id) assessments.yaml (some are missing)"
        case .openBallot: "remit round ballot open \(id)"
        case .castBallots: "remit round ballot cast \(id) --member MEMBER"
        case .closeBallot: "remit round ballot close \(id)"
        case .decide: "let a committee decide (remit meeting), then remit decision record \(id) decision.yaml"
        case .publish: "remit publish \(id) --to DIR"
        case .verify: "remit verify DIR, by anybody, on what was published"
        }
    }

    private static func list(_ names: [Slug]) -> String {
        names.map(\.description).joined(separator: ", ")
    }
}
