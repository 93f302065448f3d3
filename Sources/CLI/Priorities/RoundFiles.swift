import Files
import Foundation
package import Priorities
import Tabular
package import Vocabulary

/// The files of a round, by path from their folder: a folder on disk, or files that come with Remit.
package struct RoundFiles: Sendable {
    package var files: [(path: String, bytes: [UInt8])]

    /// The most that a document or form of a round may hold, in bytes: a thousand options take a tenth of it, and a
    /// larger file is one that was named by mistake.
    static let limit = 16 << 20

    package init(_ files: [(path: String, bytes: [UInt8])]) {
        self.files = files.sorted { $0.path < $1.path }
    }

    /// Every file of a folder and of the folders directly in it; names that begin with a point are passed over.
    ///
    /// - Throws: `Refusal` where it is no folder.
    package init(folder: String) throws {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue,
            let names = try? FileManager.default.contentsOfDirectory(atPath: folder)
        else {
            throw Refusal(.input, code: "no-such-folder", "\(folder) is not a folder that can be read.")
        }
        var paths: [String] = []
        for name in names.sorted() where !name.hasPrefix(".") {
            var isInner: ObjCBool = false
            _ = FileManager.default.fileExists(atPath: "\(folder)/\(name)", isDirectory: &isInner)
            guard isInner.boolValue else {
                paths.append(name)
                continue
            }
            let inner = (try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(name)")) ?? []
            paths += inner.sorted().filter { !$0.hasPrefix(".") }.map { "\(name)/\($0)" }
        }
        try self.init(
            paths.map { path in
                let place = try RoundFiles.place(of: path, in: folder)
                let isAttached = RoundFolder.Part(path: path) == .other
                return (path, try InputBytes.read(place, atMost: isAttached ? InputBytes.limit : RoundFiles.limit))
            })
    }

    /// Where a file lies that is named from a folder: in it or under it, links followed.
    ///
    /// - Throws: `Refusal` of kind `input`, code `path-outside`, for a path that leaves the folder by `..`, from the
    ///   root, or through a link.
    static func place(of path: String, in folder: String) throws(Refusal) -> String {
        func outside() -> Refusal {
            Refusal(
                .input, code: "path-outside", "\(path.printable) lies outside the folder of the round.",
                remedy: "Put the document into the folder, and name it from there.")
        }
        let steps = path.split(separator: "/", omittingEmptySubsequences: false)
        guard !path.utf8.contains(0), !steps.contains(where: { $0.isEmpty || $0 == "." || $0 == ".." }) else {
            throw outside()
        }
        let base = folder.isEmpty ? "." : folder
        let place = "\(base)/\(path)"
        let root = URL(fileURLWithPath: base).resolvingSymlinksInPath().pathComponents
        let real = URL(fileURLWithPath: place).resolvingSymlinksInPath().pathComponents
        guard real.count > root.count, real.starts(with: root) else { throw outside() }
        return place
    }

    /// The documents and sheets among them, as a round's folder.
    package func folder() throws(Refusal) -> RoundFolder {
        var documents: [(path: String, value: JSONValue)] = []
        var sheets: [(path: String, form: ReturnedForm)] = []
        for file in files {
            switch RoundFolder.Part(path: file.path) {
            case .other: continue
            case .scoreSheet: sheets.append((file.path, try ReturnedForm(returned: file.bytes, named: file.path)))
            default: documents.append((file.path, try RoundFiles.value(of: file.bytes, named: file.path)))
            }
        }
        return try RoundFolder(documents: documents, sheets: sheets)
    }

    /// - Throws: `Refusal` where there is no such file among them.
    func bytes(of path: String) throws(Refusal) -> [UInt8] {
        guard let file = files.first(where: { $0.path == path }) else {
            throw Refusal(
                .input, code: "document-missing", "\(path) is named, and there is no such file in the folder.",
                remedy: "Put it there, or correct the name.")
        }
        return file.bytes
    }

    /// A document, JSON by its name's ending and else YAML.
    static func value(of bytes: [UInt8], named name: String) throws(Refusal) -> JSONValue {
        name.lowercased().hasSuffix(".json")
            ? try JSONFile.value(of: bytes, named: name) : try YAMLFile.value(of: bytes, named: name)
    }

    /// The same from a path, or from standard input as YAML.
    static func value(at path: String) throws -> JSONValue {
        try value(of: try InputBytes.read(path, atMost: limit), named: name(path))
    }

    /// A form that was filled in and sent back; nil where the name is that of a document.
    ///
    /// - Throws: `Refusal` of kind `input`, code `file-ending`, for an ending that is neither; and what a form refuses.
    static func form(at path: String) throws -> ReturnedForm? {
        let ending = (path as NSString).pathExtension.lowercased()
        if path == "-" || ["yaml", "yml", "json", ""].contains(ending) { return nil }
        // Older sheets are let through, to be refused by name.
        guard ["xlsx", "xlsm", "csv", "xls", "ods"].contains(ending) else {
            throw Refusal(
                .input, code: "file-ending",
                "\(name(path)) ends in .\(ending.printable), which says nothing of how it is written.",
                remedy: "Write it as .yaml, .json or .csv, or in the Excel form (.xlsx).")
        }
        return try ReturnedForm(returned: InputBytes.read(path, atMost: limit), named: name(path))
    }

    /// The name by which a file is spoken of.
    static func name(_ path: String) -> String {
        path == "-" ? "standard input" : (path as NSString).lastPathComponent
    }
}
