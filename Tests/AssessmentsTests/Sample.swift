import Assessments
import Testing
import Vocabulary

func slug(_ text: String) -> Slug { Slug(text)! }

/// A small assessment in code that tests share: one figure, findings on each rung, a voice heard and one waiting, two
/// gaps, two conclusions.
enum Sample {
    static let id = slug("teeth")
    static let analyst = Author("Ada Analyst")!
    static let practice = Author("Densham Surgery")!
    static let day = Day("2026-06-01")!
    static let moment = Moment(text: "2026-06-01T09:00:00Z")!
    static let digest = EvidenceID(String(repeating: "a", count: 64))!

    static let opened = OpenAssessment(
        assessment: id, title: "Children’s teeth", question: "Where is decay worst?",
        commissioner: OrganisationCode("QWX")!, area: "Wexbourne, under 18", lead: "Consultant in dental public health")

    static let figure = ShownFigure(
        id: slug("decay"), kind: .indicator, title: "Decay at five", period: "2024", theme: "decay",
        source: "National survey", document: digest)

    static func finding(_ id: String, _ rung: EvidenceRung, theme: String? = "decay") -> RecordFinding {
        RecordFinding(
            assessment: Sample.id,
            finding: Finding(
                id: slug(id), theme: theme, said: "It says \(id).", rung: rung, citation: "Paper \(id)",
                from: "Group \(id)"))
    }

    static func voice(_ id: String, _ kind: Voice.Kind) -> AskVoice {
        AskVoice(
            assessment: Sample.id,
            voice: Voice(id: slug(id), kind: kind, asked: "Forum \(id)", askedOn: Day("2026-05-01")!))
    }

    static func answer(_ voice: String, _ said: String?) -> RecordVoice {
        RecordVoice(
            assessment: id, voice: slug(voice), answer: Voice.Answer(said: said, on: Day("2026-05-20")!))
    }

    static func gap(_ id: String, theme: String? = "access") -> ReportGap {
        ReportGap(
            assessment: Sample.id,
            gap: ReportedGap(
                id: slug(id), what: "No dentist takes children", place: "Densham", theme: theme,
                from: "Densham Surgery"))
    }

    static func triage(_ gap: String, _ outcome: GapHeld.Outcome = .takenUp) -> TriageGap {
        TriageGap(assessment: id, gap: slug(gap), outcome: outcome, reason: "Others say so too")
    }

    static let issued = IssueVersion(
        assessment: id, version: IssuedVersion(number: 1, issuedOn: day, document: digest))

    static let acts: [any AssessmentAct] = [
        opened, ShowFigure(assessment: id, figure: figure), finding("review", .systematic),
        finding("advice", .expert), finding("told", .experience), voice("ldc", .clinical), voice("parents", .patient),
        answer("ldc", "Recall is too long"), gap("g1"), gap("g2"), triage("g1"),
        WriteConclusion(
            assessment: id, conclusion: Conclusion(id: slug("coast"), text: "Worst on the coast", figures: [figure.id])),
        WriteConclusion(
            assessment: id,
            conclusion: Conclusion(
                id: slug("reach"), text: "Families cannot reach care", findings: [slug("told")], gaps: [slug("g1")])),
    ]

    static func held(_ more: any AssessmentAct...) throws -> NeedsAssessment {
        try #require(try NeedsAssessment.replaying((acts + more).map { ($0, analyst, moment) }))
    }
}

/// The code of the refusal; nil where the act can be done.
func code(_ act: some AssessmentAct, on assessment: NeedsAssessment?, by author: Author = Sample.analyst) -> String? {
    do {
        _ = try act.decide(AssessmentBefore(assessment: assessment), by: author, at: Sample.moment)
        return nil
    } catch {
        return error.code
    }
}
