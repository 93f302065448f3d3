import Access
import HTTPTypes
import Vocabulary

/// The interface for programs as OpenAPI 3.1 has it, made of the calls that are served.
///
/// Reference: OpenAPI Specification 3.1.0; JSON Schema 2020-12.
struct OpenAPIDocument {
    static let path = ApiCall.root + "/openapi.json"

    let calls: [ApiCall]
    let version: String
    let rules: AccessRules

    var json: JSONValue {
        .object([
            .init("openapi", "3.1.0"),
            .init(
                "info",
                [
                    "title": "Remit", "version": .text(version),
                    "description": .text(OpenAPIDocument.description),
                    "license": ["name": "See the file LICENSE that comes with Remit"],
                ]),
            .init("servers", [["url": "/"]]),
            .init("tags", .list(tags.map { ["name": .text($0)] })),
            .init("paths", paths),
            .init("components", components),
        ])
    }

    private static let description = """
        Decisions about shared money, on the record. Every call follows the same rules of access as the pages do. \
        Amounts of money are whole pence, as integers, at keys that end in Pence. UDAs are numbers with at most two \
        decimals. Shares are per cent. Days are written 2026-03-31, months 2026-03, financial years 2026/27; moments are \
        in UTC. What is absent is null or is left out.
        """

    // MARK: - Paths

    private var paths: JSONValue {
        var members: [JSONValue.Member] = []
        for path in Set(calls.map(\.template)).sorted() {
            let own = calls.filter { $0.template == path }.sorted { $0.method.rawValue < $1.method.rawValue }
            members.append(
                .init(path, .object(own.map { .init($0.method.rawValue.lowercased(), operation($0)) })))
        }
        return .object(members)
    }

    private func operation(_ call: ApiCall) -> JSONValue {
        var members: [JSONValue.Member] = [
            .init("operationId", .text(call.id)), .init("summary", .text(call.summary)),
            .init("tags", [.text(call.tag)]),
            .init("description", .text(note(on: call))),
            .init("security", security(of: call)),
        ]
        let parameters = call.parameters.map { parameter($0, of: call) } + (call.isAct ? headers(of: call) : [])
        if !parameters.isEmpty { members.append(.init("parameters", .list(parameters))) }
        if let body = call.body {
            members.append(.init("requestBody", ["required": true, "content": content(of: body)]))
        }
        members.append(.init("responses", responses(of: call)))
        return .object(members)
    }

    private func content(of body: ApiCall.Body) -> JSONValue {
        guard body.isFiles else {
            var content: [JSONValue.Member] = [.init("schema", body.shape.schema)]
            if let example = body.example { content.append(.init("example", example)) }
            return .object([.init("application/json", .object(content))])
        }
        let file: JSONValue = ["type": "string", "format": "binary"]
        let files: JSONValue = ["type": "array", "items": file, "minItems": 1]
        return .object([
            .init(
                "multipart/form-data",
                [
                    "schema": [
                        "type": "object", "properties": .object([.init(ApiCall.Body.filesField, files)]),
                        "required": [.text(ApiCall.Body.filesField)], "additionalProperties": false,
                    ]
                ]), .init(ApiCall.Body.fileType, ["schema": file]),
        ])
    }

    func note(on call: ApiCall) -> String {
        var sentences = call.note.isEmpty ? [] : [call.note]
        switch call.entry {
        case .everybody: sentences.append("Open to everybody; it shows what is published.")
        case .signedIn: sentences.append("For everybody with a token.")
        case .holding(let permission):
            sentences.append(
                "Needs a token for \(permission.rawValue). Roles that may: "
                    + rules.roles(with: permission).map(\.inWords).joined(separator: ", ") + ".")
        }
        return sentences.joined(separator: " ")
    }

    private func security(of call: ApiCall) -> JSONValue {
        switch call.entry {
        case .everybody: [.object([])]
        case .signedIn: [["token": []]]
        case .holding(let permission): [["token": [.text(permission.rawValue)]]]
        }
    }

    private func parameter(_ parameter: ApiCall.Parameter, of call: ApiCall) -> JSONValue {
        let isInPath = call.isInPath(parameter)
        var members: [JSONValue.Member] = [
            .init("name", .text(parameter.name)), .init("in", isInPath ? "path" : "query"),
            .init("required", .flag(isInPath)), .init("description", .text(parameter.meaning)),
            .init("schema", parameter.shape.schema),
        ]
        if !parameter.example.isEmpty {
            members.append(.init("example", Int(parameter.example).map { .integer($0) } ?? .text(parameter.example)))
        }
        return .object(members)
    }

    private func headers(of call: ApiCall) -> [JSONValue] {
        [
            [
                "name": "If-Match", "in": "header", "required": false,
                "description": .text(
                    "What ETag said when you read the thing, so that nobody’s work is lost; * for whatever stands."
                        + (call.needsBasis ? " This call asks for one." : "")),
                "schema": ["type": "string", "pattern": "^(\\*|\"r[0-9]{1,15}\")$"],
            ],
            [
                "name": "Idempotency-Key", "in": "header", "required": false,
                "description": """
                Chosen by you, new for each call: the same call sent again with it is answered as before, and is \
                done once.
                """,
                "schema": ["type": "string", "pattern": "^[!-~]{1,200}$"],
            ],
        ]
    }

