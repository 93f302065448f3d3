import CArchive

/// A zip written as one value: all the letters of a run, or the parts of a document.
package enum ZipFile {
    /// - Parameter members: paths with forward slashes, and bytes; in this order in the archive.
    /// - Returns: the same bytes for the same members: no times go in.
    /// - Precondition: every path is different and not empty.
    package static func bytes(members: [(path: String, bytes: [UInt8])]) -> [UInt8] {
        precondition(Set(members.map(\.path)).count == members.count, "a zip holds a path once")
        let writer = ArchiveWriter { pointer in
            archive_write_set_format_zip(pointer)
            archive_write_set_format_option(pointer, "zip", "hdrcharset", "UTF-8")
        }
        for member in members { writer.add(path: member.path, member.bytes) }
        return writer.finish()
    }
}
