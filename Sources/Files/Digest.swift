import Crypto
package import Vocabulary

/// The SHA-256 digest by which bytes are cited, taken at once or as they pass.
///
/// ```swift
/// var digest = Digest()
/// for block in blocks { digest.update(block) }
/// let evidence = digest.finish()
/// ```
package struct Digest {
    private var hash = SHA256()

    package init() {}

    package mutating func update(_ bytes: some Sequence<UInt8>) {
        let isContiguous: Void? = bytes.withContiguousStorageIfAvailable { buffer in
            hash.update(bufferPointer: UnsafeRawBufferPointer(buffer))
        }
        if isContiguous == nil { update(Array(bytes)) }
    }

    /// The digest of all that has been given so far; more may follow.
    package func finish() -> EvidenceID { EvidenceID(bytes: hash.finalize()) }

    package static func of(_ bytes: some Sequence<UInt8>) -> EvidenceID {
        var digest = Digest()
        digest.update(bytes)
        return digest.finish()
    }

    /// Of the text in UTF-8: what the journal digests is the canonical form of a `JSONValue`.
    package static func of(text: String) -> EvidenceID { of(text.utf8) }
}
