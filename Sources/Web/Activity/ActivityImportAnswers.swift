import Access
import Activity
import Foundation
import Imports
import Markup
import Pages
import Tabular
import Vocabulary

/// Files of contract monitoring are sent and taken in by a process beside this one.
enum ActivityImportAnswers {
    /// So many lots are shown.
    private static let most = 5

    static func page(_ question: Question) throws -> Answer {
        let page = try made(question, asked: .init())
        return Answer(page).followed(page.isFollowed, at: ActivityDeed.takeIn.destination)
    }

    private static func made(_ question: Question, asked: ActivityImportPage.Asked) throws -> ActivityImportPage {
        let here = ActivityDeed.takeIn.destination
        let pieces = question.activity.desk.all { if case .intake = $0 { true } else { false } }
        let lots = try pieces.prefix(most).map { piece in
            var lot = ActivityImportPage.Lot(
                number: piece.number, title: "\(piece.number). \(piece.title), sent by \(piece.by)",
                work: try question.shown(piece, on: here))
            if case .found(.taken(let outcome)) = piece.state {
                lot.files = outcome.files.map { shown($0) }
                lot.failure = outcome.failure?.told
            }
            return lot
        }
        return ActivityImportPage(
            asked: asked, lots: Array(lots), most: question.uploadLimits.bytes >> 20,
            missing: question.activity.missingIntake?.told, token: question.token)
    }

    static func take(_ sent: Sent) throws -> Outcome {
        let (question, body) = (sent.question, sent.body)
        var asked = ActivityImportPage.Asked(
            provider: body.text(ActivityImportPage.providerField), year: body.text(ActivityImportPage.yearField),
            dates: body.text(ActivityImportPage.datesField), dropped: body.text(ActivityImportPage.droppedField))
        let files = body.files[ActivityImportPage.filesField] ?? []
        let mapping = body.file(ActivityImportPage.mappingField)
        if files.isEmpty {
            asked.errors[ActivityImportPage.filesField] = "Choose one file or more."
        } else if let empty = files.first(where: { $0.size == 0 }) {
            asked.errors[ActivityImportPage.filesField] =
                "“\(empty.name.printable)” is empty. Ask the sender for it again."
        }
        let year = asked.year.isEmpty ? nil : FinancialYear(asked.year)
        if !asked.year.isEmpty, year == nil {
            asked.errors[ActivityImportPage.yearField] =
                "“\(asked.year.printable)” is no financial year. Write it as 2025/26."
        }
        let order = asked.dates.isEmpty ? nil : ActivityDayOrder(rawValue: asked.dates)
        if !asked.dates.isEmpty, order == nil {
            asked.errors[ActivityImportPage.datesField] = "Choose which comes first."
        }
        if asked.provider.utf8.count > 20 {
            asked.errors[ActivityImportPage.providerField] = "A provider’s code has at most 20 characters."
        }
        guard asked.errors.isEmpty else { return Outcome(kind: .again(try made(question, asked: asked))) }
        do {
            try begin(files, mapping: mapping, question) { order in
                order.provider = asked.provider.isEmpty ? nil : asked.provider
                order.year = year?.description
                order.dayOrder = asked.dates.isEmpty ? nil : asked.dates
                order.dropping = asked.dropped.split(separator: "\n").map { TrimmedText.trim(String($0)) }.filter {
                    !$0.isEmpty
                }
            }
        } catch let refusal as Refusal where refusal.code != "not-found" {
            asked.errors[ActivityImportPage.filesField] = refusal.told
            return Outcome(kind: .again(try made(question, asked: asked)))
        }
        return Outcome(kind: .done(ActivityDeed.takeIn.path, notice: nil))
    }

