import Priorities
import Vocabulary

/// What comes next in a round, as a command.
enum RoundAdvance {
    /// - Parameter isExplained: true where the answer has just been read.
    static func next(_ round: Round, isExplained: Bool = false) -> String {
        let id = round.id
        if round.decision != nil {
            return round.published.isEmpty
                ? "remit publish \(id) --to DIR" : "remit verify DIR, by anybody, on what was published"
        }
        if let ruling = ruling(round) { return ruling }
        if let ballot = round.ballot {
            if ballot.choices == nil {
                return "remit round ballot cast \(id) --member MEMBER, then remit round ballot close \(id)"
            }
            return assessing(round)
                + "let a committee decide (remit meeting), then remit decision record \(id) decision.yaml"
        }
        if round.result != nil {
            let reading = isExplained ? "" : "remit round explain \(id), then "
            return "\(reading)\(assessing(round))remit round ballot open \(id)"
        }
        if round.scoresClosedAt != nil { return "remit round solve \(id)" }
        if round.weightsClosedAt != nil {
            let waiting = round.members.map(\.id).filter { member in
                round.scores[member] == nil && round.options.contains { !round.excluded(member).contains($0.id) }
            }
            return said("remit round score \(id) FILE…", of: waiting) + "remit round close \(id) scores"
        }
        if round.anchorsClosedAt != nil {
            let waiting = round.members.map(\.id).filter { round.weights[$0] == nil }
            return said("remit round weights \(id) weights.yaml", of: waiting) + "remit round close \(id) weights"
        }
        if round.envelope == nil { return "remit round envelope \(id) envelope.yaml" }
        if round.criteria.isEmpty { return "remit round criteria \(id) criteria.yaml" }
        if round.options.isEmpty {
            return
                "remit round options \(id) options.yaml, or a form from remit round template \(id) options --xlsx FILE"
        }
        if round.members.isEmpty { return "remit round members \(id) members.yaml" }
        return "remit round close \(id) anchors"
    }

    /// A command and for whom it is still to be done; nothing where nobody is left.
    private static func said(_ command: String, of waiting: [Slug]) -> String {
        guard !waiting.isEmpty else { return "" }
        return "\(command) (for \(waiting.map(\.description).joined(separator: ", "))), then "
    }

    /// Interests that wait for the chair, once there are scores that they would touch.
    private static func ruling(_ round: Round) -> String? {
        let waiting = round.unruledInterests.map(\.id.description)
        guard !waiting.isEmpty, !round.scores.isEmpty else { return nil }
        return "the chair rules on \(waiting.joined(separator: ", ")): remit round members \(round.id) FILE"
    }

    /// What the law asks for, where some of it is not attached yet.
    private static func assessing(_ round: Round) -> String {
        let isMissing = round.options.contains { option in
            option.needsAssessments
                && !Assessment.Kind.allCases.allSatisfy { kind in
                    round.assessments.contains { $0.option == option.id && $0.kind == kind }
                }
        }
        return isMissing ? "remit round assess \(round.id) assessments.yaml (some are missing), then " : ""
    }
}
