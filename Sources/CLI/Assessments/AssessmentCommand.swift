public import ArgumentParser
public import Assessments
import Imports
import Store
import Tabular
import Vocabulary

/// `remit assessment`: needs assessments, from figures to a version that can be cited.
struct AssessmentCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "assessment",
        abstract: "Needs assessments: figures, findings, voices, gaps, conclusions, and versions that can be cited.",
        discussion: "Begin with remit assessment enter assessment.yaml; its form is in docs/needs.md.",
        subcommands: [
            AssessmentEnterCommand.self, AssessmentListCommand.self, AssessmentShowCommand.self,
            AssessmentWithdrawCommand.self, AssessmentGapCommand.self, AssessmentIssueCommand.self,
            AssessmentDocumentCommand.self,
        ])
}

struct AssessmentEnterCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "enter", abstract: "Open an assessment, or record what is new in it, from assessment.yaml.",
        discussion: """
            What stands in the assessment already is passed over, so the document may grow and be taken in again. A \
            figure's file is what a command of Remit wrote with --json, kept as evidence under its digest.

            Example: remit assessment enter childrens-teeth.yaml
            """)

    @Argument(help: "assessment.yaml, or - for standard input.")
    var file: String

    @OptionGroup var store: StoreOptions

    func run() async throws {
        let session = try AssessmentSession(store)
        let written = try WrittenFile(file)
        let document = try AssessmentDocument.read(written.value, named: written.name)
        var recorded = 0
        let held = try session.desk.perform(on: document.assessment, by: session.author, at: session.now) {
            texts, held in
            let acts = try document.acts(on: held)
            recorded = acts.count
            if !acts.isEmpty { try written.hold(texts) }
            return acts
        }
        guard let held else { return }
        Printing.line(
            recorded == 0
                ? "Nothing in \(written.name) is new." : "Recorded: \(counted(recorded, "entry", "entries")).")
        for sentence in WarnOfAssessment.sentences(of: held) { Printing.line("Careful: \(sentence)") }
        Printing.line("Next: remit assessment show \(held.id), or remit assessment issue \(held.id)")
    }
}

struct AssessmentListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List the needs assessments.")

    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let assessments = try AssessmentDesk(store.open()).assessments()
        try output.write(
            [AssessmentTables.list(assessments)],
            lines: assessments.isEmpty && !output.isForProgrammes
                ? ["There is no needs assessment yet. Begin with: remit assessment enter assessment.yaml"] : [],
            inWords: true)
    }
}

struct AssessmentShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "An assessment as it stands, part by part, its warnings first.",
        discussion: "Example: remit assessment show childrens-teeth --json")

    @Argument(help: "The assessment's short name; see remit assessment list.")
    var assessment: Slug

    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let held = try AssessmentDesk(store.open()).assessment(assessment)
        let tables = AssessmentTables(held)
        try output.write(
            output.csv ? [tables.conclusions] : tables.all,
            facts: [
                .init("assessment", .text(held.id.description)), .init("title", .text(held.title)),
                .init("question", .text(held.question)), .init("area", .text(held.area)),
                .init("commissioner", .text(held.commissioner.description)), .init("lead", .text(held.lead)),
                .init("isChangedSinceIssue", .flag(held.isChangedSinceIssue)),
            ],
            lines: output.isForProgrammes
                ? [] : [held.title, held.question, "About \(held.area). It is answered for by: \(held.lead)."],
            inWords: true)
    }
}

struct AssessmentWithdrawCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "withdraw", abstract: "Take a figure, a finding or a conclusion out, with a reason.",
        discussion: """
            What was issued keeps it.

            Example: remit assessment withdraw childrens-teeth figure decay --reason "Replaced by 2026"
            """)

    @Argument(help: "The assessment's short name.")
    var assessment: Slug

    @Argument(help: "What it is: figure, finding or conclusion.")
    var kind: NeedsAssessment.Part.Kind

    @Argument(help: "Its short name.")
    var part: Slug

    @Option(help: "Why.")
    var reason: String

    @OptionGroup var store: StoreOptions

    func run() async throws {
        let act = WithdrawPart(assessment: assessment, part: .init(kind, part), reason: reason)
        try AssessmentSession(store).perform(act)
        Printing.line("The \(kind.rawValue) “\(part)” is withdrawn.")
    }
}

