import Access
import Contracts
import HTTPTypes
import Imports
import Pages
import Store
import Tabular
import Vocabulary

/// Files are sent, looked at and taken in: by the same trays, and one after the other, as on their pages.
enum FileCalls {
    static let all: [ApiCall] = [imported, look, send, columns, take, discard]

    // MARK: - What waits, and what came of it

    private static let states = ["empty", "waiting", "running", "done"]

    private static let waiting: DocumentShape = .object([
        .init("place", .count, "among those that were sent, from 0"),
        .init("name", .text, "as it was sent"), .init("bytes", .count, "its size"),
        .init("kind", .text, "what it is, in words; null where it cannot be taken in", isOptional: true),
        .init("remark", .text, "why it cannot, or what else is to be known of it", isOptional: true),
        .init("columns", .list(.text), "its titles, where you are to say what they mean", isOptional: true),
    ])

    private static let refusal: DocumentShape = .object([
        .init("code", .text, "stable, for programs"), .init("sentence", .text, "one sentence for a person"),
        .init("remedy", .text, "what to do", isOptional: true),
    ])

    /// Of a file; of contracts there are units and money besides, by fate.
    private static let taken: DocumentShape = .open(
        [
            .init("name", .text, "as it was sent"),
            .init("status", .choice(["kept", "alreadyHeld", "refused", "skipped"]), "what became of it"),
            .init("digest", .digest, "SHA-256, by which its problems are asked for", isOptional: true),
            .init("rowsRead", .count, "rows kept, refused and already held together"),
            .init("rowsKept", .count, "rows that hold now"), .init("rowsRefused", .count, "each has its problems"),
            .init("rowsAlreadyHeld", .count, "rows that another file brought before"),
            .init("rowsFlagged", .count, "kept, and left out of totals until somebody accepts them"),
            .init("rowsCorrected", .count, "earlier rows that these correct"),
            .init("rowsWithdrawn", .count, "earlier rows that are no more"),
            .init("problems", .count, "all that was found; they are at imports"),
            .init("refusal", refusal, "why nothing of it was kept", isOptional: true),
            .init("skipped", .text, "why it was passed over", isOptional: true),
        ], others: .number)

    private static let shape: DocumentShape = .object([
        .init("state", .choice(states), "ask again while it is running"),
        .init("files", .list(waiting), "those that wait, or are being taken in"),
        .init("doing", .text, "what is being done", isOptional: true),
        .init("donePercent", .number, "how much of it is done", isOptional: true),
        .init("taken", .list(taken), "what came of each, once that is done"),
    ])

    private static func answer(_ question: Question) throws -> ApiReply {
        let account = try question.signedIn().account.id
        let (state, files, report) = question.uploads.contents(for: account, at: question.now)
        var (word, doing, share): (String, String?, Double?) = ("done", nil, nil)
        switch state {
        case .empty: word = "empty"
        case .waiting: word = "waiting"
        case .running(let what, let part): (word, doing, share) = ("running", what, part)
        case .done: break
        }
        return .document(
            .object([
                .init("state", .text(word)),
                .init("files", .list(files.enumerated().map { document(of: $0.element, at: $0.offset) })),
                .init("doing", .optional(doing) { .text($0) }),
                .init("donePercent", .optional(share) { .decimal(($0 * 1_000).rounded() / 10) }),
                .init("taken", report?.json["files"] ?? .list([])),
            ]))
    }

    private static func document(of file: UploadTrays.File, at place: Int) -> JSONValue {
        [
            "place": .integer(place), "name": .text(file.shown.name), "bytes": .integer(file.shown.bytes),
            "kind": .optional(file.shown.kind) { .text($0) }, "remark": .optional(file.shown.remark) { .text($0) },
            "columns": .optional(file.extract) { .list($0.header.map { .text($0) }) },
        ]
    }

    private static let place = ApiCall.Parameter("place", .count, "the file’s place among those that were sent, from 0")

    // MARK: - Calls

    private static let look = ApiCall(
        .get, "/uploads", entry: .holding(.importFiles), "Files that you sent, and how far they are",
        note: "They wait for an hour. The page shows the same.", answer: .document("Uploads", shape)
    ) { try answer($0.question) }

    private static let send = ApiCall(
        .post, "/uploads", entry: .holding(.importFiles), "Send files to be taken in",
        note: """
            Several in the parts of a form (multipart/form-data), or one as it is (application/octet-stream) with its name \
            in the query. They take the place of those that you sent before; nothing is recorded yet.
            """,
        parameters: [.init("name", .text, "the file’s name, where it is sent as it is")], body: .files,
        answer: .document("Uploads", shape)
    ) { asked in
        let question = asked.question
        try TakeFilesInAnswer.put(asked.files, question)
        return try answer(question)
    }

    private static let mapping: DocumentShape = .object([
        .init("name", .text, "of the mapping"), .init("layout", .text, "the kind of extract, in your own word"),
        .init("reviewedBy", .text, "who looked it through"), .init("reviewedOn", .day, "when"),
        .init("validFrom", .day, "the first day for which the columns mean this"),
        .init(
            "columns", .map(.text),
            "the title of each field’s column: \(ColumnMapping.Field.allCases.map(\.rawValue).joined(separator: ", "))"),
        .init("month", .month, "of every row, where it is in no column", isOptional: true),
        .init(
            "dayFormat", .choice(DayFormat.allCases.map(\.rawValue)), "how days are written",
            isOptional: true),
        .init("delimiter", .text, "comma, tab, semicolon or bar; found where it is left out", isOptional: true),
    ])

