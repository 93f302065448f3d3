import Access
import HTTPTypes
import Hummingbird
import Testing
import Vocabulary

@testable import Web

/// The document that describes the calls, against the routes that are served.
struct OpenAPIDocumentTests {
    private static func document() async throws -> JSONValue {
        try await Served.filled.get().call("/openapi.json", token: nil).json
    }

    @Test func `the document names every route of the interface, and no other`() async throws {
        let paths = try #require(try await Self.document()["paths"])
        let told = paths.keys.flatMap { path in (paths[path]?.keys ?? []).map { "\($0.uppercased()) \(path)" } }
        let served = Site.routes.filter { $0.path.hasPrefix(ApiCall.root) && $0.path != OpenAPIDocument.path }.map {
            route in
            "\(route.method.rawValue) "
                + route.path.split(separator: "/").map { $0.hasPrefix(":") ? "/{\($0.dropFirst())}" : "/\($0)" }
                .joined()
        }
        #expect(Set(told) == Set(served) && told.count == served.count)
    }

    @Test func `every operation has its own name, a summary, and every status that it can answer with`() async throws {
        let paths = try #require(try await Self.document()["paths"])
        var names: Set<String> = []
        for path in paths.keys {
            for method in paths[path]?.keys ?? [] {
                let operation = try #require(paths[path]?[method])
                let isNew = names.insert(operation["operationId"]?.asText ?? "").inserted
                #expect(isNew, "\(path)")
                #expect(operation["summary"]?.asText?.isEmpty == false, "\(path)")
                #expect(operation["responses"]?.keys.contains("200") == true, "\(path)")
                for part in path.split(separator: "/") where part.hasPrefix("{") {
                    let name = part.dropFirst().dropLast()
                    let parameter = operation["parameters"]?.asList?.first { $0["name"]?.asText == String(name) }
                    #expect(parameter?["in"] == "path" && parameter?["required"] == true, "\(path)")
                }
            }
        }
    }

    @Test func `every reference leads to something`() async throws {
        let document = try await Self.document()
        func references(in value: JSONValue) -> [String] {
            switch value {
            case .object(let members):
                members.flatMap { member in
                    member.key == "$ref" ? [member.value.asText ?? ""] : references(in: member.value)
                }
            case .list(let items): items.flatMap { references(in: $0) }
            default: []
            }
        }
        let all = Set(references(in: document))
        #expect(all.count > 30)
        for reference in all {
            let path = reference.split(separator: "/").dropFirst().map(String.init)
            #expect(document.value(at: path) != nil, "\(reference)")
        }
    }

    @Test func `the example of every act is of its own shape`() {
        for call in Site.calls {
            guard let body = call.body else { continue }
            #expect(throws: Never.self, "\(call.id)") {
                _ = try ShapedValue(body.shape.example, as: body.shape, at: call.id)
            }
        }
    }

    @Test func `each call that needs a permission says which, and what is open says so`() async throws {
        let document = try await Self.document()
        for call in Site.calls {
            let security = document["paths"]?[call.template]?[call.method.rawValue.lowercased()]?["security"]?.asList
            switch call.entry {
            case .everybody: #expect(security == [.object([])], "\(call.id)")
            case .signedIn: #expect(security?.first?["token"] == [], "\(call.id)")
            case .holding(let permission):
                #expect(security?.first?["token"] == [.text(permission.rawValue)], "\(call.id)")
            }
        }
    }

    @Test func `the manual shows every call`() async throws {
        let words = try await Served.filled.get().ask("/api", as: nil).words
        for call in Site.calls { #expect(words.contains("\(call.method.rawValue) \(call.template)"), "\(call.id)") }
    }
}
