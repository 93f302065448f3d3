import Vocabulary

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A file that its owner alone may read: records hold hashes of passwords, names and the urn of a vote.
enum PrivateFile {
    /// Makes it, empty. SQLite takes an empty file for a new database, and gives its log the same rights.
    ///
    /// - Throws: `Refusal`, where something is at that place or it cannot be written.
    static func make(_ path: String) throws(Refusal) {
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else {
            throw Refusal(
                .permission, code: "store-unwritable", "\(path) cannot be made: \(String(cString: strerror(errno))).",
                remedy: "Name another place.")
        }
        close(file)
    }
}
