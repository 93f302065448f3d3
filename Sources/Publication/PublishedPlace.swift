import Files
import Foundation
import Vocabulary

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Where a record is going to be published: a folder that is not there yet, or is empty.
struct PublishedPlace {
    /// Without a slash at its end.
    let folder: String
    /// Where the head is written, beside the folder.
    var apart: String { HeadApart.path(beside: folder) }

    /// - Throws: `Refusal` where something is at that place, or the folder round it cannot be written.
    init(_ folder: String) throws(Refusal) {
        var name = folder
        while name.count > 1, name.hasSuffix("/") { name.removeLast() }
        self.folder = name
        let files = FileManager.default
        guard name != "/", name != ".", name != "..", !name.isEmpty else {
            throw Refusal(.usage, code: "folder-invalid", "“\(folder)” is not a place for a new folder.")
        }
        var status = stat()
        if lstat(name, &status) == 0 {
            let held = try? files.contentsOfDirectory(atPath: name)
            guard status.st_mode & S_IFMT == S_IFDIR, held?.isEmpty == true else {
                throw Refusal(
                    .usage, code: "folder-not-empty", "\(name) is there already, and is not an empty folder.",
                    remedy: "Name a new folder: what was published is never overwritten.")
            }
        }
        guard lstat(HeadApart.path(beside: name), &status) != 0 else {
            throw Refusal(
                .usage, code: "head-file-exists", "\(HeadApart.path(beside: name)) is there already.",
                remedy: "Name another folder, or move that file to where it is kept.")
        }
        guard files.isWritableFile(atPath: PublishedPlace.parent(of: name)) else {
            throw Refusal(
                .permission, code: "folder-unwritable",
                "The folder round \(name) is not there or cannot be written.", remedy: "Make it first.")
        }
    }

    /// Writes the files to a folder of another name beside the place, down to the disk; the manifest under another
    /// name too, so that nothing verifies before the publication is on the record.
    ///
    /// What a publication to this place left there when it was killed is removed first.
    ///
    /// - Parameters:
    ///   - writing: writes a file whole, or throws.
    ///   - written: is told how many files are written, each time that one is.
    func write(
        _ files: [PublishedFile], writing: PublishRound.Writing, written counted: (Int) -> Void = { _ in }
    ) throws(Refusal) -> WrittenFolder {
        let parent = PublishedPlace.parent(of: folder)
        let base = folder.split(separator: "/").last.map(String.init) ?? "record"
        let beginning = ".\(base).publishing-"
        WrittenFolder.removeLeft(in: parent, beginning: beginning)
        var template = Array("\(parent)/\(beginning)XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw unwritable(errno) }
        let beside = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        let written = WrittenFolder(beside: beside, place: folder)
        do throws(Refusal) {
            // `mkdtemp` makes it for its owner alone; a record is for everybody.
            guard chmod(beside, 0o755) == 0 else { throw unwritable(errno) }
            for (done, file) in files.enumerated() {
                counted(done)
                let path = "\(beside)/\(file.path == Manifest.path ? WrittenFolder.unsealed : file.path)"
                let inner = PublishedPlace.parent(of: path)
                if mkdir(inner, 0o755) != 0, errno != EEXIST { throw unwritable(errno) }
                try writing(file.bytes, path)
            }
            return written
        } catch {
            written.remove()
            throw error
        }
    }

    static func parent(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    private func unwritable(_ code: Int32) -> Refusal {
        Refusal(
            .permission, code: "folder-unwritable",
            "The record cannot be written beside \(folder): \(String(cString: strerror(code))).")
    }
}
