public import Vocabulary

/// Says what a reported gap was found to be, why, and which theme it belongs to.
///
/// May be said again until it is answered. Refused: a gap that is not there (`no-such-gap`), was merged (`gap-merged`)
/// or answered (`gap-answered`), and no reason (`no-reason`).
public struct TriageGap: AssessmentAct {
    public static let name = "triageGap"

    public var assessment: Slug
    public var gap: Slug
    public var outcome: GapHeld.Outcome
    public var reason: String
    /// Nil: as it was reported.
    public var theme: String?

    public init(assessment: Slug, gap: Slug, outcome: GapHeld.Outcome, reason: String, theme: String? = nil) {
        self.assessment = assessment
        self.gap = gap
        self.outcome = outcome
        self.reason = reason
        self.theme = theme
    }

    public func decide(
        _ before: AssessmentBefore, by author: Author, at moment: Moment
    ) throws(Refusal) -> NeedsAssessment {
        var held = try before.found(assessment)
        if let answer = try held.requireUnmerged(gap).answer { throw .gapAnswered(gap, on: answer.on) }
        try refuseBlank(reason: reason, for: "what the gap “\(gap)” was found to be")
        let triage = GapHeld.Triage(outcome: outcome, reason: reason, theme: theme, on: moment.inLondon.day)
        held.change(gap) { $0.triage = triage }
        return held
    }
}
