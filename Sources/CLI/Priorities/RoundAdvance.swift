import Priorities

/// What comes next in a round, as a command.
enum RoundAdvance {
    static func next(_ round: Round) -> String {
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
            return assessing(round) + "remit decision record \(id) decision.yaml"
        }
        if round.result != nil {
            return "remit round explain \(id), then \(assessing(round))remit round ballot open \(id)"
        }
        if round.scoresClosedAt != nil { return "remit round solve \(id)" }
        if round.weightsClosedAt != nil {
            return "remit round score \(id) FILE for each member, then remit round close \(id) scores"
        }
        if round.anchorsClosedAt != nil {
            return "remit round weights \(id) weights.yaml, then remit round close \(id) weights"
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
