import Digests
import Foundation
import GRDB
import Priorities
import Testing
import Vocabulary

@testable import Store

/// What somebody with every file and every backup can and cannot learn.
struct SecretBallotTests {
    private static let votes = [("m1", "ffnnddaf"), ("m2", "fnfnfnfn"), ("m3", "ffxnnnnf"), ("m4", "nnnnnnnn")]

    private struct Box: Hashable {
        let id: Data
        let sealed: Data
    }

    private func boxes(in store: Store) throws -> [Box] {
        try store.read { db in
            try Row.fetchAll(db, sql: "SELECT id, sealed FROM sealed_vote ORDER BY id").map {
                Box(id: $0["id"], sealed: $0["sealed"])
            }
        }
    }

    private func voted(
        in folder: URL, named name: String, _ votes: [(String, String)],
        between: (RoundExample, Int) throws -> Void = { _, _ in }
    ) throws -> RoundExample {
        let example = try RoundExample(in: folder, named: name)
        try example.record()
        try example.openBallot()
        for (place, vote) in votes.enumerated() {
            try example.cast(vote.1, by: vote.0)
            try between(example, place)
        }
        return example
    }

    /// A letter beside the option it is for, as it is sealed.
    private let papers = RoundExample.options.flatMap { option in
        Ballot.Vote.allCases.map { Data("\($0.rawValue)\(option)".utf8) }
    }

    @Test func `before the ballot closes no file and no backup holds a vote that can be read`() throws {
        try Scratch.with { folder in
            let example = try voted(in: folder, named: "a.sqlite", Self.votes) { example, place in
                try Backup.make(of: example.store, at: example.path + ".backup\(place)")
            }
            let files = try example.files()
            #expect(files.count >= 6, "the file, its log, its key and four backups")
            for (name, bytes) in files {
                for paper in papers { #expect(bytes.range(of: paper) == nil, "a vote stands in \(name)") }
            }
            let key = try #require(files.first { $0.key.hasSuffix(".key") }).value
            #expect(key.count == 32)
            for (name, bytes) in files where !name.hasSuffix(".key") {
                #expect(bytes.range(of: key) == nil, "the key stands in \(name)")
            }
            let said = try example.store.read { db in
                try String.fetchAll(db, sql: "SELECT content FROM journal UNION ALL SELECT body FROM round_act")
            }
            for (_, letters) in Self.votes { #expect(!said.contains { $0.contains(letters) }) }
        }
    }

    @Test func `backups between the votes show who has voted, and boxes that nobody without the key can open`() throws {
        try Scratch.with { folder in
            var seen: [[Box]] = []
            let example = try voted(in: folder, named: "a.sqlite", Self.votes) { example, place in
                let copy = example.path + ".backup\(place)"
                try Backup.make(of: example.store, at: copy)
                seen.append(try boxes(in: Store.open(at: copy)))
            }
            #expect(seen.map(\.count) == [8, 16, 24, 32])
            #expect(Set(seen.joined().map(\.sealed.count)) == [112])
            #expect(Set(seen.joined().map(\.id)).count == 80, "every box has another number each time")
            // The place of a box tells nothing: those of the first voter do not lie together.
            let first = Set(seen[0].map(\.sealed))
            let places = seen[3].indices.filter { first.contains(seen[3][$0].sealed) }
            #expect(places.count == 8 && places != Array(0..<8) && places != Array(24..<32))
            try example.closeBallot()
            #expect(try example.keys == [])
            // Every backup with its boxes, and nothing that opens them.
            for place in 0..<4 {
                let copy = RoundDesk(try Store.open(at: example.path + ".backup\(place)"))
                #expect(
                    refused {
                        try copy.closeBallot(
                            RoundExample.ballot, in: RoundExample.id, by: Example.author, at: RoundExample.later(99))
                    } == "ballot-key-missing")
            }
        }
    }

    @Test func `in the file itself boxes lie in the order of their numbers`() throws {
        try Scratch.with { folder in
            let example = try voted(in: folder, named: "a.sqlite", Self.votes)
            example.store.emptyLog()
            let bytes = try Data(contentsOf: URL(fileURLWithPath: example.path))
            let held = try boxes(in: example.store)
            // Each page has its boxes from its end to its beginning; a box stands in the file once.
            let places = try held.map { box in try #require(bytes.range(of: box.sealed)).lowerBound }
            for (page, within) in Dictionary(grouping: places, by: { $0 / 4_096 }) {
                #expect(within == within.sorted(by: >), "page \(page)")
            }
            for (box, place) in zip(held, places) {
                #expect(bytes.range(of: box.sealed, in: (place + 1)..<bytes.endIndex) == nil)
            }
        }
    }

    @Test func `who voted how changes no byte of the journal`() throws {
        try Scratch.with { folder in
            func lines(_ name: String, _ votes: [(String, String)]) throws -> [Journal.Line] {
                let example = try voted(in: folder, named: name, votes)
                try example.closeBallot()
                return try example.store.read { db in try Journal.lines(db) }
            }
            let first = try lines("a.sqlite", Self.votes)
            let swapped = [("m1", "fnfnfnfn"), ("m2", "ffnnddaf"), Self.votes[2], Self.votes[3]]
            #expect(try lines("b.sqlite", swapped).map(\.digest) == first.map(\.digest))
            // Another order of casting: only who voted when is different.
            let turned = try lines("c.sqlite", Self.votes.reversed())
            func others(_ lines: [Journal.Line]) -> [String] {
                lines.filter { $0.act != CastBallot.name }.map(\.content)
            }
            #expect(others(turned) == others(first))
            func cast(_ lines: [Journal.Line]) -> [[String]] {
                lines.filter { $0.act == CastBallot.name }.map { line in
                    [line.at] + line.content.split(separator: ",").map(String.init).filter { !$0.contains("member") }
                }
            }
            #expect(cast(turned) == cast(first) && cast(first).count == 4)
        }
    }

    @Test func `closing records the votes of each option, sorted, and leaves neither boxes nor key`() throws {
        try Scratch.with { folder in
            let example = try voted(in: folder, named: "a.sqlite", Self.votes)
            let held = try boxes(in: example.store)
            let ballot = try example.closeBallot().ballot
            #expect(
                ballot?.choices?.map(\.description) == ["fffnddaf", "ffnnfnff", "fnnnnnnn", "nnxnnnnn"],
                "no line is anybody’s")
            for place in RoundExample.options.indices {
                let cast = Self.votes.map { Array($0.1)[place] }.sorted()
                #expect(ballot?.choices?.map { Array($0.description)[place] } == cast)
            }
            #expect(try boxes(in: example.store) == [] && example.keys == [])
            for (name, bytes) in try example.files() {
                for box in held { #expect(bytes.range(of: box.sealed) == nil, "a box stands in \(name)") }
            }
            #expect(try example.store.read { db in try RoundChecks(db) }.faults == [])
        }
    }

    @Test func `a key that a crash left behind is removed when the file is next opened, and one in use is not`() throws
    {
        try Scratch.with { folder in
            let example = try voted(in: folder, named: "a.sqlite", [])
            let key = example.path + ".ballot-dental--first.key"
            let bytes = try Data(contentsOf: URL(fileURLWithPath: key))
            let mode = try FileManager.default.attributesOfItem(atPath: key)[.posixPermissions] as? Int
            #expect(mode == 0o600)
            _ = try Store.open(at: example.path)
            #expect(try example.keys.count == 1)
            for member in ["m1", "m2", "m4"] { try example.cast("nnnnnnnn", by: member) }
            try example.closeBallot()
            try bytes.write(to: URL(fileURLWithPath: key))
            _ = try Store.open(at: example.path)
            #expect(try example.keys == [])
        }
    }

    @Test func `where the key is gone nobody votes in vain, and the ballot can be voided and held again`() throws {
        try Scratch.with { folder in
            let example = try voted(in: folder, named: "a.sqlite", Array(Self.votes.prefix(2)))
            let copy = folder.appendingPathComponent("restored.sqlite").path
            let backup = folder.appendingPathComponent("backup").path
            try Backup.make(of: example.store, at: backup)
            try Backup.restore(backup, to: copy)
            let store = try Store.open(at: copy)
            let desk = RoundDesk(store)
            let at = RoundExample.later(99)
            let votes = Dictionary(uniqueKeysWithValues: RoundExample.options.map { (Slug($0)!, Ballot.Vote.fund) })
            #expect(
                refused {
                    try desk.castBallot(
                        RoundExample.ballot, in: RoundExample.id, by: Slug("m4")!, choices: votes,
                        author: Example.author, at: at)
                } == "ballot-key-missing")
            try store.perform(
                VoidBallot(round: RoundExample.id, ballot: RoundExample.ballot, reason: "The key is lost"),
                by: Example.author, at: at)
            #expect(try boxes(in: store) == [])
            let again = OpenBallot(
                round: RoundExample.id, ballot: Slug("second")!, discussedOn: RoundExample.opened.day,
                options: RoundExample.options.map { Slug($0)! })
            try desk.openBallot(again, by: Example.author, at: at)
            for member in ["m1", "m2", "m4"] {
                try desk.castBallot(
                    again.ballot, in: RoundExample.id, by: Slug(member)!, choices: votes, author: Example.author, at: at
                )
            }
            #expect(
                try desk.closeBallot(again.ballot, in: RoundExample.id, by: Example.author, at: at).ballot?.choices
                    == [Ballot.Choices](repeating: Ballot.Choices("ffffffff"), count: 3))
        }
    }

