import Assessments
import Markup
import Testing
import Vocabulary

@testable import Pages

/// Forms on needs assessments: what they write is read back equal.
@Suite struct AssessmentFormsTests {
    private static func s(_ text: String) -> Slug { Slug(text)! }
    private static let id = s("teeth")
    private static let day = Day("2026-02-03")!

    private static func held() throws -> NeedsAssessment {
        var held = NeedsAssessment(
            id: id, title: "Teeth <b>", question: "Where?", commissioner: OrganisationCode("QWX")!, area: "All",
            lead: "Consultant", openedAt: Moment(text: "2026-02-01T09:00:00Z")!)
        held.figures = [
            ShownFigure(
                id: s("f1"), kind: .map, title: "Map", source: "Survey",
                document: EvidenceID(String(repeating: "a", count: 64))!)
        ]
        held.findings = [Finding(id: s("n1"), said: "It works", rung: .systematic, citation: "Review")]
        held.voices = [
            Voice(id: s("v1"), kind: .clinical, asked: "LDC", askedOn: day, answer: .init(said: "Yes", on: day))
        ]
        held.gaps = [
            GapHeld(
                gap: ReportedGap(id: s("g1"), what: "No dentist", place: "Densham", from: "Surgery"),
                reporter: Author("a")!, reportedAt: held.openedAt)
        ]
        return held
    }

    @Test func `opening, findings, voices and figures come back`() {
        AskedFormSent.comesBack(
            OpenAssessmentForm(commissioners: [Choice("QWX", "Wexbourne")]),
            OpenAssessment(
                assessment: Self.id, title: "Teeth <b>", question: "Where?\nAnd for whom?",
                commissioner: OrganisationCode("QWX")!, area: "All", lead: "Consultant"))
        AskedFormSent.comesBack(
            FindingForm(assessment: Self.id, entry: Self.s("n2")),
            RecordFinding(
                assessment: Self.id,
                finding: Finding(
                    id: Self.s("n2"), theme: "access", said: "“We” wait", rung: .experience, citation: "Letter",
                    from: "Parents")))
        AskedFormSent.comesBack(
            AskVoiceForm(assessment: Self.id, entry: Self.s("v2")),
            AskVoice(
                assessment: Self.id,
                voice: Voice(id: Self.s("v2"), kind: .public, asked: "Panel", askedOn: Self.day)))
        for said in ["Too far", nil] as [String?] {
            AskedFormSent.comesBack(
                AnswerVoiceForm(assessment: Self.id, voice: Self.s("v1")),
                RecordVoice(assessment: Self.id, voice: Self.s("v1"), answer: .init(said: said, on: Self.day)))
        }
        AskedFormSent.comesBack(
            FigureForm(),
            FigureTyped(
                kind: .funnel, title: "Funnel", period: "2024", theme: "decay", source: "Survey", note: nil,
                table: "Area\tDecay\nCoast\t31"))
    }

    @Test func `gaps and conclusions come back`() throws {
        let gap = Self.s("g1")
        AskedFormSent.comesBack(
            GapForm(assessment: Self.id, entry: gap, themes: ["access"]),
            ReportGap(
                assessment: Self.id,
                gap: ReportedGap(id: gap, what: "No dentist", place: "Densham", theme: nil, from: "Surgery")))
        AskedFormSent.comesBack(
            TriageGapForm(assessment: Self.id, gap: gap),
            TriageGap(assessment: Self.id, gap: gap, outcome: .passedOn, reason: "To the council", theme: "water"))
        AskedFormSent.comesBack(
            AnswerGapForm(assessment: Self.id, gap: gap),
            AnswerGap(assessment: Self.id, gap: gap, text: "A clinic opens.\nIn May."))
        AskedFormSent.comesBack(
            MergeGapForm(assessment: Self.id, gap: gap, others: [Choice("g2", "Other")]),
            MergeGaps(assessment: Self.id, gap: gap, into: Self.s("g2"), reason: "One town"))
        AskedFormSent.comesBack(
            ConclusionForm(assessment: try Self.held(), entry: Self.s("c1")),
            WriteConclusion(
                assessment: Self.id,
                conclusion: Conclusion(
                    id: Self.s("c1"), text: "It must change", figures: [Self.s("f1")], findings: [Self.s("n1")],
                    gaps: [gap], voices: [Self.s("v1")])))
    }

    @Test func `words beside “nothing came back” are asked about, and a ground that is gone is told`() throws {
        var form = AnswerVoiceForm(assessment: Self.id, voice: Self.s("v1"))
        form.filled["came"] = "no"
        form.filled["said"] = "They said so"
        #expect(form.read() == nil && form.errors["said"] != nil)
        var conclusion = ConclusionForm(assessment: try Self.held(), entry: Self.s("c1"))
        conclusion.filled["text"] = "It must change"
        conclusion.filled["figures"] = "gone"
        #expect(conclusion.read() == nil && conclusion.errors["figures"] != nil)
    }
}