struct AssessmentIssueCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "issue", abstract: "Issue the assessment as it stands, as a version that can be cited.",
        discussion: """
            The whole document is kept under its digest. It is never changed: a later version supersedes it.

            Example: remit assessment issue childrens-teeth
            """)

    @Argument(help: "The assessment's short name.")
    var assessment: Slug

    @Option(help: ArgumentHelp("The day of the version; today where nothing is said.", valueName: "day"))
    var on: Day?

    @OptionGroup var store: StoreOptions

    func run() async throws {
        let session = try AssessmentSession(store)
        let version = try session.desk.issue(
            assessment, on: on ?? session.now.inLondon.day, by: session.author, at: session.now)
        let held = try session.desk.assessment(assessment)
        Printing.line("Version \(version.number) of “\(held.title)” is issued, of \(version.issuedOn.inWords).")
        for sentence in WarnOfAssessment.sentences(of: held) { Printing.line("It says: \(sentence)") }
        Printing.line("An option cites it as evidence with the digest \(version.document)")
        Printing.line(
            "Next: remit assessment document \(assessment) --of-version \(version.number) --docx \(assessment).docx")
    }
}

struct AssessmentDocumentCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "document", abstract: "The assessment as a document: a version as it was issued, or the draft.",
        discussion: "Example: remit assessment document childrens-teeth --of-version 1 --docx teeth.docx")

    @Argument(help: "The assessment's short name.")
    var assessment: Slug

    @Option(name: .customLong("of-version"), help: ArgumentHelp("A version; the draft otherwise.", valueName: "number"))
    var version: Int?

    @Option(help: ArgumentHelp("Write a Word document to FILE.", valueName: "file"))
    var docx: String?

    @Flag(help: "Write JSON to standard output: of a version, the very bytes that its digest names.")
    var json = false

    @OptionGroup var store: StoreOptions

    func run() async throws {
        let store = try store.open()
        let reading = try AssessmentDesk(store).reading(assessment, version: version)
        let text = reading.text
        if let docx {
            try MeetingDocuments.write(text.title, text.blocks, footer: text.footer, to: docx)
            if !json { Printing.line("Wrote \(docx).") }
        }
        if json {
            if let issued = reading.version {
                // No line end: the bytes are those of the digest.
                Printing.text(String(decoding: try SourceRecord.bytes(of: issued.document, in: store), as: UTF8.self))
            } else {
                let next = (reading.assessment.versions.last?.number ?? 0) + 1
                let draft = AssessmentRecord.json(
                    of: reading.assessment, number: next, issuedOn: Clock.now().inLondon.day, tables: reading.tables)
                Printing.text(draft.pretty + "\n")
            }
        } else if docx == nil {
            Printing.line(text.title)
            Printing.text(Printing.visible(text.plain) + "\n")
        }
    }
}

extension NeedsAssessment.Part.Kind: ExpressibleByArgument {}
extension GapHeld.Outcome: ExpressibleByArgument {}

/// Who acts and when, on which assessments.
struct AssessmentSession {
    let author: Author
    let now: Moment
    let desk: AssessmentDesk

    init(_ options: StoreOptions) throws {
        author = try options.author()
        now = Clock.now()
        desk = AssessmentDesk(try options.open())
    }

    /// Performs an act whose texts were typed.
    @discardableResult
    func perform(_ act: any AssessmentAct) throws -> NeedsAssessment? {
        try PatientIdentifier.refuse(in: act.journalled, of: "The text")
        return try desk.perform(on: act.assessment, by: author, at: now) { _, _ in [act] }
    }
}
