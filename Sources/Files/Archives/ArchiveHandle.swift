import CArchive
import Glibc
import Vocabulary

/// One libarchive reader, freed when nobody holds it any more.
final class ArchiveHandle {
    let pointer: OpaquePointer
    /// Kept alive for as long as libarchive may call for its bytes.
    private let feed: AnyObject?

    /// Reads from bytes that the handle is given one block at a time.
    init(feed: ByteSource, prepare: (OpaquePointer) -> Void) {
        self.pointer = archive_read_new()
        self.feed = feed
        prepare(pointer)
        archive_read_open(
            pointer, Unmanaged.passUnretained(feed).toOpaque(), nil,
            { _, client, block in
                let source = Unmanaged<ByteSource>.fromOpaque(client!).takeUnretainedValue()
                guard let bytes = source.nextForCallback() else { return -1 }
                block?.pointee = bytes.baseAddress
                return bytes.count
            }, nil)
    }

    init(feed: Decompression, prepare: (OpaquePointer) -> Void) {
        self.pointer = archive_read_new()
        self.feed = feed
        prepare(pointer)
        archive_read_open(
            pointer, Unmanaged.passUnretained(feed).toOpaque(), nil,
            { _, client, block in
                let source = Unmanaged<Decompression>.fromOpaque(client!).takeUnretainedValue()
                guard let bytes = source.nextForCallback() else { return -1 }
                block?.pointee = bytes.baseAddress
                return bytes.count
            }, nil)
    }

    /// Reads a zip, whose list of members stands at its end: it is read out of order.
    init(zip source: ZipSource) {
        self.pointer = archive_read_new()
        self.feed = source
        archive_read_support_format_zip_seekable(pointer)
        source.open(for: pointer)
    }

    deinit { archive_read_free(pointer) }

    /// libarchive's own words for what went wrong; ours where its own are those of the library beneath.
    var explanation: String {
        guard let words = archive_error_string(pointer).map({ SafeName.shown(String(cString: $0)) }) else {
            return "it ends too early"
        }
        return words.contains("library error") ? "it ends too early or is damaged" : words
    }

    /// The next member's header; nil at the end. A status below a warning is for the caller to refuse.
    func nextHeader() -> (entry: OpaquePointer?, status: Int32) {
        var entry: OpaquePointer?
        let status = ArchiveHandle.withUTF8Names { archive_read_next_header(pointer, &entry) }
        return (entry, status)
    }

    /// The member's path as stored, repaired where it is not UTF-8; nil where there is none.
    static func path(of entry: OpaquePointer) -> String? {
        withUTF8Names {
            (archive_entry_pathname(entry) ?? archive_entry_pathname_utf8(entry)).map { String(cString: $0) }
        }
    }

    /// libarchive takes names to be in the locale's characters: for the call, this thread's locale is UTF-8.
    static func withUTF8Names<Answer>(_ body: () -> Answer) -> Answer {
        guard let locale else { return body() }
        let before = uselocale(locale)
        defer { uselocale(before) }
        return body()
    }

    nonisolated(unsafe) private static let locale: locale_t? = newlocale(LC_CTYPE_MASK, "C.UTF-8", nil)
}

/// Where the bytes of a zip are: in memory, or in a file that can be read out of order.
final class ZipSource {
    private let memory: UnsafeMutableRawBufferPointer
    private let count: Int
    private let file: ByteSource?

    init(_ bytes: [UInt8]) {
        memory = .allocate(byteCount: max(1, bytes.count), alignment: 16)
        memory.copyBytes(from: bytes)
        count = bytes.count
        file = nil
    }

    /// - Returns: nil where the file cannot be read out of order: a pipe.
    init?(_ source: ByteSource) {
        guard source.size != nil else { return nil }
        memory = .allocate(byteCount: 1, alignment: 1)
        count = 0
        file = source
    }

    deinit { memory.deallocate() }

    fileprivate func open(for reader: OpaquePointer) {
        if let descriptor = file?.rewind() {
            archive_read_open_fd(reader, descriptor, 256 << 10)
        } else {
            archive_read_open_memory(reader, memory.baseAddress, count)
        }
    }
}
