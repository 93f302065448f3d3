import CArchive
import Glibc
import Vocabulary

/// A file of data that can be read from a disk a part at a time: large ones are never in memory whole.
package struct UnpackedFile: Sendable {
    /// Without its folders, safe to print: `plcm.csv`.
    package let name: String
    /// The archive that it came out of; nil where it was given as it is.
    package let containerName: String?
    /// The file that was given, where nothing had to be unpacked.
    package let path: String
    /// True for a workbook, an older one too.
    package let isWorkbook: Bool
}

extension FileSource {
    /// Writes the data that is compressed or in an archive out into a folder, each member as a file of its own.
    ///
    /// All of it is unpacked and held against its checks before this returns: where it throws, what lies in the folder is the
    /// caller's to remove.
    /// - Returns: files of data in the archive's order, and the members that are none, each with its reason.
    /// - Throws: a `Refusal` where the file is missing, empty, damaged, cut short, under a password, too large, or holds no
    ///   data.
    package func unpack(into folder: String) throws -> (files: [UnpackedFile], skipped: [SkippedMember]) {
        let source = ByteSource(descriptor: try FileSource.open(path), name: name)
        let first = try source.peek(FileFormat.bytesNeeded)
        guard !first.isEmpty else { throw Refusal.empty(name) }
        var unpacking = Unpacking(folder: folder, containerName: name, limits: limits)
        let format = FileFormat(first: first)
        if format == .zip {
            guard let place = ZipSource(source) else { throw Refusal.cannotRead(name, code: ESPIPE) }
            let zip = try ZipReading(place, name: name)
            if zip.isOfficeFile { return ([asItIs(isWorkbook: true)], []) }
            try zip.forEachEntry { entry, handle in
                try unpacking.take(entry) { writer throws(Refusal) in
                    try handle.write(entry, in: name, to: writer) { nil }
                }
            }
            return try unpacking.finished()
        }
        let stream = try Decompression(source, totalLimit: limits.totalBytes)
        if isTarHeader(try stream.peek(512)) {
            let tar = TarReading(stream)
            while let entry = try tar.next() {
                try unpacking.take(entry) { writer throws(Refusal) in try tar.write(entry, to: writer) }
            }
            return try unpacking.finished()
        }
        guard format.isCompressed else { return ([asItIs(isWorkbook: format == .olderOffice)], []) }
        try unpacking.write(SafeName.withoutCompression(name)) { writer throws(Refusal) in
            while let block = try stream.next() { try writer.write(block) }
        }
        return try unpacking.finished()
    }

    private func asItIs(isWorkbook: Bool) -> UnpackedFile {
        UnpackedFile(name: name, containerName: nil, path: path, isWorkbook: isWorkbook)
    }
}

/// One archive while its members are written out.
private struct Unpacking {
    let folder: String
    let containerName: String
    let limits: FileSource.Limits
    private var files: [UnpackedFile] = []
    private var skipped: [SkippedMember] = []
    private var bytes = 0

    init(folder: String, containerName: String, limits: FileSource.Limits) {
        (self.folder, self.containerName, self.limits) = (folder, containerName, limits)
    }

    mutating func take(_ entry: ArchiveEntry, _ body: (FileWriter) throws(Refusal) -> Void) throws(Refusal) {
        guard !entry.isFolder else { return }
        let reason = entry.isFile ? MemberRule.reasonToSkip(path: entry.path) : "is a link or a device"
        if let reason {
            skipped.append(SkippedMember(name: SafeName.shown(entry.path), reason: reason))
            return
        }
        try write(SafeName.base(of: entry.path) ?? "member \(files.count + 1)", body)
    }

