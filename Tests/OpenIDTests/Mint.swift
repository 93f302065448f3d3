import Credentials
import Crypto
import CryptoExtras
import Foundation
import Vocabulary

/// Makes tokens, sound and forged, without the library that reads them.
// swift-format-ignore: NeverUseForceTry
enum Mint {
    static let rsa = try! _RSA.Signing.PrivateKey(keySize: .bits2048)
    static let otherRSA = try! _RSA.Signing.PrivateKey(keySize: .bits2048)
    static let curve = P256.Signing.PrivateKey()

    enum Way: Sendable {
        case rs256, ps256, es256
        case byOther
        /// Signed with nothing.
        case none
        /// By a shared secret.
        case hs256([UInt8])
    }

    static func token(_ claims: JSONValue, header: JSONValue? = nil, _ way: Way = .rs256, id: String? = "k1") -> String
    {
        var members = [JSONValue.Member("alg", .text(name(of: way)))]
        if let id { members.append(.init("kid", .text(id))) }
        let head = Base64URL.text(Array((header ?? .object(members)).canonical.utf8))
        let body = Base64URL.text(Array(claims.canonical.utf8))
        let signature = signature(Data("\(head).\(body)".utf8), way)
        return "\(head).\(body).\(Base64URL.text(signature))"
    }

    private static func name(of way: Way) -> String {
        switch way {
        case .rs256, .byOther: "RS256"
        case .ps256: "PS256"
        case .es256: "ES256"
        case .none: "none"
        case .hs256: "HS256"
        }
    }

    private static func signature(_ bytes: Data, _ way: Way) -> [UInt8] {
        switch way {
        case .rs256: Array(try! rsa.signature(for: bytes, padding: .insecurePKCS1v1_5).rawRepresentation)
        case .byOther: Array(try! otherRSA.signature(for: bytes, padding: .insecurePKCS1v1_5).rawRepresentation)
        case .ps256: Array(try! rsa.signature(for: bytes, padding: .PSS).rawRepresentation)
        case .es256: Array(try! curve.signature(for: bytes).rawRepresentation)
        case .none: []
        case .hs256(let secret):
            Array(HMAC<SHA256>.authenticationCode(for: bytes, using: SymmetricKey(data: secret)))
        }
    }

    static func rsaKey(_ key: _RSA.Signing.PrivateKey = rsa, id: String? = "k1", _ more: [JSONValue.Member] = [])
        -> JSONValue
    {
        let parts = try! key.publicKey.getKeyPrimitives()
        var members: [JSONValue.Member] = [
            .init("kty", "RSA"), .init("n", .text(Base64URL.text(Array(parts.modulus)))),
            .init("e", .text(Base64URL.text(Array(parts.publicExponent)))),
        ]
        if let id { members.append(.init("kid", .text(id))) }
        return .object(members + more)
    }

    static func curveKey(id: String? = "k1") -> JSONValue {
        let point = Array(curve.publicKey.rawRepresentation)
        var members: [JSONValue.Member] = [
            .init("kty", "EC"), .init("crv", "P-256"), .init("x", .text(Base64URL.text(Array(point.prefix(32))))),
            .init("y", .text(Base64URL.text(Array(point.suffix(32))))), .init("use", "sig"),
        ]
        if let id { members.append(.init("kid", .text(id))) }
        return .object(members)
    }

    static func set(_ keys: JSONValue...) -> JSONValue { ["keys": .list(keys)] }
}

extension JSONValue {
    /// The object with a member put in place of the one of that key, or taken out.
    func with(_ key: String, _ value: JSONValue?) -> JSONValue {
        guard case .object(let members) = self else { return self }
        return .object(members.filter { $0.key != key } + (value.map { [.init(key, $0)] } ?? []))
    }
}
