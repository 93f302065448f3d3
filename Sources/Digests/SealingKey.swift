import Crypto
import Foundation

/// A pair of keys: what anybody seals to the public one, only the private one opens.
///
/// HPKE in base mode with X25519, HKDF-SHA256 and ChaCha20-Poly1305 (RFC 9180). Sealing the same bytes twice gives two
/// boxes that show no likeness; a box is 48 bytes longer than what it holds.
package struct SealingKey: Sendable {
    /// 32 bytes; whoever has them opens every box.
    package let privateBytes: [UInt8]
    /// 32 bytes.
    package let publicBytes: [UInt8]

    /// A new pair, drawn by chance.
    package init() {
        self.init(Curve25519.KeyAgreement.PrivateKey())
    }

    /// - Returns: nil where these are not the 32 bytes of a private key.
    package init?(privateBytes: [UInt8]) {
        guard privateBytes.count == 32,
            let key = try? Curve25519.KeyAgreement.PrivateKey(rawRepresentation: privateBytes)
        else { return nil }
        self.init(key)
    }

    private init(_ key: Curve25519.KeyAgreement.PrivateKey) {
        privateBytes = Array(key.rawRepresentation)
        publicBytes = Array(key.publicKey.rawRepresentation)
    }

    private static let suite = HPKE.Ciphersuite.Curve25519_SHA256_ChachaPoly
    private static let encapsulatedSize = 32

    /// Seals bytes so that only the holder of the private key can open them.
    ///
    /// - Parameters:
    ///   - publicBytes: the public key of whoever is to open it.
    ///   - purpose: what it is for; a box opens for the same purpose only, so it cannot be moved elsewhere.
    /// - Throws: where the key is none.
    package static func seal(_ bytes: [UInt8], to publicBytes: [UInt8], for purpose: String) throws -> [UInt8] {
        let key = try Curve25519.KeyAgreement.PublicKey(rawRepresentation: publicBytes)
        var sender = try HPKE.Sender(recipientKey: key, ciphersuite: suite, info: Data(purpose.utf8))
        let sealed = try sender.seal(bytes)
        return Array(sender.encapsulatedKey) + Array(sealed)
    }

    /// What was sealed; nil where the box was made for another key or purpose, or has been changed.
    package func opened(_ box: [UInt8], for purpose: String) -> [UInt8]? {
        guard box.count > SealingKey.encapsulatedSize,
            let key = try? Curve25519.KeyAgreement.PrivateKey(rawRepresentation: privateBytes),
            var recipient = try? HPKE.Recipient(
                privateKey: key, ciphersuite: SealingKey.suite, info: Data(purpose.utf8),
                encapsulatedKey: Data(box.prefix(SealingKey.encapsulatedSize))),
            let bytes = try? recipient.open(box.dropFirst(SealingKey.encapsulatedSize))
        else { return nil }
        return Array(bytes)
    }
}
