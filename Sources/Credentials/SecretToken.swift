import Crypto
package import Vocabulary

/// 32 bytes drawn by chance, by which its bearer is known; what is kept of it is its digest.
package struct SecretToken: Sendable {
    /// 43 characters that may stand in a cookie, an address or a header.
    package let text: String
    /// SHA-256 of the bytes: a token is long enough that nobody finds it from that.
    package let digest: EvidenceID

    /// A new one.
    package init() {
        self.init(Chance.bytes(32))
    }

    /// - Returns: nil where the text is of another form.
    package init?(_ text: some StringProtocol) {
        guard text.utf8.count == 43, let bytes = Base64URL.bytes(text), bytes.count == 32 else { return nil }
        self.init(bytes, text: String(text))
    }

    private init(_ bytes: [UInt8], text: String? = nil) {
        self.text = text ?? Base64URL.text(bytes)
        digest = EvidenceID(bytes: SHA256.hash(data: bytes))
    }
}
