import Digests
package import Files
import Foundation
package import Store
package import Vocabulary

/// The bytes of sources as they were received: unpacked from what the store keeps, and held against their digests.
package enum KeptSource {
    /// - Throws: `Refusal` of kind `wanting`: `bytes-missing`, `bytes-altered`.
    package static func bytes(of digest: EvidenceID, in store: Store) throws -> [UInt8] {
        let (own, container) = try store.read { db -> (KeptBytes?, KeptBytes?) in
            if let own = try KeptBytes.of(digest, db) { return (own, nil) }
            return (nil, try KeptBytes.container(of: digest, db).flatMap { try KeptBytes.of($0, db) })
        }
        if let own { return try unpacked(own) }
        guard let container else { throw missing(digest) }
        var found: [UInt8]?
        try forEachMember(of: container) { member in
            if found == nil, Digest.of(member.bytes) == digest { found = member.bytes }
        }
        guard let found else { throw missing(digest) }
        return found
    }

    /// - Throws: `Refusal` of kind `wanting`, code `bytes-altered`, where they are not what their digest says.
    package static func unpacked(_ kept: KeptBytes) throws(Refusal) -> [UInt8] {
        try Compression.received(kept.bytes, isGzip: kept.isGzip, size: kept.size, as: kept.digest) { Digest.of($0) }
    }

    /// Hands on the members of a kept archive, in its own order.
    package static func forEachMember(of archive: KeptBytes, _ body: (Member) throws -> Void) throws {
        let bytes = try unpacked(archive)
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("remit-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        try WholeFile.write(bytes, to: path)
        try FileSource(path).forEachMember(body)
    }

    package static func missing(_ digest: EvidenceID) -> Refusal {
        Refusal(.wanting, code: "bytes-missing", "The bytes of the source \(digest.short)… are not kept.")
    }
}

extension SourceRecord {
    /// The bytes of a source as they were received, held against its digest.
    package static func bytes(of digest: EvidenceID, in store: Store) throws -> [UInt8] {
        try KeptSource.bytes(of: digest, in: store)
    }
}
