import Access
import Hummingbird
import Imports
import Markup
import Pages
import Store
import Tabular
import Vocabulary

/// Files are sent, looked at, and taken in.
enum TakeFilesInAnswer {
    private static let kinds = FileKind.allCases.map(\.inWords)

    private static func form(_ question: Question) -> TakeFilesInForm {
        TakeFilesInForm(token: question.token, most: question.uploadLimits.bytes >> 20)
    }

    private static func waits(_ question: Question) throws -> Bool {
        let account = try question.signedIn().account.id
        if case .empty = question.uploads.state(for: account, at: question.now) { return false }
        return true
    }

    static func choosing(_ question: Question) throws -> Answer {
        Answer(form(question).page(kinds: kinds, waits: try waits(question)))
    }

    static func put(_ sent: Sent) throws -> Outcome {
        let question = sent.question
        let files = sent.body.files[TakeFilesInForm.field] ?? []
        func again(_ error: String) throws -> Outcome {
            .again(form(question).page(kinds: kinds, error: error, waits: try waits(question)))
        }
        guard !files.isEmpty else { return try again("Choose one file or more.") }
        do { try put(files, question) } catch let refusal as Refusal where refusal.isForForm {
            return try again(refusal.told)
        }
        return .done(.filesToTakeIn)
    }

    /// Puts files into the visitor's tray, in the place of those that lay there.
    ///
    /// - Throws: `Refusal`: `empty-file`, `files-running`.
    static func put(_ files: [PostedFile], _ question: Question) throws {
        if let empty = files.first(where: { $0.size == 0 }) {
            throw Refusal(
                .input, code: "empty-file", "“\(empty.name.printable)” is empty.",
                remedy: "Ask the sender for it again.")
        }
        try question.uploads.put(files, for: question.signedIn().account.id, at: question.now) { digest in
            try question.store.read { db in try SourceRecord.isHeld(digest, db) }
        }
    }

    /// Begins to take in what lies in the visitor's tray.
    ///
    /// - Parameter titles: of columns that are not to be read.
    /// - Throws: `Refusal`, code `no-files`.
    static func begin(dropping titles: [String], _ question: Question) throws {
        let account = try question.signedIn().account
        try question.uploads.begin(
            for: account.id, into: question.store, by: account.author, at: question.now,
            dropping: titles.map { TrimmedText.trim($0) }.filter { !$0.isEmpty })
    }

    /// While files are being taken in the page asks for itself again, without a script.
    static func looking(_ question: Question) throws -> Response {
        let account = try question.signedIn().account.id
        let page = FilesTakenInPage(token: question.token, question.uploads.state(for: account, at: question.now))
        var response = Site.response(
            .ok, page.page.render(in: question.shell).bytes(), type: "text/html; charset=utf-8")
        if page.isFollowed { response.headers[.init("Refresh")!] = "2" }
        return response
    }

    static func take(_ sent: Sent) throws -> Outcome {
        let question = sent.question
        let account = try question.signedIn().account
        do {
            if sent.values.step == .change {
                try question.uploads.discard(for: account.id)
                return .done(.takeFilesIn)
            }
            try begin(
                dropping: sent.values.text(TakeFilesInForm.droppedField).split(separator: "\n").map(String.init),
                question)
        } catch let refusal as Refusal where refusal.code == "no-files" {
            return .again(FilesTakenInPage(token: question.token, .empty).page)
        }
        return .done(.filesToTakeIn)
    }
}

extension Site {
    static func filesTakenIn(_ routes: inout RouteList) {
        routes.page("/imports/new", entry: .holding(.importFiles), isTable: false) {
            try TakeFilesInAnswer.choosing($0)
        }
        routes.form("/imports/new", entry: .holding(.importFiles), limits: .upload) { try TakeFilesInAnswer.put($0) }
        routes.file("/imports/check", entry: .holding(.importFiles)) { try TakeFilesInAnswer.looking($0) }
        routes.form("/imports/check", entry: .holding(.importFiles)) { try TakeFilesInAnswer.take($0) }
        routes.page("/imports/check/columns/:place", entry: .holding(.importFiles)) {
            try ColumnMappingAnswer.page($0)
        }
        routes.form("/imports/check/columns/:place", entry: .holding(.importFiles)) {
            try ColumnMappingAnswer.take($0)
        }
    }
}
