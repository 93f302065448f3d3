import Access
import Assessments
import Files
import Hummingbird
import Pages
import Store
import Tabular
import Vocabulary

/// Needs assessments as they are read: all, one as it stands, and as documents.
enum AssessmentAnswers {
    static func all(_ question: Question) throws -> Answer {
        let reach = question.reach(.readAssessments)
        let assessments = try AssessmentDesk(question.store).assessments().filter { reach.covers($0.commissioner) }
        return Answer(AssessmentsPage(assessments, query: question.query), table: AssessmentTables.list(assessments))
    }

    static func one(_ question: Question) throws -> Answer {
        let work = try AssessmentWork(question)
        return Answer(
            AssessmentPage(work.assessment, reader: work.account.author, isKeeper: work.isKeeper),
            table: AssessmentTables(work.assessment).gaps())
    }

    static func gap(_ question: Question) throws -> Answer {
        let work = try AssessmentWork(question)
        return Answer(GapPage(work.assessment, gap: try work.gap(), isKeeper: work.isKeeper))
    }

    static func document(_ question: Question) throws -> Answer {
        let reading = try reading(question)
        return Answer(
            AssessmentDocumentPage(reading.assessment.id, version: reading.version, text: reading.text))
    }

    static func word(_ question: Question) throws -> (bytes: [UInt8], name: String) {
        let reading = try reading(question)
        let text = reading.text
        let version = reading.version.map { "version-\($0.number)" } ?? "draft"
        return (
            MeetingFile.bytes(text.title, text.blocks, footer: text.footer),
            "\(reading.assessment.id)-\(version).docx"
        )
    }

    /// Of a version, the very bytes that its digest names.
    static func json(_ question: Question) throws -> Response {
        let reading = try reading(question)
        let (bytes, version) = try canonical(reading, question)
        return Site.response(
            .ok, bytes, type: "application/json", fileName: "\(reading.assessment.id)-\(version).json")
    }

    static func canonical(
        _ reading: AssessmentDesk.Reading, _ question: Question
    ) throws -> (bytes: [UInt8], version: String) {
        if let issued = reading.version,
            let kept = try question.store.read({ db in try KeptBytes.of(issued.document, db) }), !kept.isGzip
        {
            return (kept.bytes, "version-\(issued.number)")
        }
        let next = (reading.assessment.versions.last?.number ?? 0) + 1
        let draft = AssessmentRecord.json(
            of: reading.assessment, number: next, issuedOn: question.now.inLondon.day, tables: reading.tables)
        return (Array(draft.canonical.utf8), "draft")
    }

    /// Where those of some documents are read that are versions of needs assessments which the visitor may see.
    static func cited(by documents: [EvidenceID], _ question: Question) throws -> [EvidenceID: Route] {
        let reach = question.reach(.readAssessments)
        guard !documents.isEmpty, !reach.isNowhere else { return [:] }
        var routes: [EvidenceID: Route] = [:]
        for assessment in try AssessmentDesk(question.store).assessments() where reach.covers(assessment.commissioner) {
            for version in assessment.versions where documents.contains(version.document) {
                routes[version.document] = .assessment(.document(assessment.id, version: version.number))
            }
        }
        return routes
    }

    /// The version of the path, or the draft.
    static func reading(_ question: Question) throws -> AssessmentDesk.Reading {
        let work = try AssessmentWork(question)
        guard let number = question.asked.parameters["number"] else {
            return try work.desk.reading(work.assessment.id)
        }
        guard let number = Int(number), work.assessment.versions.contains(where: { $0.number == number }) else {
            throw Refusal(.usage, code: "not-found", "Version \(number)")
        }
        return try work.desk.reading(work.assessment.id, version: number)
    }
}

/// The assessment of the path for somebody who may read it, and what that person may do there.
struct AssessmentWork {
    let question: Question
    let desk: AssessmentDesk
    let assessment: NeedsAssessment
    let account: Account

    /// - Throws: `not-found`, also where the visitor may not read it.
    init(_ question: Question, to permission: Permission = .readAssessments) throws {
        self.question = question
        desk = AssessmentDesk(question.store)
        account = try question.signedIn().account
        let id = try question.parameter("assessment") { Slug($0) }
        do {
            assessment = try desk.assessment(id)
        } catch let refusal as Refusal where refusal.code == "no-such-assessment" {
            throw Refusal(.usage, code: "not-found", "Needs assessment \(id)")
        }
        guard question.reach(permission).covers(assessment.commissioner) else {
            throw Refusal(.usage, code: "not-found", "Needs assessment \(id)")
        }
    }

    var isKeeper: Bool { question.reach(.keepAssessments).covers(assessment.commissioner) }
    var today: Day { question.now.inLondon.day }

    /// The gap of the path.
    func gap() throws -> GapHeld {
        let id = try question.parameter("gap") { Slug($0) }
        guard let gap = assessment.gap(id) else { throw Refusal(.usage, code: "not-found", "The gap \(id)") }
        return gap
    }

    /// Performs what `make` makes, after looking its texts through for what identifies patients.
    static func perform(
        on id: Slug, _ desk: AssessmentDesk, by account: Account, at moment: Moment,
        _ make: (KeptTexts, NeedsAssessment?) throws -> [any AssessmentAct]
    ) throws {
        try desk.perform(on: id, by: account.author, at: moment) { texts, held in
            let acts = try make(texts, held)
            for act in acts { try PatientIdentifier.refuse(in: act.journalled, of: nil) }
            return acts
        }
    }
}
