import Crypto
package import Vocabulary

/// A code that takes the place of a one-time code once: 80 bits, written `7kqa-x2mf-pw3d-h6tz`.
package struct RecoveryCode: Sendable {
    /// How many are made at a time.
    package static let count = 10

    package let text: String
    package let digest: EvidenceID

    /// A new one.
    package init() {
        self.init(Chance.bytes(10))
    }

    /// In either case, with or without hyphens and spaces.
    ///
    /// - Returns: nil where the text is of another form.
    package init?(_ text: some StringProtocol) {
        guard text.utf8.count <= 40, let bytes = Base32.bytes(text), bytes.count == 10 else { return nil }
        self.init(bytes)
    }

    private init(_ bytes: [UInt8]) {
        let letters = Array(Base32.text(bytes).lowercased())
        text = stride(from: 0, to: letters.count, by: 4).map { String(letters[$0..<($0 + 4)]) }
            .joined(separator: "-")
        digest = EvidenceID(bytes: SHA256.hash(data: bytes))
    }
}
