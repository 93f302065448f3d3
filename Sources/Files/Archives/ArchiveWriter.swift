import CArchive

/// One libarchive writer into memory; what can fail there is a fault of ours, or memory that has run out.
final class ArchiveWriter {
    private let pointer: OpaquePointer
    private let written = Written()

    private final class Written {
        var bytes: [UInt8] = []
    }

    init(prepare: (OpaquePointer) -> Void) {
        pointer = archive_write_new()
        // The characters of names are settled here, once for the archive.
        ArchiveHandle.withUTF8Names { prepare(pointer) }
        // No padding to a tape's blocks behind the last byte.
        archive_write_set_bytes_in_last_block(pointer, 1)
        let status = archive_write_open(
            pointer, Unmanaged.passUnretained(written).toOpaque(), nil,
            { _, client, block, count in
                let written = Unmanaged<Written>.fromOpaque(client!).takeUnretainedValue()
                written.bytes.append(contentsOf: UnsafeRawBufferPointer(start: block, count: count))
                return count
            }, nil)
        check(status)
    }

    deinit { archive_write_free(pointer) }

    /// Adds a regular file without a time.
    func add(path: String, _ bytes: [UInt8]) {
        precondition(!path.isEmpty, "a member has a path")
        let entry = archive_entry_new()
        defer { archive_entry_free(entry) }
        archive_entry_set_pathname_utf8(entry, path)
        archive_entry_set_size(entry, la_int64_t(bytes.count))
        archive_entry_set_filetype(entry, EntryKind.file)
        archive_entry_set_perm(entry, 0o644)
        check(ArchiveHandle.withUTF8Names { archive_write_header(pointer, entry) })
        bytes.withUnsafeBytes { buffer in
            var done = 0
            while done < buffer.count {
                let count = archive_write_data(pointer, buffer.baseAddress! + done, buffer.count - done)
                precondition(count > 0, "writing to memory failed: \(explanation)")
                done += count
            }
        }
        check(archive_write_finish_entry(pointer))
    }

    func finish() -> [UInt8] {
        check(archive_write_close(pointer))
        return written.bytes
    }

    private func check(_ status: Int32) {
        precondition(status >= ARCHIVE_WARN, "writing an archive to memory failed: \(explanation)")
    }

    private var explanation: String { archive_error_string(pointer).map { String(cString: $0) } ?? "unknown" }
}
