import Foundation
import GRDB
import Synchronization
import Testing
import Vocabulary

@testable import Store

/// Writes that are brought to the disk together.
struct SharedCommitTests {
    private struct Refused: Error, Hashable {}

    private func add(_ name: String, _ db: Database) throws {
        try db.execute(sql: "INSERT INTO author (name) VALUES (?)", arguments: [name])
    }

    private func names(_ store: Store) throws -> [String] {
        try store.read { db in try String.fetchAll(db, sql: "SELECT name FROM author ORDER BY id") }
    }

    /// Begins some writes while another is under way, so that they go together, and waits for all of them.
    ///
    /// - Returns: what each threw, in their order.
    private func together(
        _ store: Store, _ works: [@Sendable (Database) throws -> Void]
    ) -> [(any Error)?] {
        let (entered, opened) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        let faults = Mutex<[Int: any Error]>([:])
        let all = DispatchGroup()
        func begin(_ place: Int, _ work: @escaping @Sendable (Database) throws -> Void) {
            all.enter()
            Thread.detachNewThread {
                do { try store.writeTogether(work) } catch { faults.withLock { $0[place] = error } }
                all.leave()
            }
        }
        begin(-1) { _ in
            entered.signal()
            opened.wait()
        }
        entered.wait()
        for (place, work) in works.enumerated() {
            begin(place, work)
            // In this order.
            while store.sharedCommit.waiting <= place { sched_yield() }
        }
        opened.signal()
        all.wait()
        return works.indices.map { place in faults.withLock { $0[place] } }
    }

    @Test func `of several that go together a refused one leaves nothing behind and takes no other with it`() throws {
        let store = try Store.inMemory()
        let told = Mutex<[String]>([])
        func adding(_ name: String, refused: Bool = false) -> @Sendable (Database) throws -> Void {
            { db in
                try add(name, db)
                told.withLock { $0.append("\(name) done") }
                db.afterNextTransaction { _ in told.withLock { $0.append("\(name) on the disk") } }
                if refused { throw Refused() }
            }
        }
        let faults = together(store, [adding("a"), adding("b", refused: true), adding("c")])
        #expect(faults[0] == nil && faults[1] is Refused && faults[2] == nil)
        #expect(try names(store) == ["a", "c"])
        let order = told.withLock { $0 }
        #expect(Array(order.prefix(3)) == ["a done", "b done", "c done"], "by one commit")
        #expect(order.contains("a on the disk") && order.contains("c on the disk"))
    }

    @Test func `where the commit fails nobody is told that theirs was done`() throws {
        try Scratch.with { folder in
            let store = try Store.create(at: folder.appendingPathComponent("a.sqlite").path)
            try store.write { db in
                try db.execute(
                    sql: """
                        CREATE TABLE parent (id INTEGER PRIMARY KEY);
                        CREATE TABLE child (parent INTEGER REFERENCES parent (id) DEFERRABLE INITIALLY DEFERRED)
                        """)
            }
            let faults = together(
                store,
                [
                    { db in try add("a", db) },
                    { db in
                        // Found out when it is committed.
                        try db.execute(sql: "INSERT INTO child (parent) VALUES (999)")
                    },
                    { db in try add("c", db) },
                ])
            #expect(faults.allSatisfy { $0 != nil })
            #expect(try names(store) == [])
            try store.writeTogether { db in try add("later", db) }
            #expect(try names(store) == ["later"])
        }
    }

    @Test func `where one ends the whole transaction the others are told`() throws {
        let store = try Store.inMemory()
        let faults = together(
            store,
            [
                { db in try add("a", db) },
                { db in
                    try db.execute(sql: "ROLLBACK")
                    throw Refused()
                },
                { db in try add("c", db) },
            ])
        #expect(faults.allSatisfy { $0 is Refused })
        #expect(try names(store) == [])
    }

    @Test func `many at once each write once`() throws {
        try Scratch.with { folder in
            let store = try Store.create(at: folder.appendingPathComponent("a.sqlite").path)
            let threads = 12
            let done = Mutex<Set<String>>([])
            let all = DispatchGroup()
            for thread in 0..<threads {
                all.enter()
                Thread.detachNewThread {
                    for turn in 0..<20 {
                        let name = "\(thread)-\(turn)"
                        let isDone: Void? = try? store.writeTogether { db in
                            try add(name, db)
                            if turn % 5 == 4 { throw Refused() }
                        }
                        if isDone != nil { _ = done.withLock { $0.insert(name) } }
                    }
                    all.leave()
                }
            }
            all.wait()
            let found = try names(store)
            #expect(found.count == threads * 16 && Set(found) == done.withLock { $0 })
        }
    }

    @Test func `what the work gives is given on, and what it throws`() throws {
        let store = try Store.inMemory()
        #expect(try store.writeTogether { db in try Int.fetchOne(db, sql: "SELECT 7") } == 7)
        #expect(throws: Refused.self) { try store.writeTogether { _ in throw Refused() } }
    }
}
