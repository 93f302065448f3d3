import Foundation
import GRDB
import Vocabulary

/// A copy of the whole file, made while others may be using it, and brought back.
package enum Backup {
    /// What is of the moment, lets people in or would go out a second time: no copy has it.
    private static let leftOut = ["session", "access_ticket", "sign_in_failure", "outbox"]

    /// Writes a copy of the store to a place where nothing is, without anybody's session.
    ///
    /// Messages that wait to be sent are not in it either. It has the hashes of passwords and of access tokens, and the
    /// secrets of second factors: what is restored can be signed in to as by then.
    ///
    /// - Throws: `Refusal` where something is there, or it cannot be written.
    package static func make(of store: Store, at path: String) throws {
        try Store.refuseExisting(path)
        // Made beside its place and put there when it is whole: nobody finds half a copy, or one with sessions.
        let temporary = "\(path).making"
        try Store.refuseExisting(temporary)
        defer { try? FileManager.default.removeItem(atPath: temporary) }
        try Refusal.naming(path) {
            try PrivateFile.make(temporary)
            try store.connection.writeWithoutTransaction { db in
                try db.execute(sql: "VACUUM INTO ?", arguments: [temporary])
            }
            try Store.empty(leftOut, ofCopy: temporary)
        }
        do {
            try FileManager.default.moveItem(atPath: temporary, toPath: path)
        } catch {
            throw Refusal(.input, code: "backup-failed", "\(path) could not be put in place.")
        }
    }

    /// Brings a copy back to a place where nothing is, once its journal has been walked.
    ///
    /// - Returns: the lines of its journal.
    /// - Throws: `Refusal` where the copy is no Remit file or its journal does not hold, or something is at `path`.
    @discardableResult
    package static func restore(_ copy: String, to path: String) throws -> Int {
        try Store.refuseExisting(path)
        // The copy is only read: a file beside the new one is written, looked at and put in its place.
        let temporary = "\(path).restoring"
        try Store.refuseExisting(temporary)
        try Store.refuseMissing(copy)
        defer {
            for ending in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: temporary + ending) }
        }
        try Store.duplicate(copy, at: temporary)
        let lines = try lines(of: temporary)
        do {
            try FileManager.default.moveItem(atPath: temporary, toPath: path)
        } catch {
            throw Refusal(.input, code: "restore-failed", "\(path) could not be put in place.")
        }
        return lines
    }

    private static func lines(of path: String) throws -> Int {
        let store = try Store.open(at: path)
        let (lines, fault) = try store.read { db in try Journal.verify(db) }
        if let fault {
            throw Refusal(
                .wanting, code: "journal-broken", "The backup's journal does not hold. \(fault)",
                remedy: "Use another backup.")
        }
        try store.connection.writeWithoutTransaction { db in _ = try db.checkpoint(.truncate) }
        try store.connection.close()
        return lines
    }
}