    // MARK: - Answers

    private func responses(of call: ApiCall) -> JSONValue {
        var members: [JSONValue.Member] = [.init("200", answered(call))]
        for status in call.statuses {
            members.append(.init("\(status)", ["$ref": .text("#/components/responses/\(status)")]))
        }
        return .object(members)
    }

    private func answered(_ call: ApiCall) -> JSONValue {
        let (name, isTable): (String, Bool) =
            switch call.answer {
            case .document(let name, _): (name, false)
            case .table: (call.id, true)
            }
        var members: [JSONValue.Member] = [
            .init("description", .text(isTable ? "A part of the table" : call.isAct ? "Done" : "It"))
        ]
        var headers: [JSONValue.Member] = []
        if isTable {
            headers.append(
                .init("Link", ["description": "The other parts (RFC 8288)", "schema": ["type": "string"]]))
        }
        if call.isAct {
            headers.append(
                .init(
                    "Idempotency-Replayed",
                    ["description": "true where it was done before", "schema": ["type": "string", "enum": ["true"]]]))
        }
        if call.hasRevision {
            headers.append(.init("ETag", ["description": "Its revision", "schema": ["type": "string"]]))
        }
        if !headers.isEmpty { members.append(.init("headers", .object(headers))) }
        members.append(
            .init(
                "content",
                ["application/json": ["schema": ["$ref": .text("#/components/schemas/\(name)")]]]))
        return .object(members)
    }

    // MARK: - Components

    private var components: JSONValue {
        var schemas: [String: JSONValue] = ["Problem": ApiProblem.shape.schema]
        for call in calls {
            switch call.answer {
            case .document(let name, let shape): schemas[name] = shape.schema
            case .table(let table): schemas[call.id] = table.shape.schema
            }
        }
        return .object([
            .init(
                "securitySchemes",
                [
                    "token": [
                        "type": "http", "scheme": "bearer",
                        "description": """
                        A personal access token: made at /account/tokens, for what you choose of what your roles \
                        let you do, and for the days you choose.
                        """,
                    ]
                ]),
            .init(
                "responses",
                .object(OpenAPIDocument.problems.map { .init("\($0.status)", OpenAPIDocument.problem($0)) })),
            .init("schemas", .object(schemas.sorted { $0.key < $1.key }.map { .init($0.key, $0.value) })),
        ])
    }

    private static let problems: [(status: Int, words: String, header: String?)] = [
        (400, "The call is not of its form", nil), (401, "The token is missing or is none", "WWW-Authenticate"),
        (403, "You may not, or the token is not for this", nil),
        (404, "It is not here, or you may not know of it", nil),
        (405, "The call is made with another method", "Allow"),
        (408, "What was sent took too long to come", nil), (409, "The same call is being answered", nil),
        (410, "It is not as it was published any more", nil),
        (412, "It was changed since you read it; what stands now comes along", nil), (413, "Too much was sent", nil),
        (415, "What was sent is of another type", nil),
        (422, "A rule forbids it, or what was sent is not of its shape", nil),
        (428, "Say from which revision you go: If-Match", nil), (429, "Too many wrong tokens", "Retry-After"),
        (503, "An engine or the store failed", nil),
    ]

    private static func problem(_ one: (status: Int, words: String, header: String?)) -> JSONValue {
        var members: [JSONValue.Member] = [.init("description", .text(one.words))]
        if let header = one.header {
            members.append(
                .init(
                    "headers",
                    .object([.init(header, ["required": true, "schema": ["type": "string"]])])))
        }
        members.append(
            .init(
                "content",
                .object([.init(ApiProblem.type, ["schema": ["$ref": "#/components/schemas/Problem"]])])))
        return .object(members)
    }

    private var tags: [String] {
        var tags: [String] = []
        for call in calls where !tags.contains(call.tag) { tags.append(call.tag) }
        return tags
    }
}

extension ApiCall {
    /// `getRoundsRoundScores`.
    var id: String {
        method.rawValue.lowercased()
            + path.split { $0 == "/" || $0 == "-" || $0 == ":" }.map { $0.prefix(1).uppercased() + $0.dropFirst() }
            .joined()
    }

    /// The first part of the path: `rounds`.
    var tag: String { path.split(separator: "/").first.map(String.init) ?? "api" }

    /// Every status besides 200 that it can answer with. 405 is of other methods.
    var statuses: [Int] {
        var statuses: Set<Int> = [400, 401, 404, 405, 422, 429, 503]
        if entry != .everybody { statuses.insert(403) }
        if isAct { statuses.formUnion([403, 409, 412]) }
        if needsBasis { statuses.insert(428) }
        if tag == "published" { statuses.insert(410) }
        if body != nil { statuses.formUnion([413, 415]) }
        if body?.isFiles == true { statuses.insert(408) }
        return statuses.sorted()
    }
}
