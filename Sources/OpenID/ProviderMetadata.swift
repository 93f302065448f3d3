package import Transfer
package import Vocabulary

/// What a provider says of itself: where to go, and how its tokens are signed.
///
/// Reference: OpenID Connect Discovery 1.0, section 3; RFC 8414; RFC 9207 for `tellsIssuer`.
package struct ProviderMetadata: Hashable, Sendable {
    /// How this client tells its secret.
    package enum ClientAuthentication: String, Hashable, Sendable {
        case basic = "client_secret_basic"
        case post = "client_secret_post"
    }

    package let authorization: WebAddress
    package let token: WebAddress
    package let keys: WebAddress
    package let userInfo: WebAddress?
    package let clientAuthentication: ClientAuthentication
    /// True where each answer must name the issuer, so that answers of different providers cannot be mixed up.
    package let tellsIssuer: Bool

    /// Where the provider of this name says it.
    package static func address(of issuer: WebAddress) -> WebAddress? {
        let base = issuer.description.hasSuffix("/") ? String(issuer.description.dropLast()) : issuer.description
        return WebAddress(base + "/.well-known/openid-configuration")
    }

    /// - Throws: a `Refusal` where the document is another issuer's, an address is missing or neither https nor on
    ///   this machine, or the provider does without what this client needs (code flow, S256, a way to tell the secret).
    package init(_ document: JSONValue, of issuer: WebAddress) throws(Refusal) {
        guard document["issuer"] == .text(issuer.description) else {
            throw OpenIDRefusal.provider("its description is of another issuer")
        }
        func address(_ key: String) throws(Refusal) -> WebAddress? {
            guard let value = document[key], value != .null else { return nil }
            // A provider reached by https leads to nothing less.
            guard case .text(let text) = value, let address = WebAddress(text), address.isSecure || !issuer.isSecure
            else { throw OpenIDRefusal.provider("its description has no usable address at \(key)") }
            return address
        }
        guard let authorization = try address("authorization_endpoint"), let token = try address("token_endpoint"),
            let keys = try address("jwks_uri")
        else { throw OpenIDRefusal.provider("its description lacks an address that is needed") }
        (self.authorization, self.token, self.keys) = (authorization, token, keys)
        userInfo = try address("userinfo_endpoint")
        if let flows = document.texts("response_types_supported"), !flows.contains("code") {
            throw OpenIDRefusal.provider("it does without the authorization-code flow")
        }
        if let methods = document.texts("code_challenge_methods_supported"), !methods.contains("S256") {
            throw OpenIDRefusal.provider("it does without code challenges of method S256")
        }
        let ways = document.texts("token_endpoint_auth_methods_supported")
        if ways?.contains(ClientAuthentication.basic.rawValue) ?? true {
            clientAuthentication = .basic
        } else if ways?.contains(ClientAuthentication.post.rawValue) ?? false {
            clientAuthentication = .post
        } else if ways?.contains("none") ?? false {
            clientAuthentication = .post
        } else {
            throw OpenIDRefusal.provider("it takes no client secret")
        }
        tellsIssuer = document["authorization_response_iss_parameter_supported"] == .flag(true)
    }
}

extension JSONValue {
    /// The texts of a list; nil where there is none at the key.
    func texts(_ key: String) -> [String]? {
        guard case .list(let items) = self[key] else { return nil }
        return items.compactMap { if case .text(let text) = $0 { text } else { nil } }
    }

    func text(_ key: String) -> String? {
        guard case .text(let text) = self[key] else { return nil }
        return text
    }
}
