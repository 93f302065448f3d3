import Access
import HTTPTypes
import Store
import Vocabulary

/// Documents are sent, and kept by the act that names their digest.
enum DocumentCalls {
    static let all: [ApiCall] = [send]

    /// Acts by whose holders documents are kept.
    private static let keeping: [Permission] = [.runRounds, .recordDecisions, .keepMeetings]

    private static let shape: DocumentShape = .object([
        .init(
            "documents",
            .list(
                .object([
                    .init("digest", .digest, "SHA-256, by which an act names it"),
                    .init("name", .text, "as it was sent"), .init("bytes", .count, "its size"),
                ])), "in the order in which they came")
    ])

    private static let send = ApiCall(
        .post, "/documents", entry: .signedIn, "Send documents that an act is to name",
        note: """
            They wait for an hour: the act that names a digest (an assessment, a paper, what a decision rests on, terms of \
            reference) keeps the document. For whoever runs rounds, keeps meetings or records decisions.
            """,
        parameters: [.init("name", .text, "the file’s name, where it is sent as it is")], body: .files,
        answer: .document("Documents", shape)
    ) { asked in
        let question = asked.question
        guard keeping.contains(where: { !question.reach($0).isNowhere }) else {
            throw Refusal(
                .permission, code: "not-allowed", "You may do nothing that keeps a document.",
                remedy: "Ask an administrator for the role.")
        }
        if let empty = asked.files.first(where: { $0.size == 0 }) {
            throw Refusal(.input, code: "empty-file", "“\(empty.name.printable)” is empty.")
        }
        let digests = try question.uploads.documents.put(
            asked.files, for: question.signedIn().account.id, at: question.now, limit: question.uploadLimits.bytes,
            place: question.uploads.moved)
        return .document([
            "documents": .list(
                zip(digests, asked.files).map { digest, file in
                    [
                        "digest": .text(digest.description), "name": .text(file.name.printable),
                        "bytes": .integer(file.size),
                    ]
                })
        ])
    }
}

extension ApiQuestion {
    /// The documents that the caller sent before, and names in what is sent now.
    func namedDocuments() throws -> [PostedFile] {
        let account = try question.signedIn().account.id
        return body.digests.sorted { $0.description < $1.description }.compactMap {
            question.uploads.documents.file($0, of: account, at: question.now)
        }
    }
}

extension JSONValue {
    /// Every text in it that is a digest.
    fileprivate var digests: Set<EvidenceID> {
        switch self {
        case .text(let text): text.utf8.count == 64 ? Set([EvidenceID(text)].compactMap(\.self)) : []
        case .list(let items): items.reduce(into: []) { $0.formUnion($1.digests) }
        case .object(let members): members.reduce(into: []) { $0.formUnion($1.value.digests) }
        default: []
        }
    }
}
