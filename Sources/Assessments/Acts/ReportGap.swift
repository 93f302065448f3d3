public import Vocabulary

/// Puts a gap in care into the inbox of an assessment; whoever reports it sees what became of it.
///
/// Refused: a short name that is taken (`gap-exists`), and a gap without what, where or from whom (`text-missing`).
public struct ReportGap: AssessmentAct {
    public static let name = "reportGap"

    public var assessment: Slug
    public var gap: ReportedGap

    public init(assessment: Slug, gap: ReportedGap) {
        self.assessment = assessment
        self.gap = gap
    }

    public func decide(
        _ before: AssessmentBefore, by author: Author, at moment: Moment
    ) throws(Refusal) -> NeedsAssessment {
        var held = try before.found(assessment)
        try held.refuseTaken(gap.id, "gap", among: held.gaps.map(\.gap.id))
        try refuseBlank(gap.what, "What is missing")
        try refuseBlank(gap.place, "Where it is missing")
        try refuseBlank(gap.from, "Who reports it")
        held.gaps.append(GapHeld(gap: gap, reporter: author, reportedAt: moment))
        return held
    }
}
