public import Assessments
public import Markup
public import Vocabulary

/// Asks what is concluded, and what it rests on.
public struct ConclusionForm: AskedForm {
    public var filled: SentValues
    public var errors: [String: String] = [:]
    public var failures: [String] = []
    public var assessment: NeedsAssessment
    public var entry: Slug

    public init(_ filled: SentValues = SentValues(), assessment: NeedsAssessment, entry: Slug) {
        self.filled = filled
        self.assessment = assessment
        self.entry = entry
    }

    public var kept: [Form.Kept] { [.init("entry", entry.description)] }

    private var figures: [Choice] {
        assessment.standingFigures.map { Choice($0.id.description, "\($0.title) (\($0.kind.title.lowercased()))") }
    }
    private var findings: [Choice] {
        assessment.standingFindings.map { Choice($0.id.description, "\($0.rung.words.uppercasedFirst): \($0.said)") }
    }
    private var voices: [Choice] {
        assessment.voices.filter(\.isHeard).map { Choice($0.id.description, "\($0.asked) (\($0.kind.words))") }
    }
    private var gaps: [Choice] {
        assessment.gaps.filter(\.counts).map { Choice($0.gap.id.description, "\($0.gap.place): \($0.gap.what)") }
    }

    public var parts: [Form.Part] {
        var parts = [words("text", "What is concluded?", rows: 3)]
        let grounds = [
            ("figures", "On which figures does it rest?", figures),
            ("findings", "On which evidence, advice or experience?", findings),
            ("voices", "On which voices?", voices), ("gaps", "On which gaps that were reported?", gaps),
        ]
        for (name, label, choices) in grounds where !choices.isEmpty { parts.append(boxes(name, label, choices)) }
        return parts
    }

    public func read(_ reader: inout FieldReader) -> WriteConclusion? {
        let text = reader.words("text", missing: "Write what is concluded.", atMost: 4_000)
        func known(_ choices: [Choice]) -> [Slug] { choices.compactMap { Slug($0.value) } }
        let conclusion = Conclusion(
            id: entry, text: text ?? "", figures: reader.ticked("figures", among: known(figures)),
            findings: reader.ticked("findings", among: known(findings)),
            gaps: reader.ticked("gaps", among: known(gaps)), voices: reader.ticked("voices", among: known(voices)))
        guard reader.errors.isEmpty, text != nil else { return nil }
        return WriteConclusion(assessment: assessment.id, conclusion: conclusion)
    }

    public static func filled(with act: WriteConclusion) -> SentValues {
        var filled = SentValues()
        filled.fill("text", act.conclusion.text)
        filled.fill("figures", all: act.conclusion.figures.map(\.description))
        filled.fill("findings", all: act.conclusion.findings.map(\.description))
        filled.fill("gaps", all: act.conclusion.gaps.map(\.description))
        filled.fill("voices", all: act.conclusion.voices.map(\.description))
        return filled
    }
}
