import Foundation
import Vocabulary

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A record that is written whole, under a name that nobody looks for and without its manifest.
///
/// While it is being written it is locked, so that the next publication knows it from one that was killed.
struct WrittenFolder {
    let beside: String
    let place: String
    private let lock: Int32

    /// What the manifest is called until the publication is on the record: nothing verifies without a manifest.
    static let unsealed = "manifest.part"

    /// - Parameter beside: a folder that was made just now.
    init(beside: String, place: String) {
        self.beside = beside
        self.place = place
        lock = open(beside, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        if lock >= 0 { _ = flock(lock, LOCK_EX | LOCK_NB) }
    }

    /// Gives the manifest its name, then the folder, each in one step; an empty folder in the way is replaced.
    func takePlace() throws(Refusal) {
        defer { if lock >= 0 { close(lock) } }
        guard rename("\(beside)/\(WrittenFolder.unsealed)", "\(beside)/\(Manifest.path)") == 0,
            rename(beside, place) == 0
        else {
            let why = String(cString: strerror(errno))
            try? FileManager.default.removeItem(atPath: beside)
            throw Refusal(
                .permission, code: "folder-unwritable",
                "The publication is on the record, but the folder could not be named \(place): \(why).",
                remedy: "Publish again, to another place.")
        }
        WrittenFolder.keep(place)
        WrittenFolder.keep(PublishedPlace.parent(of: place))
    }

    func remove() {
        try? FileManager.default.removeItem(atPath: beside)
        if lock >= 0 { close(lock) }
    }

    /// Removes what publications left that were killed: folders of such a name that nobody holds.
    static func removeLeft(in parent: String, beginning: String) {
        let files = FileManager.default
        for name in (try? files.contentsOfDirectory(atPath: parent)) ?? [] where name.hasPrefix(beginning) {
            let path = "\(parent)/\(name)"
            let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
            guard descriptor >= 0 else { continue }
            defer { close(descriptor) }
            if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { try? files.removeItem(atPath: path) }
        }
    }

    /// Makes a folder's list of files outlive a loss of power.
    private static func keep(_ folder: String) {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        close(descriptor)
    }
}
