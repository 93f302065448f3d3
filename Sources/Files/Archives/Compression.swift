import CArchive
package import Vocabulary

/// Bytes made smaller with gzip, and back: how sources are kept.
package enum Compression {
    /// Equal bytes give equal answers on one machine: no name and no time go in.
    package static func gzip(_ bytes: [UInt8]) -> [UInt8] {
        let writer = ArchiveWriter { pointer in
            archive_write_set_format_raw(pointer)
            archive_write_add_filter_gzip(pointer)
            archive_write_set_filter_option(pointer, "gzip", "timestamp", nil)
        }
        writer.add(path: "data", bytes)
        return writer.finish()
    }

    /// - Throws: where the bytes are not gzip's, are damaged or cut short, or hold more than `limit`.
    package static func gunzip(
        _ bytes: [UInt8], name: String = "The compressed file", limit: Int = 512 << 20
    ) throws(Refusal) -> [UInt8] {
        guard FileFormat(first: bytes.prefix(FileFormat.bytesNeeded)) == .gzip else {
            throw .damaged(name, "it is not a gzip file")
        }
        return try Decompression(ByteSource(bytes: bytes, name: name)).rest(limit: limit)
    }

    /// The bytes of a source as they were received, from what is kept of it.
    ///
    /// - Parameter digested: the digest of bytes, held against `digest`.
    /// - Throws: `Refusal` of kind `wanting`, code `bytes-altered`, where they are not what the digest says.
    package static func received(
        _ kept: [UInt8], isGzip: Bool, size: Int, as digest: EvidenceID, digested: ([UInt8]) -> EvidenceID
    ) throws(Refusal) -> [UInt8] {
        let altered = Refusal(
            .wanting, code: "bytes-altered",
            "The bytes kept under \(digest.short)… are not those that were received: their digest is another.")
        let bytes: [UInt8]
        if isGzip {
            do { bytes = try gunzip(kept, limit: max(size, 1)) } catch { throw altered }
        } else {
            bytes = kept
        }
        guard bytes.count == size, digested(bytes) == digest else { throw altered }
        return bytes
    }
}
