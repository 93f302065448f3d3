import Foundation
import GRDB
import Testing
import Vocabulary

@testable import Store

/// Whether a file was written to since somebody looked.
struct FileVersionTests {
    private func setUp(_ store: Store, as holder: String) throws {
        try store.perform(SetUpInstallation(holder: holder, isInvented: true), by: Example.author, at: Example.moment)
    }

    @Test func `what this process writes is told, and nothing where nothing was written`() throws {
        try Scratch.with { folder in
            let store = try Store.create(at: folder.appendingPathComponent("a.sqlite").path)
            let first = try #require(try store.version())
            for _ in 0..<3 {
                _ = try store.read { db in try Journal.head(db) }
                #expect(try store.version() == first)
            }
            try setUp(store, as: "Wexbourne")
            let second = try #require(try store.version())
            #expect(second > first)
            #expect(try store.version() == second)
        }
    }

    @Test func `what another connection writes is told, also when the log was emptied meanwhile`() throws {
        try Scratch.with { folder in
            let path = folder.appendingPathComponent("a.sqlite").path
            let store = try Store.create(at: path)
            let other = try Store.open(at: path)
            var last = try #require(try store.version())
            for holder in ["Wexbourne", "Wexbourne and Harrow", "Wexbourne"] {
                try other.write { db in
                    try db.execute(sql: "INSERT INTO author (name) VALUES (?)", arguments: [holder + "\(last)"])
                }
                let now = try #require(try store.version())
                #expect(now > last)
                other.emptyLog()
                last = try #require(try store.version())
            }
        }
    }

    @Test func `what was rolled back changes nothing, and what is under way is not told yet`() throws {
        struct Undone: Error {}
        try Scratch.with { folder in
            let store = try Store.create(at: folder.appendingPathComponent("a.sqlite").path)
            let first = try store.version()
            #expect(throws: Undone.self) {
                try store.write { db in
                    try db.execute(sql: "INSERT INTO author (name) VALUES ('A')")
                    #expect(try store.version() == first)
                    throw Undone()
                }
            }
            #expect(try store.version() == first)
        }
    }

    @Test func `of a store in no file nothing is said to be the same`() throws {
        #expect(try Store.inMemory().version() == nil)
    }

    @Test func `what is kept at a version is known at that one alone, and the later stays`() {
        var kept = AtVersion<[String]>()
        kept.keep(["unknown"], at: nil)
        #expect(kept.value(at: nil) == nil)
        kept.keep(["a"], at: 2)
        #expect(kept.value(at: 2) == ["a"] && kept.value(at: 3) == nil && kept.value(at: nil) == nil)
        kept.keep(["old"], at: 1)
        #expect(kept.value(at: 2) == ["a"] && kept.value(at: 1) == nil)
        kept.change(at: 2, from: []) { $0.append("b") }
        #expect(kept.value(at: 2) == ["a", "b"])
        kept.change(at: 3, from: []) { $0.append("c") }
        #expect(kept.value(at: 3) == ["c"] && kept.value(at: 2) == nil)
    }
}