    private static let columns = ApiCall(
        .post, "/uploads/:place/columns", entry: .holding(.importFiles), "Say what the columns of a file mean",
        note: "For a file whose titles the answer lists; it is kept for later files of the same columns.",
        parameters: [place],
        body: .init(
            shape: mapping,
            example: mapping.example.setting(
                ["columns"],
                to: ["contract": "Contract No", "month": "Schedule Month", "delivered": "UDAs Delivered"])),
        answer: .document("Uploads", shape)
    ) { asked in
        guard case .object(let members) = asked.body else { preconditionFailure("the shape says so") }
        try ColumnMappingAnswer.save(.object(members.filter { $0.value != .null }), asked.question)
        return try answer(asked.question)
    }

    private static let begun: DocumentShape = .object([
        .init("drop", .list(.text), "titles of columns that are not to be read; the record says so", isOptional: true)
    ])

    private static let take = ApiCall(
        .post, "/uploads/take", entry: .holding(.importFiles), "Take them in",
        note: """
            Each file is taken in whole or not at all. It takes from moments to minutes: ask how far it is, and read what \
            came of each when it is done.
            """, body: .init(shape: begun, example: ["drop": []]), answer: .document("Uploads", shape)
    ) { asked in
        let body = try ShapedValue(asked.body, as: begun, at: "document")
        try TakeFilesInAnswer.begin(dropping: body["drop"].present?.list.map(\.text) ?? [], asked.question)
        return try answer(asked.question)
    }

    private static let discard = ApiCall(
        .post, "/uploads/discard", entry: .holding(.importFiles), "Throw away what you sent",
        answer: .document("Uploads", shape)
    ) { asked in
        try asked.question.uploads.discard(for: asked.question.signedIn().account.id)
        return try answer(asked.question)
    }

    // MARK: - What was taken in

    private static let file: DocumentShape = .object([
        .init("digest", .digest, "SHA-256 of the file"), .init("name", .text, "as it was sent"),
        .init("layout", .text, "what it is"), .init("bytes", .count, "its size"),
        .init("publisher", .text, "whose it is"), .init("licence", .text, "under which it may be used"),
        .init("takenInAt", .moment, "when it was taken in"),
        .init("firstMonth", .month, "of which it speaks", isOptional: true),
        .init("lastMonth", .month, "of which it speaks", isOptional: true),
        .init("rowsRead", .count, "rows kept, refused and already held together"),
        .init("rowsKept", .count, "rows that were taken in"), .init("rowsRefused", .count, "each has its problems"),
        .init("rowsAlreadyHeld", .count, "rows that another file brought before"),
        .init("rowsSuperseded", .count, "rows of it that no longer hold"),
        .init("supersededBy", .list(.text), "the files that corrected or withdrew rows of it"),
        .init("problems", .count, "a table of their own"),
        .init("readPence", .pence, "money in the rows, where they carry any", isOptional: true),
        .init("keptPence", .pence, "of the rows kept", isOptional: true),
        .init("refusedPence", .pence, "of the rows refused", isOptional: true),
        .init("alreadyHeldPence", .pence, "of the rows already held", isOptional: true),
    ])

    private static let imported = ApiCall(
        .get, "/imports/:digest", entry: .holding(.readContracts), "A file that was taken in",
        note: "Rows and money read are those kept, refused and already held together.",
        parameters: [.init("digest", .digest, "SHA-256 of the file")], answer: .document("Import", file)
    ) { asked in
        let (held, money) = try ImportedFileAnswer.held(asked.question)
        return .document(
            .object([
                .init("digest", .text(held.digest.description)), .init("name", .text(held.name)),
                .init("layout", .text(held.layout)), .init("bytes", .integer(held.size)),
                .init("publisher", .text(held.publisher)), .init("licence", .text(held.licence)),
                .init("takenInAt", .text(held.at)),
                .init("firstMonth", .optional(held.months) { .text($0.lowerBound.description) }),
                .init("lastMonth", .optional(held.months) { .text($0.upperBound.description) }),
                .init("rowsRead", .integer(held.rowsRead)), .init("rowsKept", .integer(held.rowsKept)),
                .init("rowsRefused", .integer(held.rowsRefused)),
                .init("rowsAlreadyHeld", .integer(held.rowsAlreadyHeld)),
                .init("rowsSuperseded", .integer(held.rowsSuperseded)),
                .init("supersededBy", .list(held.supersededBy.map { .text($0) })),
                .init("problems", .integer(held.problems)),
                .init("readPence", .optional(money) { .money($0.read) }),
                .init("keptPence", .optional(money) { .money($0.kept) }),
                .init("refusedPence", .optional(money) { .money($0.refused) }),
                .init("alreadyHeldPence", .optional(money) { .money($0.alreadyHeld) }),
            ]))
    }
}
