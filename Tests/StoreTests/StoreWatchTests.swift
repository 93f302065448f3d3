import Foundation
import GRDB
import Testing
import Vocabulary

@testable import Store

/// Whether the file can still be worked with.
struct StoreWatchTests {
    private func made(_ folder: URL) throws -> (store: Store, path: String) {
        let path = folder.appendingPathComponent("a.sqlite").path
        return (try Store.create(at: path), path)
    }

    @Test func `a file that is where it was and has room has no fault`() throws {
        try Scratch.with { folder in
            let watch = StoreWatch(try made(folder).store)
            #expect(watch.faults() == [])
        }
        let inNoFile = StoreWatch(try Store.inMemory())
        #expect(inNoFile.faults() == [])
    }

    @Test func `a file that was taken away is missed, although it can still be read`() throws {
        try Scratch.with { folder in
            let (store, path) = try made(folder)
            let watch = StoreWatch(store)
            try FileManager.default.removeItem(atPath: path)
            #expect(watch.faults() == [.gone])
        }
    }

    @Test func `another file in its place is seen`() throws {
        try Scratch.with { folder in
            let (store, path) = try made(folder)
            let watch = StoreWatch(store)
            try FileManager.default.moveItem(atPath: path, toPath: path + ".old")
            try Data("another".utf8).write(to: URL(fileURLWithPath: path))
            #expect(watch.faults() == [.replaced])
        }
    }

    @Test func `too little room is told of before an act fails for it`() throws {
        try Scratch.with { folder in
            let watch = StoreWatch(try made(folder).store, leastRoom: .max)
            #expect(watch.faults() == [.full])
        }
    }

    @Test func `tables that a newer Remit has changed are seen`() throws {
        try Scratch.with { folder in
            let store = try made(folder).store
            let watch = StoreWatch(store)
            try store.write { db in
                try db.execute(sql: "INSERT INTO grdb_migrations (identifier) VALUES ('m9999_of_a_later_day')")
            }
            #expect(watch.faults() == [.newer])
        }
    }

    @Test func `a file that cannot be read any more is told of`() throws {
        try Scratch.with { folder in
            let store = try made(folder).store
            let watch = StoreWatch(store)
            try store.connection.close()
            #expect(watch.faults() == [.unreadable])
        }
    }

    @Test func `records, a backup and what comes back can be read by their owner alone`() throws {
        try Scratch.with { folder in
            let (store, path) = try made(folder)
            let (copy, back) = (path + ".copy", path + ".back")
            try Backup.make(of: store, at: copy)
            try Backup.restore(copy, to: back)
            for file in [path, path + "-wal", copy, back] {
                let rights = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
                #expect(rights == 0o600, "\(file)")
            }
        }
    }
}
