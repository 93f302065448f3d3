import Foundation
package import GRDB
import Vocabulary

/// One SQLite file: acts performed, the journal, and reads. A value over a connection; nothing of ours is held here.
package struct Store: Sendable {
    package let connection: any DatabaseWriter

    /// "REMT" in the file's header, so that another program's file is never taken for ours.
    private static let applicationID = 0x5245_4D54

    /// Makes a new file with its tables.
    ///
    /// - Throws: `Refusal` where something is there already, or the place cannot be written.
    package static func create(at path: String) throws -> Store {
        guard !FileManager.default.fileExists(atPath: path) else {
            throw Refusal(
                .usage, code: "store-exists", "There is a file at \(path) already.",
                remedy: "Name another with --db, or use that one as it is.")
        }
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        guard FileManager.default.isWritableFile(atPath: folder) else {
            throw Refusal(
                .usage, code: "store-unwritable", "The folder \(folder) cannot be written.",
                remedy: "Make it, or name another place with --db.")
        }
        let store = try Store(connection: pool(at: path))
        try store.prepare()
        return store
    }

    /// Opens a file that `create` made, bringing its tables up to date.
    ///
    /// - Throws: `Refusal` where there is none, it is not Remit's, or a newer Remit wrote it.
    package static func open(at path: String) throws -> Store {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue else {
            throw Refusal(
                .usage, code: "store-missing", "There is no Remit file at \(path).",
                remedy: "Make one with: remit init --db \(path)")
        }
        let store: Store
        do {
            store = try Store(connection: pool(at: path))
            try store.checkIsOurs(path)
        } catch let error as DatabaseError {
            throw Refusal(
                .input, code: "store-unreadable", "\(path) cannot be read as a Remit file (\(error.message ?? "damaged")).",
                remedy: "Restore it from a backup.")
        }
        try store.prepare()
        return store
    }

    /// A store that lives as long as the value: for tests and for making a working again.
    package static func inMemory() throws -> Store {
        let store = try Store(connection: DatabaseQueue(configuration: configuration))
        try store.prepare()
        return store
    }

    private static var configuration: Configuration {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(10)
        configuration.prepareDatabase { db in
            try db.execute(sql: "PRAGMA cache_size = -65536")
        }
        return configuration
    }

    private static func pool(at path: String) throws -> DatabasePool {
        let pool = try DatabasePool(path: path, configuration: configuration)
        // GRDB's pool sets NORMAL on opening; an acknowledged act must survive a loss of power.
        try pool.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA synchronous = FULL") }
        return pool
    }

    private func checkIsOurs(_ path: String) throws {
        let (id, applied) = try connection.read { db in
            (
                try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0,
                try Migrations.migrator.hasBeenSuperseded(db)
            )
        }
        guard id == Store.applicationID else {
            throw Refusal(
                .input, code: "store-foreign", "\(path) is not a Remit file.",
                remedy: "Name the right one with --db or REMIT_DB.")
        }
        guard !applied else {
            throw Refusal(
                .input, code: "store-newer", "\(path) was written by a newer Remit.",
                remedy: "Use that version, or restore a backup made with this one.")
        }
    }

    private func prepare() throws {
        try Migrations.migrator.migrate(connection)
        try connection.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA application_id = \(Store.applicationID)")
        }
    }
}
