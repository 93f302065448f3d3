import HTTPTypes
import Hummingbird
import NIOCore
import Vocabulary

/// An answer to a program, as it goes over the wire.
struct ApiAnswer: Sendable {
    var status: HTTPResponse.Status
    var type: String
    var json: JSONValue
    var fields: [(name: String, value: String)] = []

    init(_ reply: ApiReply, links: (ApiTable.Page) -> String?) {
        status = .ok
        type = "application/json"
        switch reply.content {
        case .document(let value): json = value
        case .rows(let page):
            json = page.json
            if let links = links(page) { fields.append(("Link", links)) }
        }
        if let revision = reply.revision { fields.append(("ETag", ApiBasis.tag(of: revision))) }
    }

    init(_ problem: ApiProblem) {
        status = problem.status
        type = ApiProblem.type
        json = problem.json
        fields = problem.fields
        if let revision = problem.revision { fields.append(("ETag", ApiBasis.tag(of: revision))) }
    }

    /// - Parameter isPrivate: true for what was answered to somebody: it is kept by no cache.
    func response(isPrivate: Bool) -> Response {
        var response = Response(
            status: status,
            headers: [
                .contentType: type, .cacheControl: isPrivate ? "private, no-store" : "no-cache", .vary: "Authorization",
            ], body: ResponseBody(byteBuffer: ByteBuffer(string: json.pretty + "\n")))
        for field in fields {
            if let name = HTTPField.Name(field.name) { response.headers[name] = field.value }
        }
        return response
    }
}
