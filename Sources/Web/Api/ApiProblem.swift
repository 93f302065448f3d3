import HTTPTypes
import Hummingbird
import Vocabulary

/// Why a call was not answered, as a document (RFC 9457) that says to a person what to do and to a program what it was.
struct ApiProblem: Error, Sendable {
    let status: HTTPResponse.Status
    let code: String
    let sentence: String
    var remedy: String?
    /// Header fields that go with the status: `WWW-Authenticate`, `Allow`, `Retry-After`.
    var fields: [(name: String, value: String)] = []
    /// The newer state, where somebody was overtaken.
    var current: JSONValue?
    /// Of `current`.
    var revision: Int?

    init(
        _ status: HTTPResponse.Status, code: String, _ sentence: String, remedy: String? = nil,
        fields: [(name: String, value: String)] = []
    ) {
        self.status = status
        self.code = code
        self.sentence = sentence
        self.remedy = remedy
        self.fields = fields
    }

    init(_ refusal: Refusal) {
        let status: HTTPResponse.Status =
            switch (refusal.code, refusal.kind) {
            case ("not-found", _): .notFound
            case ("overtaken", _): .preconditionFailed
            case ("record-changed", _): .gone
            case (_, .usage): .badRequest
            case (_, .permission): .forbidden
            case (_, .engine): .serviceUnavailable
            case (_, .input), (_, .rule), (_, .wanting): .unprocessableContent
            }
        let isBare = refusal.code == "not-found" && !refusal.sentence.hasSuffix(".")
        self.init(
            status, code: refusal.code,
            isBare
                ? (refusal.sentence.isEmpty
                    ? "There is no such thing, or you may not know of it."
                    : "\(refusal.sentence) is not here, or you may not know of it.") : refusal.sentence,
            remedy: refusal.remedy)
    }

    init(_ fault: BodyFault) {
        self.init(fault.status, code: "body-\(fault.kind)", fault.sentence)
    }

    var json: JSONValue {
        var members: [JSONValue.Member] = [
            .init("type", "about:blank"), .init("title", .text(status.reasonPhrase)),
            .init("status", .integer(status.code)), .init("code", .text(code)), .init("detail", .text(sentence)),
        ]
        if let remedy { members.append(.init("remedy", .text(remedy))) }
        if let current { members.append(.init("current", current)) }
        return .object(members)
    }

    static let shape: DocumentShape = .object([
        .init("type", .text, "always about:blank"), .init("title", .text, "the status in words"),
        .init("status", .whole, "the status"), .init("code", .text, "stable, for programs"),
        .init("detail", .text, "one sentence for a person"), .init("remedy", .text, "what to do", isOptional: true),
        .init("current", .written("what stands now"), "what stands now, where you were overtaken", isOptional: true),
    ])

    static let type = "application/problem+json"
}
