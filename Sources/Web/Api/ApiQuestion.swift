import Vocabulary

/// What a program asks, with all that is needed to answer it.
struct ApiQuestion {
    let question: Question
    /// What was sent, held to the call's shape; null where nothing is to be sent.
    let body: JSONValue
    /// Where files are to be sent; one or more.
    let files: [PostedFile]
    /// The revision that the caller goes by; nil where none was said.
    let basis: ApiBasis?

    /// A name of the query that was given.
    func given(_ name: String) -> String? {
        question.asked.query[name].flatMap { $0.isEmpty ? nil : $0 }
    }
}

/// What a change was made from (`If-Match`).
enum ApiBasis: Hashable, Sendable {
    /// Whatever stands.
    case any
    /// One of these revisions.
    case oneOf(Set<Int>)

    /// - Returns: nil where the header field is of another form.
    init?(_ field: String) {
        if field.trimmingBlanks == "*" {
            self = .any
            return
        }
        var revisions: Set<Int> = []
        for part in field.split(separator: ",") {
            let tag = part.trimmingBlanks
            guard tag.hasPrefix("\"r"), tag.hasSuffix("\""), let revision = Int(tag.dropFirst(2).dropLast()) else {
                return nil
            }
            revisions.insert(revision)
        }
        guard !revisions.isEmpty else { return nil }
        self = .oneOf(revisions)
    }

    static func tag(of revision: Int) -> String { "\"r\(revision)\"" }

    /// - Throws: `Refusal`, code `overtaken`, where the thing has moved on.
    func check(_ revision: Int) throws(Refusal) {
        guard case .oneOf(let known) = self, !known.contains(revision) else { return }
        throw Refusal(
            .rule, code: "overtaken", "It was changed since you read it; it is now at \(ApiBasis.tag(of: revision)).",
            remedy:
                "Read it again, look at what has changed, and send yours with If-Match: \(ApiBasis.tag(of: revision)).")
    }
}

extension StringProtocol {
    fileprivate var trimmingBlanks: String {
        var text = Substring(self).drop { $0 == " " || $0 == "\t" }
        while text.last == " " || text.last == "\t" { text.removeLast() }
        return String(text)
    }
}

/// What is answered where all went well.
struct ApiReply: Sendable {
    let content: Content
    /// Of what was read or changed, for `ETag`.
    var revision: Int?

    enum Content: Sendable {
        case document(JSONValue)
        case rows(ApiTable.Page)
    }

    static func document(_ value: JSONValue, revision: Int? = nil) -> ApiReply {
        ApiReply(content: .document(value), revision: revision)
    }
}
