import HTTPTypes
import Vocabulary

/// One call of the interface for programs: where, who, what it takes and what it answers.
///
/// The routes and the OpenAPI document are made of the same values; what is not said here does not compile.
struct ApiCall: Sendable {
    /// What all paths begin with.
    static let root = "/api/v1"

    /// Behind the root; variable parts begin with a colon: `/rounds/:round`.
    let path: String
    let method: HTTPRequest.Method
    let entry: Entry
    /// In a few words, without a full stop.
    let summary: String
    /// What a caller cannot see from the rest; sentences.
    let note: String
    /// The variable parts of the path, and names of the query.
    let parameters: [Parameter]
    /// What is to be sent; nil where nothing is.
    let body: Body?
    let answer: Answered
    /// True where the answer carries an ETag.
    let hasRevision: Bool
    /// True where it must say from which revision it goes.
    let needsBasis: Bool
    let take: @Sendable (ApiQuestion) throws -> ApiReply

    struct Parameter: Sendable {
        let name: String
        let shape: DocumentShape
        let meaning: String
        /// Tried on the demonstration's data, and shown as an example; empty where there is none.
        let example: String

        init(_ name: String, _ shape: DocumentShape, _ meaning: String, example: String = "") {
            self.name = name
            self.shape = shape
            self.meaning = meaning
            self.example = example
        }
    }

    struct Body: Sendable {
        /// Of JSON; of nothing where files are sent.
        let shape: DocumentShape
        let example: JSONValue?
        /// True where files are sent: in the parts of a form, or one as it is.
        var isFiles = false

        static let files = Body(shape: .object([]), example: nil, isFiles: true)
        /// The name of the parts that hold files.
        static let filesField = "files"
        /// Of a file that is sent as it is.
        static let fileType = "application/octet-stream"
    }

    enum Answered: Sendable {
        /// A document of the shape; under the name it stands once among the schemas.
        case document(String, DocumentShape)
        /// A part of a table, with links to the other parts.
        case table(ApiTable)
    }

    init(
        _ method: HTTPRequest.Method, _ path: String, entry: Entry, _ summary: String, note: String = "",
        parameters: [Parameter] = [], body: Body? = nil, answer: Answered,
        hasRevision: Bool = false, needsBasis: Bool = false,
        _ take: @escaping @Sendable (ApiQuestion) throws -> ApiReply
    ) {
        self.method = method
        self.path = path
        self.entry = entry
        self.summary = summary
        self.note = note
        self.parameters = parameters
        self.body = body
        self.answer = answer
        self.hasRevision = hasRevision
        self.needsBasis = needsBasis
        self.take = take
        let variable = path.split(separator: "/").filter { $0.hasPrefix(":") }.map { $0.dropFirst() }
        precondition(
            variable.allSatisfy { name in parameters.contains { $0.name == name } }, "\(path) says what each part is")
    }

    var whole: String { ApiCall.root + path }

    /// As OpenAPI writes it: `/rounds/{round}`.
    var template: String {
        ApiCall.root
            + path.split(separator: "/").map { $0.hasPrefix(":") ? "/{\($0.dropFirst())}" : "/\($0)" }.joined()
    }

    func isInPath(_ parameter: Parameter) -> Bool {
        path.split(separator: "/").contains { $0.dropFirst() == parameter.name && $0.hasPrefix(":") }
    }

    /// True where the segments of a path could be of this call, whatever the method.
    func fits(_ asked: String) -> Bool {
        let (own, given) = (whole.split(separator: "/"), asked.split(separator: "/"))
        return own.count == given.count && zip(own, given).allSatisfy { $0.hasPrefix(":") || $0 == $1 }
    }

    /// True for acts: they take a key by which a repeated call is known, and the revision that they were made from.
    var isAct: Bool { method != .get }
}
