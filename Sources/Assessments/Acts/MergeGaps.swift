public import Vocabulary

/// Says that a gap is the same as another; its reporter sees the other's answer.
///
/// Refused: a gap that is not there (`no-such-gap`) or was merged before (`gap-merged`), one with itself
/// (`gap-itself`), one that was answered (`gap-answered`), and no reason (`no-reason`).
public struct MergeGaps: AssessmentAct {
    public static let name = "mergeGaps"

    public var assessment: Slug
    public var gap: Slug
    public var into: Slug
    public var reason: String

    public init(assessment: Slug, gap: Slug, into: Slug, reason: String) {
        self.assessment = assessment
        self.gap = gap
        self.into = into
        self.reason = reason
    }

    public func decide(
        _ before: AssessmentBefore, by author: Author, at moment: Moment
    ) throws(Refusal) -> NeedsAssessment {
        var held = try before.found(assessment)
        let merged = try held.requireUnmerged(gap)
        _ = try held.requireUnmerged(into)
        guard gap != into else {
            throw Refusal(
                .usage, code: "gap-itself", "The gap “\(gap)” cannot be merged into itself.",
                remedy: "Name the other gap.")
        }
        if let answer = merged.answer { throw .gapAnswered(gap, on: answer.on) }
        try refuseBlank(reason: reason, for: "merging “\(gap)” into “\(into)”")
        held.change(gap) { $0.merged = GapHeld.Merge(into: into, reason: reason, on: moment.inLondon.day) }
        return held
    }
}

extension Refusal {
    static func gapAnswered(_ gap: Slug, on day: Day) -> Refusal {
        Refusal(
            .rule, code: "gap-answered", "The gap “\(gap)” was answered on \(day.inWords).",
            remedy: "An answer is not changed; a further gap may be reported.")
    }
}
