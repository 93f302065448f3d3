public import Vocabulary

/// `assessment.yaml`: a needs assessment as an analyst writes it down, whole or what is new in it.
///
/// ```yaml
/// assessment: childrens-teeth
/// title: Children’s teeth in Wexbourne
/// question: Where do children of five have most decay, and who reaches a dentist?
/// commissioner: QWX
/// area: Wexbourne, children under 18
/// lead: Consultant in dental public health
/// figures:
///   - {id: decay, kind: indicator, title: Decay at five, file: decay.json, theme: decay, source: National survey 2024}
/// findings:
///   - {id: varnish, theme: decay, rung: systematic, said: Varnish prevents decay, citation: Cochrane CD002279}
/// voices:
///   - {id: ldc, kind: clinical, asked: Local dental committee, askedOn: 2026-05-01, said: Recall is too long, on: 2026-05-20}
///   - {id: parents, kind: patient, asked: Parent carer forum, askedOn: 2026-05-01, nothingCameBack: true, on: 2026-06-01}
/// gaps:
///   - {id: densham, what: No dentist takes children, place: Densham, from: Densham Surgery, theme: access}
/// conclusions:
///   - {id: coast, text: Decay is worst on the coast, figures: [decay]}
/// ```
///
/// What stands in the assessment already is passed over, so a document may grow and be taken in again.
public struct AssessmentDocument: Hashable, Sendable, Codable {
    public var assessment: Slug
    /// Left out, with `question`, `commissioner`, `area` and `lead`, where the assessment is open already.
    public var title: String?
    public var question: String?
    public var commissioner: OrganisationCode?
    public var area: String?
    public var lead: String?
    public var figures: [ShownFigure]?
    public var findings: [Finding]?
    public var voices: [GivenVoice]?
    public var gaps: [ReportedGap]?
    public var conclusions: [Conclusion]?

    /// A voice as it is written: who was asked, and what came back.
    public struct GivenVoice: Hashable, Sendable, Codable {
        public var id: Slug
        public var kind: Voice.Kind
        public var asked: String
        public var askedOn: Day
        public var said: String?
        public var nothingCameBack: Bool?
        /// When it came, or when the waiting ended.
        public var on: Day?
    }

    /// - Parameter json: with files turned into digests, as `document`.
    /// - Throws: a `Refusal` of kind `input` that names the place; `assessment-half-opened` where only some of what
    ///   opens an assessment is given, `voice-day-missing` and `voice-both`.
    public static func read(_ json: JSONValue, named name: String) throws(Refusal) -> AssessmentDocument {
        let document: AssessmentDocument = try json.writtenDocument(named: name, manual: "docs/needs.md")
        let given = [
            document.title != nil, document.question != nil, document.commissioner != nil, document.area != nil,
            document.lead != nil,
        ]
        guard Set(given).count == 1 else {
            throw Refusal(
                .input, code: "assessment-half-opened",
                "\(name): an assessment is opened by “title”, “question”, “commissioner”, “area” and “lead” together.",
                remedy: "Give all five, or none where it is open already.")
        }
        for voice in document.voices ?? [] {
            let isEmpty = voice.nothingCameBack ?? false
            guard voice.said == nil || !isEmpty else {
                throw Refusal(
                    .input, code: "voice-both", "\(name): “\(voice.id)” said something, and nothing came back.",
                    remedy: "Give “said” or “nothingCameBack”.")
            }
            guard (voice.said != nil || isEmpty) == (voice.on != nil) else {
                throw Refusal(
                    .input, code: "voice-day-missing",
                    "\(name): what came back from “\(voice.id)” and its day belong together.",
                    remedy: "Give “on” with “said” or “nothingCameBack”, or leave both out.")
            }
        }
        return document
    }

    /// What is new in the document, in the order in which it can be recorded.
    ///
    /// - Parameter held: the assessment as it stands; nil where it is not open.
    /// - Throws: `entry-differs` where something stands already and reads otherwise; `assessment-not-open`.
    public func acts(on held: NeedsAssessment?) throws(Refusal) -> [any AssessmentAct] {
        var acts: [any AssessmentAct] = []
        if held == nil {
            guard let title, let question, let commissioner, let area, let lead else {
                throw .unknownAssessment(assessment)
            }
            acts.append(
                OpenAssessment(
                    assessment: assessment, title: title, question: question, commissioner: commissioner, area: area,
                    lead: lead))
        }
        for figure in figures ?? [] where try isNew(figure, held?.figure(figure.id), "figure", figure.id) {
            acts.append(ShowFigure(assessment: assessment, figure: figure))
        }
        for finding in findings ?? [] where try isNew(finding, held?.finding(finding.id), "finding", finding.id) {
            acts.append(RecordFinding(assessment: assessment, finding: finding))
        }
        for voice in voices ?? [] { acts += try self.acts(for: voice, held?.voice(voice.id)) }
        for gap in gaps ?? [] where try isNew(gap, held?.gap(gap.id)?.gap, "gap", gap.id) {
            acts.append(ReportGap(assessment: assessment, gap: gap))
        }
        for conclusion in conclusions ?? []
        where try isNew(conclusion, held?.conclusion(conclusion.id), "conclusion", conclusion.id) {
            acts.append(WriteConclusion(assessment: assessment, conclusion: conclusion))
        }
        return acts
    }

    private func acts(for voice: GivenVoice, _ held: Voice?) throws(Refusal) -> [any AssessmentAct] {
        var acts: [any AssessmentAct] = []
        let asked = Voice(id: voice.id, kind: voice.kind, asked: voice.asked, askedOn: voice.askedOn)
        var standing = held
        standing?.answer = nil
        standing?.person = nil
        if try isNew(asked, standing, "voice", voice.id) { acts.append(AskVoice(assessment: assessment, voice: asked)) }
        if let on = voice.on {
            let answer = Voice.Answer(said: voice.said, on: on)
            if held?.answer != answer {
                acts.append(RecordVoice(assessment: assessment, voice: voice.id, answer: answer))
            }
        }
        return acts
    }

    private func isNew<Entry: Equatable>(
        _ entry: Entry, _ held: Entry?, _ what: String, _ id: Slug
    ) throws(Refusal) -> Bool {
        guard let held else { return true }
        guard held == entry else {
            throw Refusal(
                .rule, code: "entry-differs",
                "The \(what) “\(id)” stands in “\(assessment)” already, and reads otherwise.",
                remedy: "What was recorded is not overwritten: withdraw it where that is possible, and record the new "
                    + "one under another short name.")
        }
        return false
    }
}