    @Test func `a refused vote leaves nothing, and a ballot that is dropped takes its key with it`() throws {
        try Scratch.with { folder in
            let example = try voted(in: folder, named: "a.sqlite", [Self.votes[0]])
            let before = try (example.head, boxes(in: example.store))
            #expect(refused { try example.cast("ffffffff", by: "m1") } == "voted-already")
            #expect(refused { try example.cast("ffffffff", by: "m3") } == "left-out")
            #expect(refused { try example.cast("fxffffff", by: "m2") } == "not-left-out")
            #expect(refused { try example.openBallot(Slug("second")!) } == "ballot-exists")
            let after = try (example.head, boxes(in: example.store))
            #expect(after == before)
            #expect(try example.keys == ["a.sqlite.ballot-dental--first.key"])
            try example.perform(ReopenStage(round: RoundExample.id, stage: .scores, reason: "A slip"))
            #expect(try example.keys == [] && boxes(in: example.store) == [])
        }
    }

    @Test(arguments: [
        "DELETE FROM sealed_vote WHERE id = (SELECT MIN(id) FROM sealed_vote)",
        "UPDATE sealed_vote SET sealed = randomblob(112) WHERE id = (SELECT MIN(id) FROM sealed_vote)",
    ])
    func `an urn that somebody meddled with is not counted`(sql: String) throws {
        try Scratch.with { folder in
            let example = try voted(in: folder, named: "a.sqlite", Self.votes)
            try example.store.write { db in try db.execute(sql: sql) }
            #expect(refused { try example.closeBallot() } == "urn-altered")
        }
    }
}
