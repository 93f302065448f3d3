import Digests
import HTTPTypes
import Hummingbird
import Publication
import Vocabulary

/// A file of a published record, as it is served: exactly its bytes, with what kind they are.
struct RecordFile {
    let path: String
    let bytes: [UInt8]

    /// By the ending of its name; what has none that is known is bytes to be kept.
    var type: String {
        switch path.split(separator: ".").last {
        case "html": "text/html; charset=utf-8"
        case "txt": "text/plain; charset=utf-8"
        case "csv": "text/csv; charset=utf-8"
        case "json": "application/json"
        case "zip": "application/zip"
        case "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        default: "application/octet-stream"
        }
    }

    /// Shown by browsers as it is; anything else is kept as a file.
    private var isShown: Bool { ["html", "txt", "json"].contains(path.split(separator: ".").last ?? "") }

    var response: Response {
        var response = Site.response(
            .ok, bytes, type: type, fileName: isShown ? nil : path.split(separator: "/").last.map(String.init))
        response.headers[.acceptRanges] = "none"
        response.headers[.contentSecurityPolicy] = policy
        return response
    }

    /// A record's pages stand alone: the stylesheet is within each. It is let in by its digest, and nothing else is.
    private var policy: String {
        let look = style.map { "style-src '\(Digest.integrity(of: $0))'; " } ?? ""
        return "default-src 'none'; \(look)img-src data:; form-action 'none'; base-uri 'none'; frame-ancestors 'none'"
    }

    /// What stands within the page's one element for its look; nil where there is none.
    private var style: [UInt8]? {
        guard path.hasSuffix(".html") else { return nil }
        let (begins, ends) = (Array("<style>".utf8), Array("</style>".utf8))
        guard let start = bytes.firstRange(of: begins), let end = bytes[start.upperBound...].firstRange(of: ends) else {
            return nil
        }
        return Array(bytes[start.upperBound..<end.lowerBound])
    }
}
