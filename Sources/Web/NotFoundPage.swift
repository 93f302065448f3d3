import HTTPTypes
import Hummingbird

/// Answers what no route is for with the page that says so: `/**` alone misses paths that begin as a route does.
struct NotFoundPage: RouterMiddleware {
    let page: @Sendable (Request, BasicRequestContext) -> Response

    func handle(
        _ request: Request, context: BasicRequestContext,
        next: @concurrent (Request, BasicRequestContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let error as HTTPError where error.status == .notFound {
            return page(request, context)
        }
    }
}
