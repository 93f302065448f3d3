import CArchive
import Vocabulary

/// A zip, read by its list of members, with the checksum of every member that is read.
struct ZipReading {
    let name: String
    let source: ZipSource
    /// In the archive's order, files and folders.
    let paths: [String]

    /// - Throws: where the list of members is missing (the file is cut short) or unreadable.
    init(_ source: ZipSource, name: String) throws(Refusal) {
        self.name = name
        self.source = source
        let handle = ArchiveHandle(zip: source)
        var paths: [String] = []
        while let entry = try ZipReading.next(handle, number: paths.count + 1, of: name) { paths.append(entry.path) }
        self.paths = paths
    }

    /// True for the zip that a workbook or a document is.
    var isOfficeFile: Bool { paths.contains("[Content_Types].xml") }

    /// Hands over every entry with the means to read its bytes up to a limit.
    func forEachEntry(_ body: (ArchiveEntry, (Int) throws -> [UInt8]) throws -> Void) throws {
        let handle = ArchiveHandle(zip: source)
        var number = 1
        while let entry = try ZipReading.next(handle, number: number, of: name) {
            try body(entry) { limit in try handle.bytes(of: entry, in: name, limit: limit) { nil } }
            number += 1
        }
    }

    /// The bytes of one member; nil where there is none of that path.
    func bytes(of path: String, limit: Int) throws(Refusal) -> [UInt8]? {
        let handle = ArchiveHandle(zip: source)
        var number = 1
        while let entry = try ZipReading.next(handle, number: number, of: name) {
            if entry.path == path, entry.isFile {
                return try handle.bytes(of: entry, in: name, limit: limit) { nil }
            }
            number += 1
        }
        return nil
    }

    static func next(
        _ handle: ArchiveHandle, number: Int, of name: String
    ) throws(Refusal) -> ArchiveEntry? {
        let (entry, status) = handle.nextHeader()
        if status == ARCHIVE_EOF { return nil }
        guard status >= ARCHIVE_WARN, let entry else {
            // Without the list at the end, libarchive can only say that it knows no such format.
            let isCutShort = number == 1
            throw .damaged(name, isCutShort ? "its list of members cannot be read" : handle.explanation)
        }
        return ArchiveEntry(entry, number: number)
    }
}