    mutating func write(_ name: String, _ body: (FileWriter) throws(Refusal) -> Void) throws(Refusal) {
        guard files.count < limits.members else {
            throw Refusal(
                .input, code: "archive-too-many", "\(containerName) holds more than \(limits.members) files.",
                remedy: "Split it.")
        }
        // Never by a name out of the archive.
        let path = "\(folder)/unpacked-\(files.count + 1)"
        let writer = try FileWriter(path, shown: name, limit: min(limits.memberBytes, limits.totalBytes - bytes))
        try body(writer)
        try writer.close()
        bytes += writer.count
        let format = FileFormat(first: writer.first)
        files.append(
            UnpackedFile(
                name: name, containerName: containerName, path: path,
                isWorkbook: format == .zip || format == .olderOffice))
    }

    func finished() throws(Refusal) -> (files: [UnpackedFile], skipped: [SkippedMember]) {
        guard !files.isEmpty else {
            let seen = skipped.prefix(3).map { "\($0.name) \($0.reason)" }.joined(separator: "; ")
            throw Refusal(
                .input, code: "no-data", "\(containerName) holds no data files\(seen.isEmpty ? "" : ": \(seen)").",
                remedy: "Data are .csv, .tsv, .txt or .xlsx files.")
        }
        return (files, skipped)
    }
}

/// A file that is written a block at a time, up to a limit.
final class FileWriter {
    private let descriptor: Int32
    private let shown: String
    private let limit: Int
    private var isOpen = true
    private(set) var count = 0
    /// The first bytes that were written: what tells formats apart.
    private(set) var first: [UInt8] = []

    init(_ path: String, shown: String, limit: Int) throws(Refusal) {
        descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .cannotWrite(path, code: errno) }
        (self.shown, self.limit) = (shown, limit)
    }

    deinit { if isOpen { _ = Glibc.close(descriptor) } }

    func write(_ block: UnsafeRawBufferPointer) throws(Refusal) {
        count += block.count
        guard count <= limit else { throw .tooLarge(shown, limit: limit) }
        if first.count < FileFormat.bytesNeeded { first += block.prefix(FileFormat.bytesNeeded - first.count) }
        var done = 0
        while done < block.count {
            let written = Glibc.write(descriptor, block.baseAddress! + done, block.count - done)
            if written >= 0 { done += written } else if errno != EINTR { throw .cannotWrite(shown, code: errno) }
        }
    }

    func close() throws(Refusal) {
        isOpen = false
        guard Glibc.close(descriptor) == 0 else { throw .cannotWrite(shown, code: errno) }
    }
}

extension ArchiveHandle {
    /// Writes the bytes of the entry whose header was read last; nothing is held of them but a block.
    ///
    /// - Parameter name: the archive's.
    func write(
        _ entry: ArchiveEntry, in name: String, to writer: FileWriter, failure: () -> Refusal?
    ) throws(Refusal) {
        if entry.isEncrypted {
            throw Refusal(
                .input, code: "archive-encrypted",
                "\(SafeName.shown(entry.path)) in \(SafeName.shown(name)) is protected by a password.",
                remedy: "Unpack it with the password first.")
        }
        let block = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 16)
        defer { block.deallocate() }
        while true {
            let status = archive_read_data(pointer, block.baseAddress, block.count)
            if let failure = failure() { throw failure }
            guard status >= 0 else { throw .damaged(entry.path, in: name, explanation) }
            if status == 0 { break }
            try writer.write(UnsafeRawBufferPointer(rebasing: block[..<status]))
        }
        if let size = entry.size, size != writer.count {
            throw .damaged(entry.path, in: name, "it has \(writer.count) bytes and not the \(size) stated")
        }
    }
}

extension TarReading {
    func write(_ entry: ArchiveEntry, to writer: FileWriter) throws(Refusal) {
        try handle.write(entry, in: stream.name, to: writer) { stream.failure }
    }
}

extension ZipReading {
    /// Hands over every entry with the handle that stands at its bytes.
    func forEachEntry(_ body: (ArchiveEntry, ArchiveHandle) throws -> Void) throws {
        let handle = ArchiveHandle(zip: source)
        var number = 1
        while let entry = try ZipReading.next(handle, number: number, of: name) {
            try body(entry, handle)
            number += 1
        }
    }
}
