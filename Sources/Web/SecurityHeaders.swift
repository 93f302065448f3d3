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

    private static let policy =
        "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; "
        + "frame-ancestors 'none'"
    private static let referrerPolicy = HTTPField.Name("Referrer-Policy")!
    private static let openerPolicy = HTTPField.Name("Cross-Origin-Opener-Policy")!
    private static let resourcePolicy = HTTPField.Name("Cross-Origin-Resource-Policy")!
    private static let frameOptions = HTTPField.Name("X-Frame-Options")!

    func handle(
        _ request: Request, context: BasicRequestContext,
        next: @concurrent (Request, BasicRequestContext) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        let own = response.headers[.contentSecurityPolicy]
        response.headers[.contentSecurityPolicy] =
            own ?? SecurityHeaders.policy
        response.headers[.xContentTypeOptions] = "nosniff"
        response.headers[SecurityHeaders.referrerPolicy] = "same-origin"
        response.headers[SecurityHeaders.openerPolicy] = "same-origin"
        response.headers[SecurityHeaders.resourcePolicy] = "same-origin"
        if isSecure { response.headers[.strictTransportSecurity] = "max-age=31536000" }
        response.headers[SecurityHeaders.frameOptions] = "DENY"
        return response
    }
}
