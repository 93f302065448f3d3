import Credentials
import JWTKit
package import Vocabulary

/// A token in its three parts (RFC 7515), its signature not looked at.
package struct SignedToken: Hashable, Sendable {
    package let text: String
    package let header: TokenHeader
    /// To be believed only after `verified`.
    private let claims: JSONValue

    static let longest = 65_536

    /// - Throws: a `Refusal` where it is no token, is signed in a way that is not taken (`none` and shared secrets among
    ///   them), or asks for extensions that must be understood.
    package init(_ text: String) throws(Refusal) {
        guard text.utf8.count <= SignedToken.longest else { throw OpenIDRefusal.token("it is too long") }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, !parts[2].isEmpty, let header = Base64URL.bytes(parts[0]),
            let claims = Base64URL.bytes(parts[1]), Base64URL.bytes(parts[2]) != nil
        else { throw OpenIDRefusal.token("it is no signed token") }
        let fields: JSONValue
        do {
            fields = try JSONValue(parsing: header, named: "the header")
            self.claims = try JSONValue(parsing: claims, named: "the claims")
        } catch {
            throw OpenIDRefusal.token("it cannot be read")
        }
        guard let algorithm = fields.text("alg").flatMap(SignatureAlgorithm.init(rawValue:)) else {
            throw OpenIDRefusal.token("it is signed in a way that is not taken here")
        }
        guard fields["crit"] == nil, fields["b64"] == nil else {
            throw OpenIDRefusal.token("it asks for what is not understood here")
        }
        let keyID: String?
        switch fields["kid"] {
        case nil: keyID = nil
        case .text(let id): keyID = id
        default: throw OpenIDRefusal.token("it cannot be read")
        }
        self.header = TokenHeader(algorithm: algorithm, keyID: keyID)
        self.text = text
    }

    /// The claims, once the signature has been found to be the key's.
    ///
    /// The algorithm is the header's only where the key is of its kind: an RSA key never checks a shared secret.
    ///
    /// - Throws: a `Refusal` where it is not, or the key is none.
    package func verified(by key: ProviderKeys.Key) async throws(Refusal) -> JSONValue {
        guard key.kind == header.algorithm.kind, key.algorithm.map({ $0 == header.algorithm }) ?? true else {
            throw OpenIDRefusal.token("it is signed in another way than the provider’s key is for")
        }
        do {
            // One key under one name: the library has nothing to choose from.
            var document = key.document
            if case .object(var members) = document {
                members.append(.init("alg", .text(header.algorithm.rawValue)))
                members.append(.init("kid", .text(header.keyID ?? SignedToken.onlyKey)))
                document = .object(members)
            }
            let keys = JWTKeyCollection()
            try await keys.add(jwk: JWK(json: document.canonical))
            _ = try await keys.verify(text, as: AnyClaims.self)
        } catch {
            throw OpenIDRefusal.token("its signature is not the provider’s")
        }
        return claims
    }

    private static let onlyKey = "only"

    /// The library checks the signature; the claims are checked here, one by one.
    private struct AnyClaims: JWTPayload {
        func verify(using algorithm: some JWTAlgorithm) async throws {}
    }
}
