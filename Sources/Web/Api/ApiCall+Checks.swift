import HTTPTypes
import Hummingbird
import NIOCore
import Vocabulary

extension ApiCall {
    /// The parts of the path and of the query, held to their shapes.
    ///
    /// - Throws: `ApiProblem`: 404 where a part of the path can be of nothing; 400 for the query.
    func check(_ asked: Asked) throws(ApiProblem) {
        for parameter in parameters where isInPath(parameter) {
            guard let given = asked.parameters[parameter.name], parameter.fits(given) else {
                throw ApiProblem(Refusal(.usage, code: "not-found", ""))
            }
        }
        let query = parameters.filter { !isInPath($0) }
        for (name, value) in asked.query.sorted(by: { $0.key < $1.key }) {
            guard let parameter = query.first(where: { $0.name == name }) else {
                throw ApiProblem(
                    .badRequest, code: "unknown-parameter", "This call knows no parameter “\(name.printable)”.",
                    remedy: query.isEmpty
                        ? "It takes none." : "It takes: \(query.map(\.name).joined(separator: ", ")).")
            }
            guard parameter.fits(value) else {
                throw ApiProblem(
                    .badRequest, code: "unreadable-parameter",
                    "“\(value.printable.prefix(60))” cannot be “\(name)”: \(parameter.meaning).",
                    remedy: "It is \(parameter.shape.words).")
            }
        }
    }
}

extension ApiCall.Parameter {
    func fits(_ text: String) -> Bool {
        let value: JSONValue =
            switch shape {
            case .count, .whole, .pence, .between:
                Int(text).map { .integer($0) } ?? .text(text)
            case .flag: text == "true" ? true : text == "false" ? false : .text(text)
            default: .text(text)
            }
        return (try? ShapedValue(value, as: shape, at: name)) != nil
    }
}

/// What was sent with a call.
struct CallBody: Sendable {
    /// Null where nothing is to be sent, or files are.
    var json: JSONValue = .null
    var files: [PostedFile] = []
}

extension Request {
    /// What was sent with a call, held to what the call takes.
    ///
    /// - Parameters:
    ///   - name: of a file that is sent as it is.
    ///   - files: how much is taken in where files are sent.
    /// - Throws: `BodyFault`; `ApiProblem`; `Refusal` where it is not of the shape.
    func sent(with call: ApiCall, named name: String?, files limits: BodyLimits) async throws -> CallBody {
        guard let wanted = call.body else { return CallBody() }
        guard wanted.isFiles else { return CallBody(json: try await document(as: wanted.shape)) }
        let receiver = try filesReceiver(named: name ?? "", limits)
        return CallBody(files: try ApiCall.files(in: try await received(by: receiver, within: limits)))
    }

    /// Takes files in as parts of a form, or one as it is.
    private func filesReceiver(named name: String, _ limits: BodyLimits) throws -> BodyReceiver {
        let length = headers[.contentLength].flatMap { Int($0) }
        switch headers[.contentType].flatMap({ ContentType($0) })?.name {
        case "multipart/form-data":
            return try BodyReceiver(type: headers[.contentType], length: length, limits: limits)
        case ApiCall.Body.fileType:
            return try BodyReceiver(
                fileNamed: name, of: ApiCall.Body.filesField, length: length, limits: limits)
        default:
            throw BodyFault(
                .unsupported,
                "Files are sent as multipart/form-data, or one as it is: Content-Type: \(ApiCall.Body.fileType).")
        }
    }

    private func document(as shape: DocumentShape) async throws -> JSONValue {
        let type = headers[.contentType].flatMap { ContentType($0) }
        guard let type, type.name == "application/json", type.isUnicode else {
            throw BodyFault(.unsupported, "What is sent must be JSON: Content-Type: application/json.")
        }
        let limit = BodyLimits.form.bytes
        let tooLarge = BodyFault(.tooLarge, "More was sent than the \(limit >> 10) KB that are taken here.")
        if let length = headers[.contentLength].flatMap({ Int($0) }), length > limit { throw tooLarge }
        var bytes: [UInt8] = []
        for try await piece in body {
            bytes += piece.readableBytesView
            guard bytes.count <= limit else { throw tooLarge }
        }
        let json: JSONValue
        do { json = try JSONValue(parsing: bytes, named: "What was sent") } catch {
            throw ApiProblem(.badRequest, code: error.code, error.sentence, remedy: error.remedy)
        }
        _ = try ShapedValue(json, as: shape, at: "document")
        return json
    }
}

extension ApiCall {
    /// - Throws: `ApiProblem` where another part was sent, or no file.
    fileprivate static func files(in body: PostedBody) throws -> [PostedFile] {
        let field = Body.filesField
        if let other = (Set(body.values.keys).union(body.files.keys)).subtracting([field]).min() {
            throw ApiProblem(
                .unprocessableContent, code: "unknown-key", "This call knows no part “\(other.printable)”.",
                remedy: "Send files in parts that are named “\(field)”.")
        }
        guard let files = body.files[field], body.values.isEmpty else {
            throw ApiProblem(
                .unprocessableContent, code: "no-files", "No file was sent.",
                remedy: "Send one or more in parts that are named “\(field)”, each with its file’s name.")
        }
        return files
    }
}
