import Access
import HTTPTypes
import Store
import Synchronization
import Vocabulary

/// Who comes with a personal access token, and what the token leaves them of their permissions.
struct BearerGate: Sendable {
    let keeper: any Doorkeeper
    let rules: AccessRules
    let tries: WrongTokens

    /// What a token's holder may: the roles of today, as far as the token goes.
    struct Admitted: Sendable {
        let visitor: Visitor
        let rules: AccessRules
        let token: AccessTokenHeld?
    }

    /// - Parameter field: the value of `Authorization`; nil for nobody, who sees what is published.
    /// - Throws: `ApiProblem` with status 401, or 429 after too many that were wrong.
    func admit(_ field: String?, at moment: Moment) throws -> Admitted {
        guard let field else { return Admitted(visitor: .nobody, rules: rules, token: nil) }
        guard let text = BearerGate.token(in: field) else {
            throw ApiProblem(
                .unauthorized, code: "not-a-bearer-token", "The Authorization field holds no bearer token.",
                remedy: "Send it as: Authorization: Bearer remit_…", fields: [BearerGate.challenge("invalid_request")])
        }
        guard let held = try keeper.token(text, at: moment), let signedIn = try signedIn(held, at: moment) else {
            throw tries.isOver(at: moment) ? BearerGate.tooMany : BearerGate.unknown
        }
        var scopes = Set(held.scopes)
        // What is not a scope of its own comes with any token.
        scopes.insert(.useAPI)
        return Admitted(visitor: .account(signedIn), rules: rules.narrowed(to: scopes), token: held)
    }

    private func signedIn(_ held: AccessTokenHeld, at moment: Moment) throws -> SignedIn? {
        let people = try keeper.people()
        guard let account = people.book.accounts[held.account], account.state == .active else { return nil }
        return SignedIn(
            account: account, name: people.name(of: account), email: people.email(of: account),
            session: VisitorSession(
                id: "token-\(held.name)", account: account.id, csrf: "", startedAt: moment, lastSeenAt: moment,
                how: "with an access token"))
    }

    /// Reference: RFC 6750, section 2.1; the scheme's name is in any case (RFC 9110, section 11.1).
    private static func token(in field: String) -> String? {
        let parts = field.split(separator: " ", omittingEmptySubsequences: true)
        guard parts.count == 2, parts[0].lowercased() == "bearer", parts[1].utf8.count <= 200 else { return nil }
        return String(parts[1])
    }

    static func challenge(_ error: String? = nil, scope: String? = nil) -> (name: String, value: String) {
        var value = "Bearer realm=\"remit\""
        if let error { value += ", error=\"\(error)\"" }
        if let scope { value += ", scope=\"\(scope)\"" }
        return ("WWW-Authenticate", value)
    }

    private static var unknown: ApiProblem {
        ApiProblem(
            .unauthorized, code: "token-unknown", "This token is unknown, has ended, or its account may use none.",
            remedy: "Make another at \(ApiCall.tokensPage).", fields: [challenge("invalid_token")])
    }

    private static var tooMany: ApiProblem {
        ApiProblem(
            .tooManyRequests, code: "too-many-wrong-tokens", "Too many wrong tokens came in the last minute.",
            remedy: "Wait a minute.", fields: [("Retry-After", String(WrongTokens.window))])
    }

    static var missing: ApiProblem {
        ApiProblem(
            .unauthorized, code: "token-missing", "This call needs a personal access token.",
            remedy: "Make one at \(ApiCall.tokensPage), and send it as: Authorization: Bearer remit_…",
            fields: [challenge()])
    }
}

extension ApiCall {
    static let tokensPage = "/account/tokens"
}

/// Counts wrong tokens. A right one is always let in: nobody can keep others out by sending wrong ones, and a token of
/// 256 bits is not guessed.
final class WrongTokens: Sendable {
    /// In seconds.
    static let window = 60
    static let most = 300

    private let counted = Mutex<(since: Moment, count: Int)>((Moment(secondsSince1970: 0), 0))

    /// Counts one more; true where there were too many within the window.
    func isOver(at moment: Moment) -> Bool {
        counted.withLock { counted in
            if moment.secondsSince1970 >= counted.since.secondsSince1970 + WrongTokens.window { counted = (moment, 0) }
            counted.count += 1
            return counted.count > WrongTokens.most
        }
    }
}
