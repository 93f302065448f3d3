import HTTPTypes
import Hummingbird
import NIOCore
import Synchronization

/// Tells of each request once it is answered, and gives the answer its number, by which it is found in the log.
struct LoggedRequests: RouterMiddleware {
    let log: ServingLog

    private static let number = HTTPField.Name("X-Request-Id")!

    func handle(
        _ request: Request, context: BasicRequestContext,
        next: @concurrent (Request, BasicRequestContext) async throws -> Response
    ) async throws -> Response {
        let start = ContinuousClock.now
        let number = String(UInt64.random(in: .min ... .max), radix: 36)
        var response = try await next(request, context)
        response.headers[LoggedRequests.number] = number
        guard log.format != .none else { return response }
        let (method, status) = (request.method.rawValue, response.status.code)
        // The router calls what no route is for by a word of its own.
        let route = context.endpointPath.flatMap { $0.hasPrefix("/") ? $0 : nil }
        let tell: @Sendable (Int) -> Void = { [log] bytes in
            log.told(
                "request",
                [
                    ("id", .text(number)), ("method", .text(method)), ("route", route.map { .text($0) } ?? .none),
                    ("status", .integer(status)), ("milliseconds", .milliseconds(ContinuousClock.now - start)),
                    ("bytes", .integer(bytes)),
                ])
        }
        if let length = response.body.contentLength {
            tell(request.method == .head ? 0 : length)
        } else {
            response.body = LoggedRequests.counted(response.body, tell)
        }
        return response
    }

    /// A stream is told of when it ends, with what it has sent.
    private static func counted(_ body: ResponseBody, _ tell: @escaping @Sendable (Int) -> Void) -> ResponseBody {
        let sent = Sent()
        let counting = body.map { piece in
            sent.bytes.add(piece.readableBytes, ordering: .relaxed)
            return piece
        }
        return ResponseBody { writer in
            defer { tell(sent.bytes.load(ordering: .relaxed)) }
            try await counting.write(writer)
        }
    }

    private final class Sent: Sendable {
        let bytes = Atomic<Int>(0)
    }
}
