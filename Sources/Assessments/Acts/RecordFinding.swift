public import Vocabulary

/// Records what research, local figures, advice or experience say, with the rung on which it stands.
///
/// Refused: a short name that is taken (`finding-exists`); no words or no citation (`text-missing`); advice or
/// experience of which nobody knows whose it is (`from-missing`).
public struct RecordFinding: AssessmentAct {
    public static let name = "recordFinding"

    public var assessment: Slug
    public var finding: Finding

    public init(assessment: Slug, finding: Finding) {
        self.assessment = assessment
        self.finding = finding
    }

    public func decide(
        _ before: AssessmentBefore, by author: Author, at moment: Moment
    ) throws(Refusal) -> NeedsAssessment {
        var held = try before.found(assessment)
        try held.refuseTaken(finding.id, "finding", among: held.findings.map(\.id))
        try refuseBlank(finding.said, "What the finding “\(finding.id)” says")
        try refuseBlank(finding.citation, "Where the finding “\(finding.id)” can be read")
        if finding.rung == .expert || finding.rung == .experience, finding.from?.titleKey.isEmpty ?? true {
            throw Refusal(
                .input, code: "from-missing",
                "The finding “\(finding.id)” is \(finding.rung.words), and nobody is named whose it is.",
                remedy: "Name the office or group, such as “Local dental committee”.")
        }
        held.findings.append(finding)
        return held
    }
}
