import Digests
import Foundation
import GRDB
import Priorities
import Vocabulary

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The private keys of open ballots: files beside the database, never in it, and never in a backup of it.
///
/// `remit.sqlite.ballot-dental--first.key`: readable by its owner only. Two hyphens, which no short name has, keep round
/// and ballot apart.
struct BallotKeyFiles {
    /// The database's path.
    let path: String

    /// - Returns: nil for a store that is in no file.
    init?(of store: Store) {
        let path = store.connection.path
        guard path != ":memory:", !path.isEmpty else { return nil }
        self.path = path
    }

    func place(of ballot: some CustomStringConvertible, of round: some CustomStringConvertible) -> String {
        "\(path).ballot-\(round)--\(ballot).key"
    }

    /// Writes a key so that it outlives a loss of power before the ballot is on the record.
    ///
    /// - Throws: `Refusal` where it cannot be written; nothing is left then.
    func make(_ key: SealingKey, for ballot: Slug, of round: Slug) throws {
        let place = place(of: ballot, of: round)
        let file = open(place, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw unwritable(place) }
        let isWritten = key.privateBytes.withUnsafeBytes { write(file, $0.baseAddress, $0.count) == $0.count }
        let isKept = isWritten && fsync(file) == 0
        close(file)
        guard isKept, keepFolder() else {
            unlink(place)
            throw unwritable(place)
        }
    }

    /// The key of a ballot; nil where the file is gone or is none.
    func read(_ ballot: Slug, of round: Slug) -> SealingKey? {
        FileManager.default.contents(atPath: place(of: ballot, of: round)).flatMap {
            SealingKey(privateBytes: Array($0))
        }
    }

    /// Paths of all keys beside the database.
    var held: [String] {
        let url = URL(fileURLWithPath: path)
        let names = (try? FileManager.default.contentsOfDirectory(atPath: url.deletingLastPathComponent().path)) ?? []
        let beginning = "\(url.lastPathComponent).ballot-"
        let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
        return names.filter { $0.hasPrefix(beginning) && $0.hasSuffix(".key") }.sorted().map { folder + $0 }
    }

    /// Overwrites a key with zeros and removes it.
    ///
    /// - Returns: false where it is still there.
    @discardableResult
    func destroy(_ place: String) -> Bool {
        let file = open(place, O_WRONLY | O_CLOEXEC)
        if file >= 0 {
            let zeros = [UInt8](repeating: 0, count: 32)
            _ = zeros.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
            fsync(file)
            close(file)
        }
        unlink(place)
        return keepFolder() && !FileManager.default.fileExists(atPath: place)
    }

    /// Makes the folder's list of files outlive a loss of power.
    private func keepFolder() -> Bool {
        let folder = open(URL(fileURLWithPath: path).deletingLastPathComponent().path, O_RDONLY | O_CLOEXEC)
        guard folder >= 0 else { return false }
        defer { close(folder) }
        return fsync(folder) == 0
    }

    private func unwritable(_ place: String) -> Refusal {
        Refusal(
            .permission, code: "ballot-key-unwritable", "The ballot's key cannot be written to \(place).",
            remedy: "Make the folder of the database writable, and open the ballot again.")
    }
}

extension Store {
    /// Destroys the keys of ballots that are no longer open, and takes their sealed votes out of SQLite's log.
    ///
    /// A crash between the end of a ballot and the removal of its key leaves the key behind; so this is run at each
    /// opening of the file too. It looks in a writing transaction, so that a ballot being opened is not missed.
    ///
    /// - Throws: `Refusal` where a key cannot be removed.
    func forgetClosedBallots() throws {
        guard let keys = BallotKeyFiles(of: self), !keys.held.isEmpty else { return }
        let (left, wasClosed) = try write { db in
            let rows = try Row.fetchAll(db, sql: "SELECT roundId, ballot FROM ballot_key")
            let open = Set(rows.map { keys.place(of: $0["ballot"] as String, of: $0["roundId"] as String) })
            let closed = keys.held.filter { !open.contains($0) }
            return (closed.filter { !keys.destroy($0) }, !closed.isEmpty)
        }
        if wasClosed { emptyLog() }
        if let left = left.first {
            throw Refusal(
                .permission, code: "ballot-key-left",
                "What was asked for is done, but the key of a ballot that has ended could not be removed: \(left).",
                remedy: "Remove that file by hand.")
        }
    }
}
