import Files
import Foundation
import Vocabulary

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// What stands in a folder that is said to be a published record; nothing in it is trusted.
struct PublishedFolder {
    /// In the order of their paths.
    let entries: [Entry]
    /// True where there is so much in it that the rest was not looked at.
    private(set) var isCutShort = false
    private let root: String

    struct Entry: Hashable {
        let path: String
        let kind: Kind
    }

    enum Kind: Hashable {
        case file(size: Int)
        case folder
        /// A symbolic link; it is never followed.
        case link
        /// A pipe, a socket, a device; it is never opened.
        case other

        var words: String {
            switch self {
            case .file: "a file"
            case .folder: "a folder"
            case .link: "a link"
            case .other: "neither a file nor a folder"
            }
        }
    }

    /// The largest file that is read.
    static let limit = 256 << 20
    private static let mostEntries = 10_000
    private static let deepest = 16

    /// - Returns: nil where the place is no folder that can be read.
    init?(_ root: String) {
        var status = stat()
        guard stat(root, &status) == 0, status.st_mode & S_IFMT == S_IFDIR, access(root, R_OK | X_OK) == 0 else {
            return nil
        }
        self.root = root
        var found: [Entry] = []
        var waiting: [(path: String, depth: Int)] = [("", 0)]
        while let (folder, depth) = waiting.popLast() {
            for name in PublishedFolder.names(in: folder.isEmpty ? root : "\(root)/\(folder)") {
                guard found.count < PublishedFolder.mostEntries else {
                    isCutShort = true
                    break
                }
                let path = folder.isEmpty ? name : "\(folder)/\(name)"
                let kind = PublishedFolder.kind(of: "\(root)/\(path)")
                found.append(Entry(path: path, kind: kind))
                if kind == .folder, depth < PublishedFolder.deepest { waiting.append((path, depth + 1)) }
            }
        }
        entries = found.sorted { $0.path < $1.path }
    }

    func kind(of path: String) -> Kind? { entries.first { $0.path == path }?.kind }

    /// The bytes of a file.
    ///
    /// - Throws: a `Refusal` of kind `wanting` where there is none, or it is too large to be one of a record.
    func bytes(of path: String) throws(Refusal) -> [UInt8] {
        switch kind(of: path) {
        case nil: throw Refusal(.wanting, code: "file-missing", "\(path.printable) is missing.")
        case .file(let size) where size > PublishedFolder.limit:
            throw Refusal(.wanting, code: "file-too-large", "\(path.printable) is too large to be read: \(size) bytes.")
        case .file: return try WholeFile.read("\(root)/\(path)", limit: PublishedFolder.limit)
        case .some(let kind):
            throw Refusal(.wanting, code: "file-not-one", "\(path.printable) is \(kind.words), and should be a file.")
        }
    }

    private static func kind(of path: String) -> Kind {
        var status = stat()
        guard lstat(path, &status) == 0 else { return .other }
        return switch status.st_mode & S_IFMT {
        case S_IFREG: .file(size: Int(status.st_size))
        case S_IFDIR: .folder
        case S_IFLNK: .link
        default: .other
        }
    }

    /// Names as bytes say them: one that is not UTF-8 is shown with marks in place of what cannot be read.
    private static func names(in folder: String) -> [String] {
        guard let stream = opendir(folder) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while names.count <= mostEntries, let entry = readdir(stream) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }
}
