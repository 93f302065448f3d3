package import Credentials
import Foundation
import Transfer
package import Vocabulary

/// Signing in by an OpenID provider: the authorization-code flow with a code challenge, from the first redirection to
/// a person.
///
/// It remembers the provider's description and keys and the sign-ins that are under way, in memory alone. What it
/// decides is decided by the values beside it; this fetches.
package actor OpenIDSignIn {
    package nonisolated let settings: OpenIDSettings
    private let fetches: any Fetches
    private var pending = PendingSignIns()
    private var described: (metadata: ProviderMetadata, at: Moment)?
    private var keys: ProviderKeys?

    /// How long the provider's description is believed, in seconds.
    static let descriptionLifetime = 3_600

    package init(_ settings: OpenIDSettings, by fetches: any Fetches) {
        self.settings = settings
        self.fetches = fetches
    }

    /// Over the network, within the limits of a document.
    ///
    /// - Parameter certificates: a file of certificates to be trusted instead of the system's.
    package init(_ settings: OpenIDSettings, certificates: String?) {
        self.init(settings, by: Transfer(limits: .document, certificates: certificates))
    }

    /// Begins a sign-in.
    ///
    /// - Parameters:
    ///   - browser: what a cookie of this browser holds until the answer comes.
    ///   - then: where the person wanted to go.
    /// - Returns: the provider's address to send the browser to.
    /// - Throws: a `Refusal` where the provider cannot be reached or is not as it must be.
    package func begin(browser: SecretToken, then: String? = nil, at moment: Moment) async throws(Refusal) -> String {
        let metadata = try await metadata(at: moment)
        let signIn = PendingSignIn(browser: browser.digest, then: then, at: moment)
        pending.keep(signIn, at: moment)
        return signIn.address(metadata, settings)
    }

    /// Ends a sign-in with what came back; each can be ended once, whether somebody is let in or not.
    ///
    /// - Parameters:
    ///   - query: of the address that the provider sent the browser to.
    ///   - browser: what the cookie holds; nil where there is none.
    /// - Throws: a `Refusal` that tells nothing secret.
    package func finish(
        query: [(name: String, value: String)], browser: SecretToken?, at moment: Moment
    ) async throws(Refusal) -> SignedOnPerson {
        let states = query.filter { $0.name == "state" }
        guard let browser, states.count == 1,
            let signIn = pending.take(state: states[0].value, browser: browser.digest, at: moment)
        else { throw OpenIDRefusal.unknownSignIn }
        let metadata = try await metadata(at: moment)
        let code = try signIn.code(in: query, metadata, of: settings.issuer)
        let granted = try await exchange(code, of: signIn, metadata)
        let claims = try await verified(SignedToken(granted.identity), metadata)
        let rules = IdentityClaims(
            issuer: settings.issuer.description, clientID: settings.clientID, nonce: signIn.nonce, now: moment,
            accessToken: granted.access)
        let subject = try rules.subject(of: claims)
        var sources = [claims]
        if settings.asksForUserInfo, let address = metadata.userInfo, let access = granted.access {
            sources.append(try await userInfo(at: address, access: access, about: subject))
        }
        return SignedOnPerson(
            issuer: settings.issuer.description, subject: subject, from: sources, groupsClaim: settings.groupsClaim,
            then: signIn.then)
    }

    private func metadata(at moment: Moment) async throws(Refusal) -> ProviderMetadata {
        if let described, described.at <= moment,
            moment.secondsSince1970 - described.at.secondsSince1970 < OpenIDSignIn.descriptionLifetime
        {
            return described.metadata
        }
        guard let address = ProviderMetadata.address(of: settings.issuer) else {
            throw OpenIDRefusal.provider("its name is no address")
        }
        let metadata = try ProviderMetadata(await document(at: address), of: settings.issuer)
        described = (metadata, moment)
        keys = nil
        return metadata
    }

    /// The code for tokens.
    private func exchange(
        _ code: String, of signIn: PendingSignIn, _ metadata: ProviderMetadata
    ) async throws(Refusal) -> (identity: String, access: String?) {
        var form: [(name: String, value: String)] = [
            ("grant_type", "authorization_code"), ("code", code), ("redirect_uri", settings.redirect.description),
            ("code_verifier", signIn.verifier),
        ]
        var authorization: String?
        switch (settings.secret, metadata.clientAuthentication) {
        case (let secret?, .basic):
            // RFC 6749, section 2.3.1: both are written as in a form first.
            let pair = "\(FormText.encoded(settings.clientID)):\(FormText.encoded(secret))"
            authorization = "Basic \(Data(pair.utf8).base64EncodedString())"
        case (let secret?, .post): form += [("client_id", settings.clientID), ("client_secret", secret)]
        case (nil, _): form.append(("client_id", settings.clientID))
        }
        let answer: Transfer.Answer
        do {
            answer = try await fetches.post(
                form, to: metadata.token, accept: "application/json", authorization: authorization)
        } catch { throw OpenIDRefusal.transfer(error) }
        guard answer.status == 200 else {
            throw OpenIDRefusal.provider("it did not exchange the code (\(answer.status))")
        }
        let tokens = try json(answer)
        guard let identity = tokens.text("id_token") else { throw OpenIDRefusal.provider("it gave no identity token") }
        let isBearer = tokens.text("token_type")?.lowercased() == "bearer"
        return (identity, isBearer ? tokens.text("access_token") : nil)
    }

    /// The claims of a token whose key the provider lists; its keys are fetched again once where it is not known.
    private func verified(_ token: SignedToken, _ metadata: ProviderMetadata) async throws(Refusal) -> JSONValue {
        if let key = keys?.key(for: token.header) { return try await token.verified(by: key) }
        let fresh = try ProviderKeys(await document(at: metadata.keys))
        keys = fresh
        guard let key = fresh.key(for: token.header) else {
            throw OpenIDRefusal.token("its key is none of the provider’s")
        }
        return try await token.verified(by: key)
    }

    private func userInfo(
        at address: WebAddress, access: String, about subject: String
    ) async throws(Refusal) -> JSONValue {
        let claims = try await document(at: address, bearer: access)
        guard try IdentityClaims.subject(claims) == subject else {
            throw OpenIDRefusal.token("what the provider says besides is about somebody else")
        }
        return claims
    }

    private func document(at address: WebAddress, bearer: String? = nil) async throws(Refusal) -> JSONValue {
        let answer: Transfer.Answer
        do {
            answer = try await fetches.get(address, accept: "application/json", bearer: bearer)
        } catch { throw OpenIDRefusal.transfer(error) }
        guard answer.status == 200 else {
            throw OpenIDRefusal.provider("it answered with \(answer.status) where a document was expected")
        }
        return try json(answer)
    }

    private func json(_ answer: Transfer.Answer) throws(Refusal) -> JSONValue {
        let type = answer.mediaType.prefix { $0 != ";" }.lowercased().filter { $0 != " " }
        guard type == "application/json" || type.hasPrefix("application/") && type.hasSuffix("+json") else {
            throw OpenIDRefusal.provider("its answer is no JSON")
        }
        do { return try JSONValue(parsing: answer.body, named: "the answer") } catch {
            throw OpenIDRefusal.provider("its answer cannot be read")
        }
    }
}
