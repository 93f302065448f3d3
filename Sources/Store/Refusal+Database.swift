package import GRDB
package import Vocabulary

extension Refusal {
    /// What a fault of the file or of its disk means to the person at the door; nil where it is a fault of ours.
    package init?(_ error: DatabaseError, at path: String? = nil) {
        let file = path ?? "The file that holds the records"
        switch error.resultCode {
        case .SQLITE_BUSY, .SQLITE_LOCKED:
            self.init(
                .input, code: "store-busy", "\(file) is being written by another command.",
                remedy: "Wait until that is done and try again; nothing was changed.")
        case .SQLITE_READONLY, .SQLITE_PERM:
            self.init(
                .permission, code: "store-read-only", "\(file) may be read but not written.",
                remedy: "Ask for the right to write it and its folder, or use a copy.")
        case .SQLITE_AUTH:
            self.init(
                .permission, code: "store-unopened", "\(file) may not be opened.",
                remedy: "Ask for the right to read and write it and its folder.")
        case .SQLITE_CANTOPEN:
            self.init(
                .input, code: "store-unopened", "\(file) cannot be opened.",
                remedy: "Check that its folder is there and that you may write in it.")
        case .SQLITE_FULL:
            self.init(
                .input, code: "disk-full", "The disk is full; nothing of this was kept.",
                remedy: "Free some space and try again.")
        case .SQLITE_NOTADB, .SQLITE_CORRUPT:
            self.init(
                .input, code: "store-unreadable", "\(file) cannot be read as a Remit file: it is none, or is damaged.",
                remedy: "Name the right one with --db, or restore it from a backup.")
        case .SQLITE_IOERR:
            self.init(
                .input, code: "disk-fault", "The disk failed while \(file) was used; nothing of this was kept.",
                remedy: "Check the disk, and try again.")
        default: return nil
        }
    }
}

extension Refusal {
    /// The same of any error; nil where it is none of the file's or the disk's.
    package init?(faultOfFile error: any Error) {
        guard let error = error as? DatabaseError else { return nil }
        self.init(error)
    }

    /// Does something with a file; a fault of the database is told as a refusal that names it.
    static func naming<T>(_ path: String, _ body: () throws -> T) throws -> T {
        do { return try body() } catch let error as DatabaseError {
            throw Refusal(error, at: path).map { $0 as any Error } ?? error
        }
    }
}

/// A state of the file being read or written: what `Store.read` and `Store.write` hand on.
package typealias Transaction = Database

extension Store {
    /// Writes in one transaction: all or nothing.
    ///
    /// - Throws: a `Refusal` where the file is busy, read-only, damaged, or its disk full; else what `body` throws.
    package func write<T>(_ body: (Database) throws -> T) throws -> T {
        do { return try connection.write(body) } catch let error as DatabaseError {
            throw Refusal(error).map { $0 as any Error } ?? error
        }
    }

    /// Reads one state of the file.
    ///
    /// - Throws: as `write`.
    package func read<T>(_ body: (Database) throws -> T) throws -> T {
        do { return try connection.read(body) } catch let error as DatabaseError {
            throw Refusal(error).map { $0 as any Error } ?? error
        }
    }
}
