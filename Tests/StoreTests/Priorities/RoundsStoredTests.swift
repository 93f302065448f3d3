import Foundation
import GRDB
import Priorities
import Testing
import Vocabulary

@testable import Store

/// Rounds as they are kept: as their acts, decided again.
struct RoundsStoredTests {
    @Test func `every act on a round can be kept and done again`() {
        let replayed = Set(ReplayedActs.all.map { $0.name })
        #expect(RoundActs.all.map { $0.name }.filter { !replayed.contains($0) } == [])
        #expect(replayed.count == ReplayedActs.all.count, "two acts with one name")
    }

    @Test func `a round read back is what its acts made of it`() throws {
        try Scratch.with { folder in
            let example = try RoundExample(in: folder)
            try example.record()
            let lines = try example.desk.acts(of: RoundExample.id)
            let again = try Round.replaying(
                lines.map { (try $0.value(), $0.author, $0.moment) }, rulebook: example.desk.rules.rulebook)
            #expect(try example.round() == again)
            #expect(lines.count == RoundExample.beforeResult.count + 1)
            #expect(try lines.map { try $0.value().journalled.canonical } == lines.map(\.body))
            #expect(lines.map(\.moment) == lines.indices.map { RoundExample.later($0) })
            #expect(Set(lines.map(\.author)) == [Example.author])
            let listed = try example.desk.rounds()
            #expect(listed.map(\.id) == [RoundExample.id] && listed[0].acts == lines.count)
            #expect(listed[0].openedAt == RoundExample.opened && listed[0].lastActAt == lines.last?.moment)
        }
    }

    @Test func `a round can be seen as it stood after any line`() throws {
        try Scratch.with { folder in
            let example = try RoundExample(in: folder, acts: Array(RoundExample.beforeResult.prefix(5)))
            #expect(try example.desk.round(RoundExample.id, at: 0) == nil)
            #expect(try example.desk.round(RoundExample.id, at: 1)?.envelope == nil)
            #expect(try example.desk.round(RoundExample.id, at: 2)?.envelope != nil)
            #expect(try (3...5).map { try example.desk.round(RoundExample.id, at: $0)?.members.count } == [0, 1, 2])
            #expect(refused { try example.desk.round(RoundExample.slug("other")) } == "no-such-round")
        }
    }

    @Test func `a refused act leaves no row and no line`() throws {
        try Scratch.with { folder in
            let example = try RoundExample(in: folder, acts: RoundExample.opening)
            #expect(refused { try example.perform(RoundExample.opening[0]) } == "round-exists")
            let early = CloseStage(round: RoundExample.id, stage: .scores)
            #expect(refused { try example.perform(early) } != nil)
            let elsewhere = CloseStage(round: RoundExample.slug("other"), stage: .anchors)
            #expect(refused { try example.perform(elsewhere) } == "no-such-round")
            #expect(try example.head == 1)
            #expect(try example.desk.acts(of: RoundExample.id).count == 1)
        }
    }

    @Test(arguments: [
        "UPDATE round_act SET body = '{}'", "DELETE FROM round_act", "UPDATE priority_round SET title = 'Other'",
        "DELETE FROM priority_round", "UPDATE round_result SET body = '{}'", "DELETE FROM round_result",
    ])
    func `what is on the record cannot be changed or removed`(sql: String) throws {
        try Scratch.with { folder in
            let example = try RoundExample(in: folder)
            try example.record()
            #expect(throws: DatabaseError.self) { try example.store.write { db in try db.execute(sql: sql) } }
        }
    }

    @Test func `a result is recorded with its answer, or not at all`() throws {
        try Scratch.with { folder in
            let example = try RoundExample(in: folder, acts: Array(RoundExample.beforeResult.dropLast()))
            #expect(refused { try example.record() } == "scores-open")
            #expect(try example.desk.results(of: RoundExample.id).isEmpty)
            try example.perform(CloseStage(round: RoundExample.id, stage: .scores))
            let first = try example.record(["b": 1, "a": .decimal(2.5)])
            #expect(first.body == #"{"a":2.5,"b":1}"#)
            #expect(try example.round().result?.digest == first.digest)
            try example.perform(ReopenStage(round: RoundExample.id, stage: .scores, reason: "A slip"))
            #expect(try example.desk.result(of: RoundExample.id)?.digest == nil)
            try example.perform(CloseStage(round: RoundExample.id, stage: .scores))
            let again = try example.record(["a": .decimal(2.5), "b": 1])
            #expect(again.digest == first.digest)
            let other = try example.record(["a": 3])
            #expect(try example.desk.result(of: RoundExample.id)?.digest == other.digest)
            let held = try example.desk.results(of: RoundExample.id)
            #expect(held.map(\.digest) == [first.digest, other.digest])
            #expect(try example.store.read { db in try RoundChecks(db) }.faults == [])
        }
    }

    @Test func `a round is decided again by the rules of its own day`() throws {
        try Scratch.with { folder in
            let example = try RoundExample(in: folder)
            let named = try example.store.read { db in
                try String.fetchAll(db, sql: "SELECT DISTINCT json_extract(content, '$.rules') FROM journal")
            }
            #expect(named == [example.desk.rules.journalled.canonical])
            let rules = try example.store.read { db in
                try RulesInForce(
                    journalled: JSONValue(parsing: Array(named[0].utf8), named: "rules"), keptBy: db)
            }
            #expect(try RoundDesk(example.store, under: rules).round(RoundExample.id) == example.round())
        }
    }
}
