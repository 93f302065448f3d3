import Access
import Assessments
import HTTPTypes
import Pages
import Store
import Tabular
import Vocabulary

/// Needs assessments for programs: the document as it stands and as it was issued, and each act on it.
enum AssessmentCalls {
    static let all: [ApiCall] = [draft, issued, issuing] + acts

    private static let assessment = ApiCall.Parameter(
        "assessment", .name, "the assessment’s short name", example: "childrens-teeth")
    private static let root = "/needs/assessments/:assessment"
    private static let document = DocumentShape.written("the whole document, as docs/needs.md says")

    private static let draft = ApiCall(
        .get, root, entry: .holding(.readAssessments), "A needs assessment as it stands, as its next version would be",
        parameters: [assessment], answer: .document("NeedsAssessment", document), hasRevision: true
    ) { asked in try read(asked) }

    private static let issued = ApiCall(
        .get, "\(root)/versions/:number", entry: .holding(.readAssessments), "A version as it was issued",
        note: "Its canonical form is what its digest names.",
        parameters: [assessment, .init("number", .count, "of the version", example: "1")],
        answer: .document("NeedsAssessment", document), hasRevision: true
    ) { asked in try read(asked) }

    private static func read(_ asked: ApiQuestion) throws -> ApiReply {
        let reading = try AssessmentAnswers.reading(asked.question)
        let (bytes, _) = try AssessmentAnswers.canonical(reading, asked.question)
        return .document(
            try JSONValue(parsing: bytes, named: "the document"),
            revision: try AssessmentDesk(asked.question.store).revision(of: reading.assessment.id))
    }

    // MARK: - Acts

    private static let acts: [ApiCall] = [
        act(OpenAssessment.self, "Open a needs assessment", .keepAssessments),
        act(
            ShowFigure.self, "Show a figure", .keepAssessments,
            note: "Its document is the table as a command of Remit writes it with --json."),
        act(RecordFinding.self, "Record evidence, advice or experience", .keepAssessments),
        act(AskVoice.self, "Record whose voice was asked for", .keepAssessments),
        act(RecordVoice.self, "Record what came back from a voice", .keepAssessments),
        act(ReportGap.self, "Report a gap in care", .reportGaps),
        act(MergeGaps.self, "Say that two gaps are one", .keepAssessments),
        act(TriageGap.self, "Say what a gap was found to be", .keepAssessments),
        act(AnswerGap.self, "Answer a gap", .keepAssessments),
        act(WriteConclusion.self, "Write a conclusion", .keepAssessments),
        act(WithdrawPart.self, "Withdraw a figure, a finding or a conclusion", .keepAssessments),
    ].compactMap(\.self)

    private static let changed: DocumentShape = .object([
        .init("assessment", .name, "the assessment"), .init("act", .text, "what was done"),
        .init("revision", .count, "of the assessment, as ETag has it"),
    ])

    /// - Returns: nil for an act whose shape is not found by asking it: a test says that none is.
    private static func act<A: AssessmentAct & StoredAct>(
        _ type: A.Type, _ summary: String, _ permission: Permission, note: String = ""
    ) -> ApiCall? {
        guard let found = ActShapes.found(type) else { return nil }
        let begins = A.self == OpenAssessment.self
        let shape = begins ? found : found.leavingOut(["assessment"])
        return ApiCall(
            .post, begins ? "/needs/assessments" : "\(root)/acts/\(A.name)", entry: .holding(permission), summary,
            note: note, parameters: begins ? [] : [assessment], body: .init(shape: shape, example: shape.example),
            answer: .document("AssessmentChanged", changed), hasRevision: true
        ) { asked in
            let question = asked.question
            var body = asked.body
            if !begins {
                let work = try AssessmentWork(question, to: permission)
                body = body.setting(["assessment"], to: .text(work.assessment.id.description))
            }
            let told = body
            guard let id = told["assessment"].flatMap({ if case .text(let text) = $0 { Slug(text) } else { nil } })
            else { throw Refusal(.input, code: "value-kind", "The assessment’s short name is missing.") }
            return try answered(A.name, id, asked) { desk, account in
                try AssessmentWork.perform(on: id, desk, by: account, at: question.now) { texts, _ in
                    try asked.basis?.check(try texts.revision(ofAssessment: id))
                    for document in try asked.namedDocuments() { _ = try texts.hold(try document.bytes()) }
                    let act = try told.keepingPersonalTexts { try texts.keep($0) }.decoded(as: A.self, named: A.name)
                    if let opened = act as? OpenAssessment {
                        guard question.reach(permission).covers(opened.commissioner) else {
                            throw Refusal(
                                .permission, code: "not-allowed",
                                "You keep no needs assessments for \(opened.commissioner).")
                        }
                    }
                    return [act]
                }
            }
        }
    }

    private static let issuing = ApiCall(
        .post, "\(root)/versions", entry: .holding(.keepAssessments), "Issue the assessment as it stands",
        note: "The document is kept whole under a digest, which an option in a round cites.",
        parameters: [assessment],
        body: .init(shape: .object([.init("number", .count, "of the version: the next")]), example: ["number": 2]),
        answer: .document("AssessmentChanged", changed), hasRevision: true
    ) { asked in
        let work = try AssessmentWork(asked.question, to: .keepAssessments)
        let number: Int? = if case .integer(let number)? = asked.body["number"] { number } else { nil }
        return try answered(IssueVersion.name, work.assessment.id, asked) { desk, account in
            try asked.basis?.check(try desk.revision(of: work.assessment.id))
            _ = try desk.issue(
                work.assessment.id, number: number, on: work.today, by: account.author, at: asked.question.now)
        }
    }

    private static func answered(
        _ act: String, _ id: Slug, _ asked: ApiQuestion, _ perform: (AssessmentDesk, Account) throws -> Void
    ) throws -> ApiReply {
        let desk = AssessmentDesk(asked.question.store)
        do {
            try perform(desk, try asked.question.signedIn().account)
        } catch let refusal as Refusal where refusal.code == "overtaken" {
            var problem = ApiProblem(refusal)
            problem.revision = try desk.revision(of: id)
            throw problem
        }
        let revision = try desk.revision(of: id)
        return .document(
            ["assessment": .text(id.description), "act": .text(act), "revision": .integer(revision)],
            revision: revision)
    }
}
