import Foundation
package import GRDB
import Vocabulary

/// One SQLite file: acts performed, the journal, and reads. A value over a connection; nothing of ours is held here.
package struct Store: Sendable {
    package let connection: any DatabaseWriter
    let sharedCommit = SharedCommit()
    private let fileVersion = FileVersion()

    /// A larger number than before where something was written since, by whomever; nil where that cannot be told. Numbers
    /// of one opened store can be compared, and of no other.
    package func version() throws -> Int? { try fileVersion.now(of: StoreWatch.path(of: self)) }

    /// "REMT" in the file's header, so that another program's file is never taken for ours.
    private static let applicationID = 0x5245_4D54

    /// Makes a new file with its tables.
    ///
    /// - Throws: `Refusal` where something is there already, or the place cannot be written.
    package static func create(at path: String) throws -> Store {
        try refuseExisting(path)
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        guard FileManager.default.isWritableFile(atPath: folder) else {
            throw Refusal(
                FileManager.default.fileExists(atPath: folder) ? .permission : .usage, code: "store-unwritable",
                "The folder \(folder) cannot be written.", remedy: "Make it, or name another place with --db.")
        }
        return try Refusal.naming(path) {
            try PrivateFile.make(path)
            let store = try Store(connection: pool(at: path))
            try store.prepare()
            return store
        }
    }

    /// - Throws: `Refusal` where there is anything at that place.
    static func refuseExisting(_ path: String) throws(Refusal) {
        try refuseFolder(path)
        guard !FileManager.default.fileExists(atPath: path) else {
            throw Refusal(
                .usage, code: "store-exists", "There is a file at \(path) already.",
                remedy: "Name another place; nothing is overwritten.")
        }
    }

    /// Opens a file that `create` made, bringing its tables up to date.
    ///
    /// - Throws: `Refusal` where there is none, it is not Remit's, or a newer Remit wrote it.
    package static func open(at path: String) throws -> Store {
        try refuseMissing(path)
        try refuseUnpermitted(path)
        return try Refusal.naming(path) {
            // Looked at without the right to write, so that another program's file stays as it is.
            try checkIsOurs(path)
            let store = try Store(connection: pool(at: path))
            try store.prepare()
            // A crash may have left the key of a ballot behind that closed.
            try store.forgetClosedBallots()
            return store
        }
    }

    /// - Throws: `Refusal` where there is no file at that place.
    static func refuseMissing(_ path: String) throws(Refusal) {
        try refuseFolder(path)
        guard FileManager.default.fileExists(atPath: path) else {
            throw Refusal(
                .usage, code: "store-missing", "There is no Remit file at \(path).",
                remedy: "Make one with: remit init --db \(path)")
        }
    }

    /// - Throws: `Refusal` of kind `permission` where the file may not be read, or neither it nor its folder written.
    private static func refuseUnpermitted(_ path: String) throws(Refusal) {
        guard FileManager.default.isReadableFile(atPath: path) else {
            throw Refusal(
                .permission, code: "store-unopened", "\(path) may not be read.",
                remedy: "Ask for the right to read and write it and its folder.")
        }
        // SQLite keeps its log beside the file, so the folder must be open to writing too.
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        guard FileManager.default.isWritableFile(atPath: path), FileManager.default.isWritableFile(atPath: folder)
        else {
            throw Refusal(
                .permission, code: "store-read-only", "\(path) may be read but not written.",
                remedy: "Ask for the right to write it and its folder, or use a copy.")
        }
    }

    private static func refuseFolder(_ path: String) throws(Refusal) {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else { return }
        throw Refusal(
            .usage, code: "store-is-folder", "\(path) is a folder, not a Remit file.",
            remedy: "Name the file in it, such as remit.sqlite.")
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
            // What is deleted is overwritten with zeros: a personal text that was disposed of, and sealed votes, must
            // not stay behind in free pages of the file. Said here, for not every build of SQLite has it by default.
            _ = try Int.fetchOne(db, sql: "PRAGMA secure_delete = ON")
        }
        return configuration
    }

    private static func pool(at path: String) throws -> DatabasePool {
        let pool = try DatabasePool(path: path, configuration: configuration)
        // GRDB's pool sets NORMAL on opening; an acknowledged act must survive a loss of power.
        try pool.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA synchronous = FULL") }
        return pool
    }

    private static func checkIsOurs(_ path: String) throws {
        var configuration = configuration
        configuration.readonly = true
        let (id, isNewer) = try DatabaseQueue(path: path, configuration: configuration).read { db in
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
        guard !isNewer else {
            throw Refusal(
                .input, code: "store-newer", "\(path) was written by a newer Remit.",
                remedy: "Use that version, or restore a backup made with this one.")
        }
    }

    /// Copies a Remit file, with what still stands in its log, to a place where nothing is; the file is only read.
    static func duplicate(_ path: String, at place: String) throws {
        try Refusal.naming(path) {
            try checkIsOurs(path)
            var reading = configuration
            reading.readonly = true
            let source = try DatabaseQueue(path: path, configuration: reading)
            try PrivateFile.make(place)
            let target = try Refusal.naming(place) { try DatabaseQueue(path: place, configuration: configuration) }
            try source.backup(to: target)
            try target.close()
        }
    }

    /// Empties tables of a copy that nobody else uses, so that nothing of them stays in its pages.
    static func empty(_ tables: [String], ofCopy path: String) throws {
        let copy = try DatabaseQueue(path: path, configuration: configuration)
        try copy.write { db in
            for table in tables { try db.execute(sql: "DELETE FROM \(table)") }
        }
        try copy.close()
    }

    private func prepare() throws {
        let isReady = try connection.read { db in
            try Int.fetchOne(db, sql: "PRAGMA application_id") == Store.applicationID
                && Migrations.migrator.hasCompletedMigrations(db)
        }
        if isReady { return }
        try Migrations.migrator.migrate(connection)
        try connection.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA application_id = \(Store.applicationID)")
        }
    }
}

extension Store {
    /// The tables' definitions, as SQLite has them.
    package func definitions() throws -> String {
        try connection.read { db in
            try String.fetchAll(
                db,
                sql: """
                    SELECT sql FROM sqlite_master
                    WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' AND name <> 'grdb_migrations' ORDER BY rowid
                    """
            ).map { $0 + ";\n" }.joined(separator: "\n")
        }
    }
}
