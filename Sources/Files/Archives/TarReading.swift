import CArchive
import Vocabulary

/// What libarchive calls a file and a folder (AE_IFREG and AE_IFDIR, which Swift does not import).
enum EntryKind {
    static let file: UInt32 = 0o100_000
    static let folder: UInt32 = 0o040_000
}

/// One entry of an archive, as its header has it.
struct ArchiveEntry {
    /// As stored, with its folders.
    let path: String
    let isFile: Bool
    let isFolder: Bool
    let isEncrypted: Bool
    /// Nil where the header does not say.
    let size: Int?

    init(_ entry: OpaquePointer, number: Int) {
        path = ArchiveHandle.path(of: entry) ?? "member \(number)"
        let kind = archive_entry_filetype(entry)
        let isLink = archive_entry_hardlink(entry) != nil
        isFile = kind == EntryKind.file && !isLink
        isFolder = kind == EntryKind.folder || path.hasSuffix("/")
        isEncrypted = archive_entry_is_encrypted(entry) != 0
        size = archive_entry_size_is_set(entry) != 0 ? Int(archive_entry_size(entry)) : nil
    }
}

extension ArchiveHandle {
    /// The bytes of the entry whose header was read last.
    ///
    /// - Parameter name: the archive's.
    func bytes(
        of entry: ArchiveEntry, in name: String, limit: Int, failure: () -> Refusal?
    ) throws(Refusal) -> [UInt8] {
        if entry.isEncrypted {
            throw Refusal(
                .input, code: "archive-encrypted",
                "\(SafeName.shown(entry.path)) in \(SafeName.shown(name)) is protected by a password.",
                remedy: "Unpack it with the password first.")
        }
        if let size = entry.size, size > limit { throw .tooLarge(entry.path, limit: limit) }
        // A size is a claim: it is only reserved, never filled, before the bytes are there.
        var capacity = entry.size ?? 64 << 10
        var bytes: [UInt8] = []
        while true {
            var status = 0
            let more = [UInt8](unsafeUninitializedCapacity: max(capacity, 1)) { buffer, filled in
                while filled < buffer.count {
                    status = archive_read_data(pointer, buffer.baseAddress! + filled, buffer.count - filled)
                    guard status > 0 else { return }
                    filled += status
                }
            }
            if let failure = failure() { throw failure }
            guard status >= 0 else { throw .damaged(entry.path, in: name, explanation) }
            if bytes.isEmpty { bytes = more } else { bytes.append(contentsOf: more) }
            guard bytes.count <= limit else { throw .tooLarge(entry.path, limit: limit) }
            if status == 0 { break }
            capacity = 64 << 10
        }
        if let size = entry.size, size != bytes.count {
            throw .damaged(entry.path, in: name, "it has \(bytes.count) bytes and not the \(size) stated")
        }
        return bytes
    }
}

/// A tar archive, entry by entry, from the stream that holds it.
final class TarReading {
    let stream: Decompression
    let handle: ArchiveHandle
    private var number = 0

    init(_ stream: Decompression) {
        self.stream = stream
        self.handle = ArchiveHandle(feed: stream) { archive_read_support_format_tar($0) }
    }

    /// The next entry; nil at the end, once all of the stream has been read and checked.
    func next() throws(Refusal) -> ArchiveEntry? {
        let (entry, status) = handle.nextHeader()
        if let failure = stream.failure { throw failure }
        if status == ARCHIVE_EOF {
            while let rest = stream.nextForCallback(), !rest.isEmpty {}
            if let failure = stream.failure { throw failure }
            // A tar ends in blocks of zeros: one cut between two members lacks them, and nothing else tells.
            guard stream.zerosAtEnd >= 512 else { throw .damaged(stream.name, "the mark of its end is missing") }
            return nil
        }
        guard status >= ARCHIVE_WARN, let entry else { throw .damaged(stream.name, handle.explanation) }
        number += 1
        return ArchiveEntry(entry, number: number)
    }

    func bytes(of entry: ArchiveEntry, limit: Int) throws(Refusal) -> [UInt8] {
        try handle.bytes(of: entry, in: stream.name, limit: limit) { stream.failure }
    }
}
