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
}
