import HTTPTypes
import Hummingbird
import Store

/// For whatever watches over the server: whether it can do its work now.
enum HealthAnswer {
    /// 200 and `ok`; 503 and what is wrong, a line each, where an act would fail. It names no file and no record.
    static func answer(_ watch: StoreWatch, closing: Closing) -> Response {
        var lines = watch.faults().map(\.inWords)
        if closing.isTold { lines.append("the server is stopping") }
        var response = Site.response(
            lines.isEmpty ? .ok : .serviceUnavailable,
            Array(((lines.isEmpty ? ["ok"] : lines).joined(separator: "\n") + "\n").utf8),
            type: "text/plain; charset=utf-8")
        response.headers[.cacheControl] = "no-store"
        return response
    }
}
