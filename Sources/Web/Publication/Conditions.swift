import Digests
import HTTPTypes
import Hummingbird
import Vocabulary

/// Under which conditions a reader wants the bytes again: RFC 9110, section 13.
struct Conditions: Sendable {
    private let noneMatch: String?
    private let modifiedSince: String?

    init(_ headers: HTTPFields) {
        noneMatch = headers[.ifNoneMatch]
        modifiedSince = headers[.ifModifiedSince]
    }

    /// True where the reader holds what would be sent. A day is asked for only where no tag is.
    func areMet(by tag: String, since modified: Moment?) -> Bool {
        if let noneMatch {
            let held: [String] = noneMatch.split(separator: ",").map { part in
                String(part.filter { !$0.isWhitespace })
            }
            return held.contains { $0 == "*" || $0 == tag || $0 == "W/\(tag)" }
        }
        guard let modified, let held = modifiedSince.flatMap({ HTTPDate.read($0) }) else { return false }
        return modified <= held
    }

    /// What anybody may read, as caches keep it: with its tag, and without its bytes where the reader holds them.
    ///
    /// - Parameters:
    ///   - digest: of the bytes.
    ///   - lifetime: in seconds.
    ///   - modified: when the bytes came to be; nil where nobody can say.
    func response(
        digest: EvidenceID, lifetime: Int, modified: Moment? = nil, bytes: () throws -> Response
    ) rethrows -> Response {
        let tag = "\"\(digest)\""
        var response = areMet(by: tag, since: modified) ? Response(status: .notModified) : try bytes()
        response.headers[.eTag] = tag
        response.headers[.cacheControl] = "public, max-age=\(lifetime)"
        if let modified { response.headers[.lastModified] = HTTPDate.written(modified) }
        return response
    }
}

extension Site {
    /// How long caches may show a page that anybody may read before they ask again.
    static let publicLifetime = 60

    /// An answer that is the same for everybody who has not signed in.
    ///
    /// - Parameter conditions: nil for an answer that no cache may keep.
    static func response(
        _ bytes: [UInt8], type: String, fileName: String? = nil, under conditions: Conditions?
    ) -> Response {
        let plain = { response(.ok, bytes, type: type, fileName: fileName) }
        guard let conditions else { return plain() }
        return conditions.response(digest: Digest.of(bytes), lifetime: publicLifetime, bytes: plain)
    }
}
