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

extension Request {
    /// The JSON that was sent with a call, held to its shape; null where nothing is to be sent.
    ///
    /// - Throws: `BodyFault`; `ApiProblem`; `Refusal` where it is not of the shape.
    func document(of call: ApiCall) async throws -> JSONValue {
        guard let wanted = call.body else { return .null }
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
        _ = try ShapedValue(json, as: wanted.shape, at: "document")
        return json
    }
}
