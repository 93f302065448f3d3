import HTTPTypes
import Hummingbird

/// On every answer: no scripts, nothing from elsewhere, no framing, no guessing of types, no referrer to others.
///
/// The page of a live meeting says itself that its one script may run; no other page has any.
///
/// Within the site the referrer stays: without it browsers hide where a form comes from, which is checked.
struct SecurityHeaders: RouterMiddleware {
    /// True where pages are served over https only: browsers then keep to it for a year.
    var isSecure = false

    func handle(
        _ request: Request, context: BasicRequestContext,
        next: @concurrent (Request, BasicRequestContext) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        let own = response.headers[.contentSecurityPolicy]
        response.headers[.contentSecurityPolicy] =
            own
            ?? "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; "
            + "frame-ancestors 'none'"
        response.headers[.xContentTypeOptions] = "nosniff"
        response.headers[HTTPField.Name("Referrer-Policy")!] = "same-origin"
        response.headers[HTTPField.Name("Cross-Origin-Opener-Policy")!] = "same-origin"
        response.headers[HTTPField.Name("Cross-Origin-Resource-Policy")!] = "same-origin"
        if isSecure { response.headers[.strictTransportSecurity] = "max-age=31536000" }
        response.headers[HTTPField.Name("X-Frame-Options")!] = "DENY"
        return response
    }
}
