import CArchive
import Vocabulary

/// What a compressed stream holds, a block at a time; a plain stream passes as it is.
///
/// The checks that xz, bzip2 and zstd carry are libarchive's to make; gzip's length and CRC-32 are made here.
/// Several gzip streams one after another are read as one, and only their form is checked.
final class Decompression {
    let name: String
    private let source: ByteSource
    private let format: FileFormat
    private let handle: ArchiveHandle?
    private var head: [UInt8] = []
    private var passed = CyclicCheck()
    private(set) var failure: Refusal?
    private var hasEnded = false
    private let totalLimit: Int
    private var total = 0
    /// How many bytes of zero the stream has ended with so far.
    private(set) var zerosAtEnd = 0
    /// The head that was given out last, kept in place until the next call.
    private var shown: UnsafeMutableRawBufferPointer?

    /// - Parameter totalLimit: how many bytes may come out, read or skipped.
    init(_ source: ByteSource, totalLimit: Int = .max) throws(Refusal) {
        self.name = source.name
        self.totalLimit = totalLimit
        self.source = source
        self.format = FileFormat(first: try source.peek(FileFormat.bytesNeeded))
        guard format.isCompressed else {
            self.handle = nil
            return
        }
        let handle = ArchiveHandle(feed: source) { pointer in
            archive_read_support_filter_gzip(pointer)
            archive_read_support_filter_xz(pointer)
            archive_read_support_filter_bzip2(pointer)
            archive_read_support_filter_zstd(pointer)
            archive_read_support_format_raw(pointer)
            archive_read_support_format_empty(pointer)
        }
        self.handle = handle
        let status = handle.nextHeader().status
        if let failure = source.failure { throw failure }
        // Too short a head is no head to libarchive, which would then pass the compressed bytes as they are.
        guard status >= ARCHIVE_WARN, archive_filter_count(handle.pointer) > 1 else {
            throw .damaged(name, status >= ARCHIVE_WARN ? "its head is incomplete" : handle.explanation)
        }
        if status == ARCHIVE_EOF {
            hasEnded = true
            try checkTrailer()
        }
    }

    deinit { shown?.deallocate() }

    /// The first bytes, as many as asked for or as there are; they are still to come from `next`.
    func peek(_ count: Int) throws(Refusal) -> [UInt8] {
        while head.count < count, let block = try read() { head.append(contentsOf: block) }
        return Array(head.prefix(count))
    }

    /// The next bytes, valid until the next call; nil at the end.
    func next() throws(Refusal) -> UnsafeRawBufferPointer? {
        shown?.deallocate()
        shown = nil
        guard !head.isEmpty else { return try read() }
        let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: head.count, alignment: 16)
        copy.copyBytes(from: head)
        head = []
        shown = copy
        return UnsafeRawBufferPointer(copy)
    }

    /// `next` for a callback of C: nothing at the end, nil after a failure, which is kept.
    func nextForCallback() -> UnsafeRawBufferPointer? {
        do throws(Refusal) {
            guard let bytes = try next() else { return UnsafeRawBufferPointer(start: nil, count: 0) }
            total += bytes.count
            guard total <= totalLimit else { throw .tooLarge(name, limit: totalLimit) }
            let zeros = bytes.reversed().prefix { $0 == 0 }.count
            zerosAtEnd = zeros == bytes.count ? zerosAtEnd + zeros : zeros
            return bytes
        } catch {
            failure = error
            return nil
        }
    }

    /// All that is left.
    func rest(limit: Int) throws(Refusal) -> [UInt8] {
        var bytes: [UInt8] = []
        if handle == nil { bytes.reserveCapacity(min(source.size ?? 0, limit)) }
        while let block = try next() {
            guard bytes.count + block.count <= limit else { throw .tooLarge(name, limit: limit) }
            bytes.append(contentsOf: block)
        }
        return bytes
    }

    private func read() throws(Refusal) -> UnsafeRawBufferPointer? {
        guard !hasEnded else { return nil }
        guard let handle else { return try source.next() }
        var start: UnsafeRawPointer?
        var count = 0
        var offset: la_int64_t = 0
        let status = archive_read_data_block(handle.pointer, &start, &count, &offset)
        if let failure = source.failure { throw failure }
        switch status {
        case ARCHIVE_OK:
            let block = UnsafeRawBufferPointer(start: start, count: count)
            if format == .gzip { passed.update(block) }
            return block
        case ARCHIVE_EOF:
            hasEnded = true
            try checkTrailer()
            return nil
        default: throw .damaged(name, handle.explanation)
        }
    }

    private func checkTrailer() throws(Refusal) {
        guard format == .gzip else { return }
        while try source.next() != nil {}
        let trailer = source.last
        func number(_ from: Int) -> UInt32 { (0..<4).reduce(0) { $0 | UInt32(trailer[from + $1]) << (8 * UInt32($1)) } }
        guard trailer.count == 8 else { throw .damaged(name, "its end is missing") }
        guard number(4) == UInt32(truncatingIfNeeded: passed.count) else {
            if source.mayBeConcatenated { return }
            throw .damaged(name, "its length is not the one it states")
        }
        guard number(0) == passed.value else { throw .damaged(name, "its bytes do not match their checksum") }
    }
}
