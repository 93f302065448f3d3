import Crypto
import Foundation
package import Vocabulary

/// SHA-256, by which everything here is cited.
package enum Digest {
    package static func of(_ bytes: [UInt8]) -> EvidenceID {
        EvidenceID(bytes: SHA256.hash(data: bytes))
    }

    /// Of the text's UTF-8.
    package static func of(_ text: String) -> EvidenceID { of(Array(text.utf8)) }

    /// Of a document's canonical form: equal documents have one digest.
    package static func of(_ document: JSONValue) -> EvidenceID { of(document.canonical) }

    /// As a page names a file that it takes in: `sha256-` and base 64.
    /// - Reference: W3C, Subresource Integrity.
    package static func integrity(of bytes: [UInt8]) -> String {
        "sha256-" + Data(SHA256.hash(data: bytes)).base64EncodedString()
    }
}

extension Digest {
    /// Of a file of any size, read in parts; and its size.
    ///
    /// - Throws: `Refusal` of kind `input`, code `unreadable`.
    package static func ofFile(at path: String) throws(Refusal) -> (digest: EvidenceID, size: Int) {
        guard let file = FileHandle(forReadingAtPath: path) else {
            throw Refusal(.input, code: "unreadable", "\(path) is not there or may not be read.")
        }
        var hash = SHA256()
        var size = 0
        do {
            while let part = try file.read(upToCount: 4 << 20), !part.isEmpty {
                hash.update(data: part)
                size += part.count
            }
        } catch {
            throw Refusal(.input, code: "unreadable", "\(path) could not be read to its end: \(error).")
        }
        return (EvidenceID(bytes: hash.finalize()), size)
    }
}

/// SHA-256 of bytes that come one after another; for one thread at a time.
package final class RunningDigest {
    private var hash = SHA256()

    package init() {}

    package func take(_ bytes: ArraySlice<UInt8>) { hash.update(data: bytes) }

    /// Of all that was taken.
    package func finished() -> EvidenceID { EvidenceID(bytes: hash.finalize()) }
}
