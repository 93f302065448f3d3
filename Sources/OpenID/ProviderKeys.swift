import Credentials
package import Vocabulary

/// The provider's public keys that may have signed a token.
///
/// Only RSA keys and those of the curve P-256 count, and only for signatures; a secret key among them is passed over, so
/// a token can never be held against one.
package struct ProviderKeys: Hashable, Sendable {
    package let keys: [Key]

    package struct Key: Hashable, Sendable {
        package let id: String?
        package let kind: Kind
        /// What the key is for by its own word; nil where it says nothing.
        package let algorithm: SignatureAlgorithm?
        /// The public parts alone, as a JSON Web Key.
        let document: JSONValue
    }

    package enum Kind: String, Hashable, Sendable {
        case rsa = "RSA"
        case curve = "EC"
    }

    /// - Throws: a `Refusal` where the document lists no keys; a key that cannot serve is left out.
    package init(_ document: JSONValue) throws(Refusal) {
        guard case .list(let items) = document["keys"] else {
            throw OpenIDRefusal.provider("its keys cannot be read")
        }
        keys = items.prefix(ProviderKeys.most).compactMap { Key($0) }
    }

    private static let most = 100

    /// The key that a token's header names.
    ///
    /// - Returns: nil where there is none; where the header names none, the only one that fits.
    package func key(for header: TokenHeader) -> Key? {
        let fitting = keys.filter { key in
            key.kind == header.algorithm.kind && (key.algorithm.map { $0 == header.algorithm } ?? true)
        }
        guard let id = header.keyID else { return fitting.count == 1 ? fitting[0] : nil }
        let named = fitting.filter { $0.id == id }
        return named.count == 1 ? named[0] : nil
    }
}

extension ProviderKeys.Key {
    /// - Returns: nil where it is none that may sign.
    init?(_ document: JSONValue) {
        guard let kind = document.text("kty").flatMap(ProviderKeys.Kind.init), document.text("use") ?? "sig" == "sig",
            document.texts("key_ops").map({ $0.contains("verify") }) ?? true
        else { return nil }
        if let named = document.text("alg") {
            guard let algorithm = SignatureAlgorithm(rawValue: named), algorithm.kind == kind else { return nil }
            self.algorithm = algorithm
        } else {
            algorithm = kind == .curve ? .es256 : nil
        }
        let parts: [String]
        switch kind {
        case .rsa: parts = ["n", "e"]
        case .curve:
            guard document.text("crv") == "P-256" else { return nil }
            parts = ["crv", "x", "y"]
        }
        var members = [JSONValue.Member("kty", .text(kind.rawValue))]
        for part in parts {
            guard let text = document.text(part) else { return nil }
            members.append(.init(part, .text(text)))
        }
        self.kind = kind
        id = document.text("kid")
        self.document = .object(members)
    }
}

/// The signatures that are taken; there is none without a key, and none by a shared secret.
package enum SignatureAlgorithm: String, Hashable, Sendable, CaseIterable {
    case rs256 = "RS256"
    case ps256 = "PS256"
    case es256 = "ES256"

    var kind: ProviderKeys.Kind { self == .es256 ? .curve : .rsa }
}

/// What a token says of its own signature.
package struct TokenHeader: Hashable, Sendable {
    package let algorithm: SignatureAlgorithm
    package let keyID: String?
}
