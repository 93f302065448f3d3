public import Vocabulary

/// Issues the assessment as it stands: the whole document is kept under its digest, and an option can cite it.
///
/// A version is never changed; the next one supersedes it. Refused: no conclusion (`no-conclusion`), one whose ground
/// was withdrawn since (`rests-on-withdrawn`), a number that is not the next (`version-number`), nothing new since the
/// last version (`version-unchanged`), and a day to come (`day-in-future`).
public struct IssueVersion: AssessmentAct {
    public static let name = "issueVersion"

    public var assessment: Slug
    public var version: IssuedVersion

    public init(assessment: Slug, version: IssuedVersion) {
        self.assessment = assessment
        self.version = version
    }

    public func decide(
        _ before: AssessmentBefore, by author: Author, at moment: Moment
    ) throws(Refusal) -> NeedsAssessment {
        let isChanged = before.assessment?.isChangedSinceIssue ?? true
        var held = try before.found(assessment)
        guard !held.standingConclusions.isEmpty else {
            throw Refusal(
                .rule, code: "no-conclusion", "“\(held.title)” has no conclusion, so there is nothing to issue.",
                remedy: "Write a conclusion first, and what it rests on.")
        }
        for conclusion in held.standingConclusions { try held.check(conclusion) }
        let next = (held.versions.last?.number ?? 0) + 1
        guard version.number == next else {
            throw Refusal(
                .rule, code: "version-number", "Version \(version.number) is not the next of “\(held.title)”.",
                remedy: "Issue version \(next).")
        }
        guard isChanged else {
            throw Refusal(
                .rule, code: "version-unchanged",
                "Nothing has been recorded since version \(next - 1) of “\(held.title)” was issued.",
                remedy: "Cite version \(next - 1).")
        }
        try refuseFuture(version.issuedOn, "The day of the version", at: moment)
        if let last = held.versions.last, version.issuedOn < last.issuedOn {
            throw Refusal(
                .input, code: "version-too-early",
                "Version \(version.number) is of \(version.issuedOn.inWords), before version \(last.number) of "
                    + "\(last.issuedOn.inWords).",
                remedy: "Give the day on which it is issued.")
        }
        held.versions.append(version)
        held.isChangedSinceIssue = false
        return held
    }
}
