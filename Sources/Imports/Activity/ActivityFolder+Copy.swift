import Foundation
package import Store
package import Vocabulary

/// Copies of what lies beside a store's file.
extension ActivityFolder {
    package var isThere: Bool { FileManager.default.fileExists(atPath: path) }

    /// - Throws: `Refusal`, code `file-exists`, where there is such a folder already.
    package func refuseExisting() throws(Refusal) {
        guard isThere else { return }
        throw Refusal(
            .usage, code: "file-exists", "\(path) is already there, and was left as it is.",
            remedy: "Choose another name, or move that folder away first.")
    }

    /// Copies every stored part to another folder and holds those that are registered against their digests there.
    ///
    /// - Parameter store: what is registered.
    /// - Returns: how many files were copied; nil where nothing is registered and no folder is there.
    /// - Throws: `Refusal`: `part-missing`, `part-altered`; then nothing is left at the other place.
    package func copy(to other: ActivityFolder, of store: Store) throws -> Int? {
        let (submissions, references) = try store.read { db in
            (try HeldSubmission.all(db), try HeldReference.all(latest: false, db))
        }
        let manager = FileManager.default
        guard isThere || !submissions.isEmpty || !references.isEmpty else { return nil }
        try other.refuseExisting()
        let making = ActivityFolder(at: other.path + ".making")
        if manager.fileExists(atPath: making.path) { try manager.removeItem(atPath: making.path) }
        defer { try? manager.removeItem(atPath: making.path) }
        try manager.createDirectory(atPath: making.path, withIntermediateDirectories: true)
        var files = 0
        for name in manager.enumerator(atPath: path)?.compactMap({ $0 as? String }).sorted() ?? []
        where !name.split(separator: "/").contains(where: { $0.hasPrefix(".") }) {
            var isFolder: ObjCBool = false
            guard manager.fileExists(atPath: "\(path)/\(name)", isDirectory: &isFolder) else { continue }
            if isFolder.boolValue {
                try manager.createDirectory(atPath: "\(making.path)/\(name)", withIntermediateDirectories: true)
            } else {
                try manager.copyItem(atPath: "\(path)/\(name)", toPath: "\(making.path)/\(name)")
                files += 1
            }
        }
        do {
            for submission in submissions { try making.check(submission) }
            for reference in references { try making.check(reference) }
        } catch {
            // Said of this folder, where it lies: a copy is never better than what was copied.
            for submission in submissions { try check(submission) }
            for reference in references { try check(reference) }
            throw error
        }
        try manager.moveItem(atPath: making.path, toPath: other.path)
        return files
    }
}
