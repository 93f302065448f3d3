import Digests
import Foundation
import Pages
import Vocabulary

/// A call with all that was sent.
struct CallTold: Sendable {
    let call: ApiCall
    let asked: Asked
    let visitor: Visitor
    let head: CallHead
    let body: CallBody

    /// All that makes it what it is, for telling whether it is the same again. Reads the files that came.
    var content: String {
        get throws {
            let files = try body.files.map { "\($0.name) \(Digest.of(try $0.bytes()))" }
            return (["\(call.method) \(asked.path) \(body.json.canonical)"] + files).joined(separator: "\n")
        }
    }
}

extension ApiTable.Page {
    /// To the other parts: RFC 8288.
    func links(to told: CallTold) -> String? {
        func link(_ page: Int, _ relation: String) -> String {
            var pairs = told.asked.query.filter { $0.key != "page" }.sorted { $0.key < $1.key }
            pairs.append((key: "page", value: String(page)))
            let query = pairs.map { "\(encoded($0.key))=\(encoded($0.value))" }.joined(separator: "&")
            return "<\(ApiCall.root)\(told.asked.path)?\(query)>; rel=\"\(relation)\""
        }
        var links: [String] = []
        let page = Int(told.asked.query["page"] ?? "") ?? 1
        if page < paging.pages { links.append(link(page + 1, "next")) }
        if page > 1 { links.append(link(min(page - 1, paging.pages), "prev")) }
        guard !links.isEmpty else { return nil }
        links += [link(1, "first"), link(paging.pages, "last")]
        return links.joined(separator: ", ")
    }

    private func encoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics.union(.init(charactersIn: "-._~"))) ?? ""
    }
}
