import Foundation
import GRDB
import Testing
import Vocabulary

@testable import Store

/// A copy of the file, and the way back.
struct BackupTests {
    private func made(in folder: URL) throws -> (store: Store, copy: String) {
        let store = try Store.create(at: folder.appendingPathComponent("a.sqlite").path)
        try store.perform(
            SetUpInstallation(holder: "Wexbourne", isInvented: true), by: Example.author, at: Example.moment)
        let copy = folder.appendingPathComponent("copy.sqlite").path
        try Backup.make(of: store, at: copy)
        return (store, copy)
    }

    @Test func `a backup comes back with its journal`() throws {
        try Scratch.with { folder in
            let (store, copy) = try made(in: folder)
            let back = folder.appendingPathComponent("back.sqlite").path
            #expect(try Backup.restore(copy, to: back) == 1)
            let head = try Store.open(at: back).read { db in try Journal.head(db).digest }
            #expect(try head == store.read { db in try Journal.head(db).digest })
            let left = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            #expect(!left.contains { $0.contains("restoring") })
        }
    }

    @Test func `neither a backup nor a restore overwrites`() throws {
        try Scratch.with { folder in
            let (store, copy) = try made(in: folder)
            #expect(refused { try Backup.make(of: store, at: copy) } == "store-exists")
            #expect(refused { try Backup.restore(copy, to: copy) } == "store-exists")
        }
    }

    @Test func `a backup whose journal was altered is not brought back`() throws {
        try Scratch.with { folder in
            let (_, copy) = try made(in: folder)
            let altered = try Store.open(at: copy)
            try altered.write { db in
                try db.execute(sql: "DROP TRIGGER journal_is_never_changed")
                try db.execute(sql: "UPDATE journal SET at = '2020-01-01T00:00:00Z'")
            }
            try altered.connection.close()
            let back = folder.appendingPathComponent("back.sqlite").path
            #expect(refused { try Backup.restore(copy, to: back) } == "journal-broken")
            #expect(!FileManager.default.fileExists(atPath: back))
        }
    }

    @Test func `what is no Remit file is not brought back`() throws {
        try Scratch.with { folder in
            let copy = folder.appendingPathComponent("letter.txt").path
            try Data("Dear colleague, this is not a database at all, as you can see.".utf8)
                .write(to: URL(fileURLWithPath: copy))
            let back = folder.appendingPathComponent("back.sqlite").path
            #expect(refused { try Backup.restore(copy, to: back) } == "store-unreadable")
            #expect(!FileManager.default.fileExists(atPath: back))
        }
    }
}
