import Foundation
import GRDB
import Testing
import Vocabulary

@testable import Store

/// What happens at the door: files that are missing, of others, empty, newer, or in use.
struct StoreDoorTests {
    @Test func `a new file is opened again as ours`() throws {
        try Scratch.with { folder in
            let path = folder.appendingPathComponent("a.sqlite").path
            try Store.create(at: path).perform(
                SetUpInstallation(holder: "Wexbourne", isInvented: true), by: Author("A. Tester")!,
                at: Moment(secondsSince1970: 1_700_000_000))
            let head = try Store.open(at: path).read { db in try Journal.head(db).sequence }
            #expect(head == 1)
        }
    }

    @Test func `nothing is overwritten by a new file`() throws {
        try Scratch.with { folder in
            let path = folder.appendingPathComponent("a.sqlite").path
            try Data("x".utf8).write(to: URL(fileURLWithPath: path))
            #expect(refused { try Store.create(at: path) } == "store-exists")
            #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == Data("x".utf8))
        }
    }

    @Test func `a file that is not there, or whose folder is not, is refused`() throws {
        try Scratch.with { folder in
            let missing = folder.appendingPathComponent("none/a.sqlite").path
            #expect(refused { try Store.open(at: missing) } == "store-missing")
            #expect(refused { try Store.open(at: folder.path) } == "store-is-folder")
            #expect(refused { try Store.create(at: folder.path) } == "store-is-folder")
            #expect(refused { try Store.create(at: missing) } == "store-unwritable")
        }
    }

    @Test func `another program's file is refused and left as it was, byte for byte`() throws {
        try Scratch.with { folder in
            let path = folder.appendingPathComponent("other.sqlite").path
            let queue = try DatabaseQueue(path: path)
            try queue.write { db in try db.execute(sql: "CREATE TABLE mine (a INTEGER)") }
            try queue.close()
            let before = try Data(contentsOf: URL(fileURLWithPath: path))
            #expect(refused { try Store.open(at: path) } == "store-foreign")
            #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
        }
    }

    @Test(arguments: ["", "this is a letter, not a database, and it is long enough to have a header of its own"])
    func `an empty file and a text are refused`(content: String) throws {
        try Scratch.with { folder in
            let path = folder.appendingPathComponent("a.sqlite").path
            try Data(content.utf8).write(to: URL(fileURLWithPath: path))
            let code = refused { try Store.open(at: path) }
            #expect(code == (content.isEmpty ? "store-foreign" : "store-unreadable"))
        }
    }

    @Test func `a file of a newer Remit is refused`() throws {
        try Scratch.with { folder in
            let path = folder.appendingPathComponent("a.sqlite").path
            let store = try Store.create(at: path)
            try store.write { db in
                try db.execute(sql: "INSERT INTO grdb_migrations (identifier) VALUES ('m9999_later')")
            }
            #expect(refused { try Store.open(at: path) } == "store-newer")
        }
    }

    @Test func `a second writer is told that the file is busy, and nothing of it is kept`() throws {
        try Scratch.with { folder in
            let path = folder.appendingPathComponent("a.sqlite").path
            let first = try Store.create(at: path)
            let second = try Store.open(at: path)
            try second.connection.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA busy_timeout = 10") }
            try first.connection.writeWithoutTransaction { db in
                try db.execute(sql: "BEGIN IMMEDIATE")
                #expect(
                    refused {
                        try second.perform(
                            SetUpInstallation(holder: "B", isInvented: false), by: Author("B")!,
                            at: Moment(secondsSince1970: 0))
                    } == "store-busy")
                try db.execute(sql: "ROLLBACK")
            }
            #expect(try second.read { db in try Journal.head(db).sequence } == 0)
        }
    }

    @Test(.enabled(if: getuid() != 0, "root may write everything"))
    func `a file that may only be read is refused in a sentence`() throws {
        try Scratch.with { folder in
            let path = folder.appendingPathComponent("a.sqlite").path
            try Store.create(at: path).connection.close()
            try FileManager.default.setAttributes([.posixPermissions: 0o400], ofItemAtPath: path)
            let store = try? Store.open(at: path)
            let code = refused {
                try (store ?? Store.open(at: path)).perform(
                    SetUpInstallation(holder: "B", isInvented: false), by: Author("B")!,
                    at: Moment(secondsSince1970: 0))
            }
            #expect(code == "store-read-only")
        }
    }

    @Test(arguments: [
        (ResultCode.SQLITE_BUSY, "store-busy"), (.SQLITE_READONLY, "store-read-only"), (.SQLITE_FULL, "disk-full"),
        (.SQLITE_NOTADB, "store-unreadable"), (.SQLITE_CANTOPEN, "store-unopened"), (.SQLITE_IOERR, "disk-fault"),
    ])
    func `each fault of a file or disk has its own sentence`(code: ResultCode, expected: String) {
        #expect(Refusal(DatabaseError(resultCode: code), at: "a.sqlite")?.code == expected)
    }

    @Test func `a fault of ours is no refusal`() {
        #expect(Refusal(DatabaseError(resultCode: .SQLITE_CONSTRAINT)) == nil)
    }
}

/// The code of what was refused; nil where nothing was.
func refused<T>(_ body: () throws -> T) -> String? {
    do {
        _ = try body()
        return nil
    } catch let refusal as Refusal {
        return refusal.code
    } catch {
        return "not a refusal: \(error)"
    }
}

/// A folder of its own for a test.
enum Scratch {
    static func with<T>(_ body: (URL) throws -> T) throws -> T {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("remit-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try body(folder)
    }
}
