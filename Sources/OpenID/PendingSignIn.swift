import Credentials
import Digests
package import Vocabulary
import Transfer

/// A sign-in that was begun and has not come back: what must be the same when it does.
package struct PendingSignIn: Hashable, Sendable {
    /// Comes back with the answer.
    package let state: String
    /// Comes back within the token.
    package let nonce: String
    /// Shown when the code is exchanged: who has only the code has nothing (RFC 7636).
    package let verifier: String
    /// The digest of what the browser's cookie holds: an answer in another browser is none.
    package let browser: EvidenceID
    package let startedAt: Moment
    /// Where the person wanted to go.
    package let then: String?

    /// A new one, all of it drawn by chance.
    package init(browser: EvidenceID, then: String? = nil, at moment: Moment) {
        self.init(
            state: SecretToken().text, nonce: SecretToken().text, verifier: SecretToken().text, browser: browser,
            then: then, at: moment)
    }

    init(state: String, nonce: String, verifier: String, browser: EvidenceID, then: String?, at moment: Moment) {
        (self.state, self.nonce, self.verifier) = (state, nonce, verifier)
        (self.browser, self.then, startedAt) = (browser, then, moment)
    }

    /// How long a person may take at the provider, in seconds.
    static let lifetime = 600

    func isOver(at moment: Moment) -> Bool {
        moment.secondsSince1970 - startedAt.secondsSince1970 >= PendingSignIn.lifetime || moment < startedAt
    }

    /// RFC 7636, section 4.2: the base64url of the verifier's SHA-256.
    package var challenge: String { Base64URL.text(Digest.of(verifier).bytes) }

    /// Where the browser is sent.
    package func address(_ metadata: ProviderMetadata, _ settings: OpenIDSettings) -> String {
        var query: [(name: String, value: String)] = [
            ("response_type", "code"), ("client_id", settings.clientID),
            ("redirect_uri", settings.redirect.description), ("scope", settings.scopes.joined(separator: " ")),
            ("state", state), ("nonce", nonce), ("code_challenge", challenge), ("code_challenge_method", "S256"),
        ]
        if !settings.strengths.isEmpty { query.append(("acr_values", settings.strengths.joined(separator: " "))) }
        return metadata.authorization.adding(query: query)
    }

    /// The code that came back.
    ///
    /// - Throws: a `Refusal` where a field stands twice, the issuer is another or missing though promised, or the
    ///   provider let nobody in. That the state is this one's has been seen to before.
    func code(
        in query: [(name: String, value: String)], _ metadata: ProviderMetadata, of issuer: WebAddress
    ) throws(Refusal) -> String {
        func value(_ name: String) throws(Refusal) -> String? {
            let values = query.filter { $0.name == name }
            guard values.count <= 1 else { throw OpenIDRefusal.answer("its answer says “\(name)” twice") }
            return values.first?.value
        }
        let told = try value("iss")
        guard told == nil ? !metadata.tellsIssuer : told == issuer.description else {
            throw OpenIDRefusal.answer("the answer is of another issuer")
        }
        if let error = try value("error") {
            throw OpenIDRefusal.answer(PendingSignIn.words[error] ?? "it gave a reason that is not known here")
        }
        guard let code = try value("code"), !code.isEmpty, code.utf8.count <= 4_000 else {
            throw OpenIDRefusal.answer("its answer holds no code")
        }
        return code
    }

    /// RFC 6749, section 4.1.2.1, and OpenID Connect Core, section 3.1.2.6.
    private static let words = [
        "access_denied": "you or the provider said no", "login_required": "you are not signed in there",
        "consent_required": "it wants your consent first", "interaction_required": "it wants to ask you something",
        "invalid_scope": "it does not know what was asked for", "server_error": "it has a fault of its own",
        "temporarily_unavailable": "it is busy", "unauthorized_client": "it does not know this installation",
        "invalid_request": "it did not understand the question",
        "account_selection_required": "choose an account there",
    ]
}

extension EvidenceID {
    /// The 32 bytes.
    var bytes: [UInt8] {
        let digits = Array(description.utf8).map { $0 > 57 ? $0 - 87 : $0 - 48 }
        return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    }
}
