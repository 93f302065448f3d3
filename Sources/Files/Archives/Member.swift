/// One file of data: on its own, or out of an archive or a folder.
package struct Member: Sendable {
    /// Without its folders, safe to print: `uda_contractor_202312.csv`.
    package let name: String
    /// The archive or folder it came from; nil where it was named on its own.
    package let containerName: String?
    package let bytes: [UInt8]

    package init(name: String, containerName: String?, bytes: [UInt8]) {
        self.name = name
        self.containerName = containerName
        self.bytes = bytes
    }

    /// True for an Excel workbook, by its first bytes: for `Workbook.read`.
    package var isWorkbook: Bool { FileFormat(first: bytes.prefix(FileFormat.bytesNeeded)) == .zip }
}

/// A file in an archive or a folder that was not read, and why.
package struct SkippedMember: Hashable, Sendable {
    package let name: String
    /// To follow the name in a sentence: `is not data (.pdf)`.
    package let reason: String
}

/// Which members are data: the rule of names within archives and folders.
enum MemberRule {
    private static let dataEndings: Set<String> = ["csv", "tsv", "txt", "xlsx"]
    private static let aboutEndings = ["readme", "licence", "license"]

    /// - Parameter path: as stored, with its folders.
    /// - Returns: nil where the member is data.
    static func reasonToSkip(path: String, isWithinFolder: Bool = false) -> String? {
        let parts = path.split(whereSeparator: { $0 == "/" || $0 == "\\" })
        guard let last = parts.last, let name = SafeName.base(of: path) else { return "has no name" }
        if parts.contains("__MACOSX") || parts.contains(where: { $0.hasPrefix(".") && $0 != "." && $0 != ".." }) {
            return "is hidden"
        }
        if aboutEndings.contains(where: { last.lowercased().hasPrefix($0) }) { return "is about the data" }
        let ending = SafeName.ending(of: isWithinFolder ? SafeName.withoutCompression(name) : name)
        if dataEndings.contains(ending) { return nil }
        if ["zip", "tar", "gz", "xz", "tgz", "txz", "7z", "bz2", "zst"].contains(ending) {
            return "is an archive inside another; name it on its own"
        }
        return ending.isEmpty ? "is not known to be data (no ending)" : "is not data (.\(ending))"
    }
}
