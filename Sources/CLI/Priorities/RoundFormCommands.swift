import ArgumentParser
import Digests
import Files
import Foundation
import Priorities
import Store
import Tabular
import Vocabulary

// The commands that take in what people send back: options, scores and assessments.

/// `remit round options`: puts options forward, from YAML or from the form.
struct RoundOptionsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "options", abstract: "Put options forward or amend them, from YAML or from the Excel form.",
        discussion: """
            Files are options.yaml, or the form that remit round template ROUND options made, filled in. An option \
            whose short name is known is amended. All files are taken in, or none; faults are named by sheet and cell.
            """)

    @OptionGroup var options: RoundOptions

    @Argument(help: "options.yaml, or forms (.xlsx, .csv); several together.")
    var files: [String]

    func run() async throws {
        let (author, store) = (try options.store.author(), try options.store.open())
        let before = try RoundDesk(store).round(options.round)
        var put: [Priorities.Option] = []
        for file in files {
            guard let form = try RoundFiles.form(at: file) else {
                put += try OptionsDocument.read(RoundFiles.value(at: file), named: RoundFiles.name(file)).options
                continue
            }
            let reading = try OptionsTemplate.read(form, in: before)
            try RoundIntake.refuse(reading.problems, in: form.name)
            RoundIntake.note(reading.problems)
            put += reading.values.map(\.value)
        }
        let acts = try OptionsDocument(options: put).acts(in: before.id)
        let round = try RoundIntake(store, by: author).perform { _, _ in acts } ?? before
        let known = Set(before.options.map(\.id))
        let amended = put.count { known.contains($0.id) }
        Printing.line(
            "\(RoundWording.count(put.count - amended, "option")) put forward, \(amended) amended; "
                + "“\(round.title)” has \(round.options.count).")
        Printing.line("Next: \(RoundAdvance.next(round))")
    }
}

/// `remit round score`: takes in what members scored.
struct RoundScoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "score", abstract: "Take in members' scores, from the Excel forms, CSV or YAML.",
        discussion: """
            A form says whose it is; a CSV file is named by its member (chair.csv), or say so with --member. All \
            files are taken in, or none; faults are named by sheet and cell.
            """)

    @OptionGroup var options: RoundOptions

    @Argument(help: "Forms (.xlsx, .csv) or scores.yaml; several together.")
    var files: [String]

    @Option(help: ArgumentHelp("Whose scores these are, where the file does not say.", valueName: "member"))
    var member: Slug?

    func run() async throws {
        let (author, store) = (try options.store.author(), try options.store.open())
        let before = try RoundDesk(store).round(options.round)
        var acts: [any RoundAct] = []
        for file in files {
            if let form = try RoundFiles.form(at: file) {
                let sheet = RoundFolder.ScoreSheet(member: try whose(form, file), form: form)
                acts.append(try RoundIntake.scores(sheet, in: before))
            } else {
                let name = RoundFiles.name(file)
                acts += try ScoresDocument.read(RoundFiles.value(at: file), named: name).acts(in: before.id)
            }
        }
        let round = try RoundIntake(store, by: author).perform { _, _ in acts } ?? before
        for case let act as GiveScores in acts {
            Printing.line("\(RoundWording.count(act.scores.count, "score")) by \(act.member).")
        }
        Printing.line("Next: \(RoundAdvance.next(round))")
    }

    private func whose(_ form: ReturnedForm, _ file: String) throws -> Slug {
        if let member { return member }
        let name = RoundFiles.name(file)
        if let slug = form.fact("Member").flatMap({ Slug($0) }) ?? Slug(name.prefix { $0 != "." }) { return slug }
        throw Refusal(
            .usage, code: "member-not-said", "\(name) does not say whose scores it holds.",
            remedy: "Say so with --member.")
    }
}

/// `remit round assess`: attaches what the law asks for, and marks who has seen it.
struct RoundAssessCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "assess",
        abstract: "Attach the documents that the law asks for before a service is stopped or changed.",
        discussion: """
            The file is assessments.yaml, and names documents beside it. Forms for the three documents: \
            remit round template ROUND assessments.
            """)

    @OptionGroup var options: RoundOptions

    @Argument(help: "assessments.yaml.")
    var file: String

    func run() async throws {
        let (author, store) = (try options.store.author(), try options.store.open())
        let before = try RoundDesk(store).round(options.round)
        let document = try AssessmentsDocument.read(RoundFiles.value(at: file), named: RoundFiles.name(file))
        let folder = (file as NSString).deletingLastPathComponent
        let known = Set(before.assessments.map(\.id))
        for entry in document.assessments {
            guard let held = before.assessments.first(where: { $0.id == entry.id }) else { continue }
            try RoundAssessCommand.refuseChanged(entry, beside: held)
            try RoundAssessCommand.refuseOtherBytes(of: entry, in: folder, beside: held)
        }
        // What is attached already is not attached again, so that the same file can say who has seen it since.
        let fresh = document.assessments.filter { !known.contains($0.id) }
        let files = try fresh.compactMap(\.file).map { path in
            (path: path, bytes: try InputBytes.read(RoundFiles.place(of: path, in: folder)))
        }
        let held = RoundFiles(files)
        let round =
            try RoundIntake(store, by: author).perform { _, db in
                try document.acts(in: before.id) { path throws(Refusal) in
                    guard fresh.contains(where: { $0.file == path }) else { return RoundAssessCommand.attached }
                    return try SourceRecord.hold(held.bytes(of: path), db)
                }
                .filter { act in (act as? AttachAssessment).map { !known.contains($0.assessment.id) } ?? true }
            } ?? before
        Printing.line(
            "\(RoundWording.count(fresh.count, "assessment")) attached to “\(round.title)”; it has "
                + "\(round.assessments.count).")
        Printing.line("Next: \(RoundAdvance.next(round))")
    }

    /// - Throws: `Refusal` where the file says otherwise of an assessment than what is attached.
    private static func refuseChanged(
        _ entry: AssessmentsDocument.Entry, beside held: Assessment
    ) throws(Refusal) {
        guard
            entry.option == held.option, entry.kind == held.kind, entry.title == held.title,
            entry.dated == held.dated, entry.reasonForNone == held.reasonForNone
        else {
            throw Refusal(
                .rule, code: "assessment-exists",
                "The assessment “\(held.id)” is attached already, as “\(held.title)” of \(held.dated), and the file says "
                    + "otherwise.",
                remedy: "Give a later version a short name of its own; what was attached is never overwritten.")
        }
    }

    /// - Throws: `Refusal` where the document that lies there now is another than the one that is attached; one that is
    ///   not there any more says nothing.
    private static func refuseOtherBytes(
        of entry: AssessmentsDocument.Entry, in folder: String, beside held: Assessment
    ) throws {
        guard let file = entry.file, let attached = held.document else { return }
        let place = try RoundFiles.place(of: file, in: folder)
        guard FileManager.default.fileExists(atPath: place), try Digest.of(InputBytes.read(place)) != attached else {
            return
        }
        throw Refusal(
            .rule, code: "assessment-exists",
            "The assessment “\(held.id)” is attached already, and \(file) is another document than the one attached.",
            remedy: "Give a later version a short name of its own; what was attached is never overwritten.")
    }

    /// Stands in for a document that is attached already: its act is not performed.
    private static let attached = EvidenceID(String(repeating: "0", count: 64))!
}

/// Counted nouns and lists for a line on the terminal.
enum RoundWording {
    static func count(_ number: Int, _ noun: String) -> String { number == 1 ? "1 \(noun)" : "\(number) \(noun)s" }
}
