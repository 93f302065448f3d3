import Access
import Foundation
import GRDB
import Synchronization
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

    @Test func `copies made while people work come back as the record stood, whole`() throws {
        try Scratch.with { folder in
            let store = try Store.create(at: folder.appendingPathComponent("a.sqlite").path)
            try store.perform(
                SetUpInstallation(holder: "Wexbourne", isInvented: true), by: Example.author, at: Example.moment)
            let acknowledged = Mutex(0)
            let isOver = Atomic<Bool>(false)
            let desk = AccessDesk(store)
            let writers = DispatchGroup()
            for writer in 1...3 {
                DispatchQueue.global().async(group: writers) {
                    for number in 1...400 {
                        if isOver.load(ordering: .relaxed) { break }
                        let name = "w\(writer)n\(number)"
                        _ = try? desk.perform(by: Example.author, at: Example.moment) { texts, _ in
                            [
                                AddAccount(
                                    account: Slug(name)!, name: try texts.keep(name),
                                    email: try texts.keep("\(name)@example.org"))
                            ]
                        }
                        let head = (try? store.read { db in try Journal.head(db).sequence }) ?? 0
                        acknowledged.withLock { $0 = max($0, head) }
                    }
                }
            }
            defer {
                isOver.store(true, ordering: .relaxed)
                writers.wait()
            }
            for number in 1...4 {
                let least = acknowledged.withLock { $0 }
                let copy = folder.appendingPathComponent("copy-\(number).sqlite").path
                try Backup.make(of: store, at: copy)
                let back = folder.appendingPathComponent("back-\(number).sqlite").path
                let lines = try Backup.restore(copy, to: back)
                #expect(lines >= least, "what was acknowledged before the copy was begun is in it")
                let restored = try Store.open(at: back)
                let head = try restored.read { db in try Journal.head(db) }
                let same = try store.read { db in
                    try String.fetchOne(db, sql: "SELECT digest FROM journal WHERE sequence = ?", arguments: [head.0])
                }
                #expect(head.digest == same)
                #expect(try AccessDesk(restored).people().texts.count == 2 * (lines - 1))
                try restored.connection.close()
            }
        }
    }

    @Test func `a copy has nobody's session and no key of a ballot`() throws {
        try Scratch.with { folder in
            let (store, _) = try made(in: folder)
            let path = store.connection.path
            let token = String(repeating: "token", count: 9).prefix(43).description
            try store.write { db in
                try db.execute(
                    sql: """
                        INSERT INTO session (digest, account, formToken, way, startedAt, lastSeenAt, endsAt)
                        VALUES (?1, 'a001', ?3, 'password', ?2, ?2, ?2)
                        """, arguments: [String(repeating: "a", count: 64), "2026-11-22T12:00:00Z", token])
            }
            try Data("a key".utf8).write(to: URL(fileURLWithPath: "\(path).ballot-r--b.key"))
            let again = folder.appendingPathComponent("again.sqlite").path
            try Backup.make(of: store, at: again)
            let bytes = try Data(contentsOf: URL(fileURLWithPath: again))
            #expect(bytes.range(of: Data(token.utf8)) == nil)
            #expect(bytes.range(of: Data("a key".utf8)) == nil)
            let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            #expect(!names.contains { $0.hasPrefix("again.sqlite.ballot") })
        }
    }
}
