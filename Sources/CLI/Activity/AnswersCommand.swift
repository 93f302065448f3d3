import ArgumentParser
import Challenges
import Digests
import Files
import Store
import Tabular
import Vocabulary

/// `remit activity answers`: a provider's workbook comes back.
struct AnswersCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "answers", abstract: "Take in a provider's answers, from the workbook that was sent or CSV of it.",
        discussion: """
            Rows that can be read are taken in, the others come out as problems by row and column; nothing is guessed. A \
            workbook of another bundle, of another provider or with an altered digest is refused whole, and so is one that \
            identifies a patient. The file itself is not kept: keep it.
            """)

    @Option(help: ArgumentHelp("The bundle, where the file does not say.", valueName: "bundle"))
    var bundle: Slug?

    @Option(help: ArgumentHelp("The day on which it came; else today.", valueName: "day"))
    var on: Day?

    @Flag(help: "Only say what would be taken in.")
    var check = false

    @Flag(help: "Write JSON to standard output.")
    var json = false

    @OptionGroup var store: StoreOptions

    @Argument(help: "The workbook (.xlsx), or its sheet as .csv.")
    var file: String

    func run() async throws {
        let session = try ChallengeSession(store)
        let (form, bytes) = try ChallengeSession.form(at: file)
        let before = try session.desk.bundle(try named(form))
        let digest = Digest.of(bytes)
        if before.answerFiles.contains(digest) {
            return Printing.line("\(form.name) was taken in already, byte for byte: nothing changed.")
        }
        let read = try AnswerFile(form, to: before)
        if json { Printing.line(document(read, before).pretty) } else { tell(read, form.name) }
        guard !check else { return }
        let after = try session.desk.answer(
            before.id, with: read.answers, from: digest, named: form.name, on: on ?? session.today,
            by: session.author, at: session.now)
        if !json {
            session.tell(after, after: "\(counted(read.answers.count, "answer was", "answers were")) taken in.")
        }
    }

    /// The bundle that the file names, unless one is given.
    private func named(_ form: ReturnedForm) throws -> Slug {
        if let bundle { return bundle }
        let text =
            form.fact(AnswerForm.bundleFact)
            ?? form.sheets.first?.rows.dropFirst().first?.cells.first?.split(separator: "/").first.map(String.init)
        guard let slug = text.flatMap({ Slug($0) }) else {
            throw Refusal(
                .input, code: "no-answers", "\(form.name) does not say which bundle it answers.",
                remedy: "Ask for the workbook that was sent, or name the bundle with --bundle.")
        }
        return slug
    }

    private func tell(_ read: AnswerFile, _ name: String) {
        Printing.line(
            "\(name): \(counted(read.rowsRead, "row", "rows")) read = \(grouped(read.rowsKept)) kept + "
                + "\(grouped(read.rowsRefused)) refused; of those kept \(grouped(read.answers.count)) are answered and "
                + "\(grouped(read.rowsUnanswered)) not yet.")
        ChallengeSession.tell(read.problems)
    }

    private func document(_ read: AnswerFile, _ bundle: ChallengeBundle) -> JSONValue {
        [
            "bundle": .text(bundle.id.description), "rowsRead": .integer(read.rowsRead),
            "rowsKept": .integer(read.rowsKept), "rowsRefused": .integer(read.rowsRefused),
            "rowsUnanswered": .integer(read.rowsUnanswered), "challengesMissing": .integer(read.missing.count),
            "problems": .list(
                read.problems.map { problem in
                    [
                        "row": .optional(problem.row, JSONValue.integer),
                        "column": .optional(problem.column, JSONValue.text), "code": .text(problem.code),
                        "explanation": .text(problem.explanation), "effect": .text(problem.effect.rawValue),
                    ]
                }),
        ]
    }
}
