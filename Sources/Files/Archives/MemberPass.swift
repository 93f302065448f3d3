import Glibc
import Vocabulary

/// One pass over the members of a file or folder: what was handed on, what was skipped, how much in all.
struct MemberPass {
    let limits: FileSource.Limits
    var containerName: String?
    private(set) var handed = 0
    private(set) var skipped: [SkippedMember] = []
    private var bytesSoFar = 0

    init(limits: FileSource.Limits, containerName: String?) {
        self.limits = limits
        self.containerName = containerName
    }

    /// Reads one open file of any format; the descriptor is closed at the end.
    mutating func read(descriptor: Int32, name: String, _ body: (Member) throws -> Void) throws {
        let source = ByteSource(descriptor: descriptor, name: name)
        let first = try source.peek(FileFormat.bytesNeeded)
        guard !first.isEmpty else { throw Refusal.empty(name) }
        // A zip that begins with the end of its list has no members; libarchive takes it for damaged.
        if first.starts(with: [0x50, 0x4B, 0x05, 0x06]) { return }
        if FileFormat(first: first) == .zip {
            return try readZip(source, name: name, body)
        }
        let stream = try Decompression(source, totalLimit: limits.totalBytes)
        let head = try stream.peek(512)
        if isTarHeader(head) { return try readTar(stream, name: name, body) }
        guard !head.isEmpty else { throw Refusal.empty(name) }
        try hand(SafeName.withoutCompression(name), try stream.rest(limit: limits.memberBytes), body)
    }

    /// Reads a folder's own files, by name; its folders are skipped, and so are archives in it.
    mutating func readFolder(at path: String, name: String, _ body: (Member) throws -> Void) throws {
        containerName = name
        for file in try FolderListing.names(in: path) {
            if let reason = MemberRule.reasonToSkip(path: file, isWithinFolder: true) {
                skip(file, reason)
                continue
            }
            let place = "\(path)/\(file)"
            var status = stat()
            guard stat(place, &status) == 0 else { throw Refusal.cannotOpen(file, code: errno) }
            guard status.st_mode & S_IFMT == S_IFREG else {
                skip(file, status.st_mode & S_IFMT == S_IFDIR ? "is a folder" : "is not a file")
                continue
            }
            let stream = try Decompression(
                ByteSource(descriptor: try FileSource.open(place), name: SafeName.shown(file)))
            let head = try stream.peek(512)
            if isTarHeader(head) {
                skip(file, "is an archive inside a folder; name it on its own")
                continue
            }
            try hand(SafeName.withoutCompression(file), try stream.rest(limit: limits.memberBytes), body)
        }
    }

    private mutating func readTar(_ stream: Decompression, name: String, _ body: (Member) throws -> Void) throws {
        containerName = name
        let tar = TarReading(stream)
        while let entry = try tar.next() {
            guard entry.isFile else {
                if !entry.isFolder { skip(entry.path, "is a link or a device") }
                continue
            }
            if let reason = MemberRule.reasonToSkip(path: entry.path) {
                skip(entry.path, reason)
                continue
            }
            try hand(entry.path, try tar.bytes(of: entry, limit: limits.memberBytes), body)
        }
    }

    /// A file on a disk is read from it; a pipe is held whole, for a zip's list of members stands at its end.
    private mutating func readZip(_ source: ByteSource, name: String, _ body: (Member) throws -> Void) throws {
        let held = source.size == nil ? try source.rest(limit: limits.memberBytes) : nil
        let place = if let held { ZipSource(held) } else { ZipSource(source) }
        guard let place else { throw Refusal.cannotRead(name, code: ESPIPE) }
        let zip = try ZipReading(place, name: name)
        if zip.isOfficeFile {
            _ = source.rewind()
            return try hand(name, try held ?? source.rest(limit: limits.memberBytes), body)
        }
        containerName = name
        try zip.forEachEntry { (entry, bytes: (Int) throws -> [UInt8]) in
            if let reason = MemberRule.reasonToSkip(path: entry.path) {
                if !entry.isFolder { skip(entry.path, reason) }
            } else if entry.isFile {
                try hand(entry.path, try bytes(limits.memberBytes), body)
            }
        }
    }

    private mutating func hand(_ path: String, _ bytes: [UInt8], _ body: (Member) throws -> Void) throws {
        handed += 1
        bytesSoFar += bytes.count
        try checkTotals()
        let name = SafeName.base(of: path) ?? "member \(handed)"
        try body(Member(name: name, containerName: containerName, bytes: bytes))
    }

    private mutating func skip(_ path: String, _ reason: String) {
        skipped.append(SkippedMember(name: SafeName.shown(path), reason: reason))
    }

    private func checkTotals() throws(Refusal) {
        guard bytesSoFar <= limits.totalBytes else {
            throw .tooLarge(containerName ?? "The file", limit: limits.totalBytes)
        }
        guard handed <= limits.members else {
            throw Refusal(
                .input, code: "archive-too-many",
                "\(containerName ?? "The file") holds more than \(limits.members) files.", remedy: "Split it.")
        }
    }

    /// The refusal of an archive or folder without data, which says what it does hold.
    func nothingFound(in name: String) -> Refusal {
        let seen = skipped.prefix(3).map { "\($0.name) \($0.reason)" }.joined(separator: "; ")
        let more = skipped.count > 3 ? "; and \(skipped.count - 3) more" : ""
        return Refusal(
            .input, code: "no-data",
            "\(SafeName.shown(name)) holds no data files\(seen.isEmpty ? "" : ": \(seen)\(more)").",
            remedy: "Data are .csv, .tsv, .txt or .xlsx files.")
    }
}

/// What a folder holds.
enum FolderListing {
    /// The names in it but `.` and `..`, in the order of their bytes.
    static func names(in path: String) throws(Refusal) -> [String] {
        guard let folder = opendir(path) else { throw .cannotOpen(path, code: errno) }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
}