    private static func begin(
        _ files: [PostedFile], mapping: PostedFile?, _ question: Question, _ claim: (inout IntakeOrder) -> Void
    ) throws {
        if let missing = question.activity.missingIntake { throw missing }
        guard let intake = question.activity.intake, let records = question.activity.records else {
            preconditionFailure("nothing is missing")
        }
        let author = try question.signedIn().account.author
        let (folder, paths) = try question.uploads.laid(files + [mapping].compactMap(\.self))
        var order = IntakeOrder(store: records, author: author, files: Array(paths.prefix(files.count)))
        if mapping != nil { order.mapping = paths.last }
        claim(&order)
        let others = files.count - 1
        let title = files[0].name.printable + (others > 0 ? " and \(counted(others, "other", "others"))" : "")
        let laid = LaidFiles(folder)
        let whole = order
        try question.activity.desk.begin(.intake(UUID()), title, by: author) { job in
            defer { laid.remove() }
            let outcome = try intake(
                whole,
                { progress in
                    job.tell(
                        progress.rows == 0
                            ? "\(progress.file.printable) is read"
                            : "\(progress.file.printable): \(counted(progress.rows, "row", "rows")) read")
                    job.tell(memory: progress.memory)
                }, { job.isStopped })
            if outcome.files.isEmpty, let failure = outcome.failure { throw failure }
            return .taken(outcome)
        }
    }

    /// Files that wait to be taken in: they go when that is done, or when nobody will do it any more.
    private final class LaidFiles: Sendable {
        private let folder: String
        init(_ folder: String) { self.folder = folder }
        deinit { remove() }
        func remove() { try? FileManager.default.removeItem(atPath: folder) }
    }

    // MARK: - What came of a file

    private static func shown(_ taken: TakenActivity) -> TakenActivityShown {
        let name = taken.name.printable
        if let refused = taken.refused {
            return TakenActivityShown(name: name, sentences: [refused.refusal.told], isRefused: true)
        }
        let digest = taken.digest.flatMap { EvidenceID($0) }
        if taken.isHeld {
            return TakenActivityShown(
                name: name, sentences: ["It was held already, byte for byte: nothing changed."],
                problems: taken.isReference ? nil : digest)
        }
        let account =
            taken.isReference
            ? "Table \(taken.layout ?? ""): \(taken.rowsInWords)" : "\(taken.rowsInWords) \(taken.costInWords)"
        return TakenActivityShown(
            name: name, sentences: [account] + taken.notesInWords,
            problems: taken.isReference || taken.problems.isEmpty ? nil : digest,
            counts: taken.problems.isEmpty ? nil : counts(taken.problems, name),
            faults: taken.faults.isEmpty ? nil : faults(taken.faults, name))
    }

    private static func counts(_ problems: [TakenActivity.Problem], _ name: String) -> Table {
        var table = Table(
            key: "problemCounts", caption: "Problems of \(name)",
            columns: [.init("code", "Problem"), .init("effect", "Effect"), .init("rows", "Rows")])
        for one in problems { table.append([.text(one.code), .text(one.effect), .count(one.rows)]) }
        return table
    }

    private static func faults(_ faults: [TakenActivity.Fault], _ name: String) -> Table {
        var table = Table(
            key: "faults", caption: "Problems of \(name), row by row",
            columns: [
                .init("row", "Row"), .init("column", "Column"), .init("code", "Problem"),
                .init("explanation", "What is wrong"),
            ])
        for one in faults {
            table.append([
                one.row.map { .count($0) } ?? .absent("whole file"), .optional(one.column, else: "whole row"),
                .text(one.code),
                .text(one.explanation),
            ])
        }
        return table
    }
}

extension ActivityWorkroom {
    /// Why nothing can be taken in here; nil where it can. Files are written by DuckDB, whatever answers questions.
    var missingIntake: Refusal? {
        if folder == nil { return missing }
        guard intake != nil else {
            return Refusal(
                .engine, code: "intake-not-given", "These pages take no activity in.",
                remedy: "Take it in on the command line: remit activity import FILE.")
        }
        return nil
    }
}
