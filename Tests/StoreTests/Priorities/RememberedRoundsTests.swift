import Foundation
import GRDB
import Priorities
import TestSupport
import Testing
import Vocabulary

@testable import Store

/// What this process knows of a round is what its acts make of it from nothing.
struct RememberedRoundsTests {
    private typealias Act = any (RoundAct & StoredAct)

    /// Undoes a transaction.
    private struct Undone: Error {}

    /// An act by chance, allowed or not.
    private func act(_ numbers: inout SeededNumbers) -> Act {
        let id = RoundExample.id
        let option = RoundExample.slug(RoundExample.options.randomElement(using: &numbers)!)
        let member = RoundExample.slug(RoundExample.members.randomElement(using: &numbers)!)
        let stage = Stage.allCases.randomElement(using: &numbers)!
        let figure = Int.random(in: 1...100, using: &numbers)
        switch Int.random(in: 0..<10, using: &numbers) {
        case 0:
            return PutForwardOption(
                round: id,
                option: Priorities.Option(
                    id: option, title: "More of \(option), \(figure)",
                    costs: RoundExample.years.map { .init(year: $0, recurrent: Money(pence: 10_000 * figure)) },
                    fullYear: Money(pence: 10_000 * figure)))
        case 1: return WithdrawOption(round: id, option: option, reason: "Reason \(figure)")
        case 2: return ReopenStage(round: id, stage: stage, reason: "Reason \(figure)")
        case 3, 4: return CloseStage(round: id, stage: stage)
        case 5:
            return GiveWeights(
                round: id, member: member,
                given: [
                    WeightsGiven(
                        method: .swing,
                        swings: [
                            .init(criterion: RoundExample.slug("access"), points: 100),
                            .init(criterion: RoundExample.slug("pain"), points: Double(figure)),
                        ])
                ])
        case 6:
            return DeclareInterest(
                round: id,
                interest: Interest(
                    id: RoundExample.slug("i\(figure)"), member: member, kind: .financial, options: [option],
                    nature: "Nature \(figure)"))
        default:
            return GiveScores(
                round: id, member: member,
                scores: ["access", "pain"].map {
                    Score(option: option, criterion: RoundExample.slug($0), value: Double(figure))
                })
        }
    }

    /// What is known, and what the acts make of it, agree.
    private func expectAgreement(_ example: RoundExample, _ note: Comment) throws {
        let (known, anew) = try example.store.read { db in
            (
                try RoundRows.round(RoundExample.id, under: example.desk.rules, db),
                try RoundRows.foldedAnew(RoundExample.id, under: example.desk.rules, db)
            )
        }
        #expect(known != nil && known == anew, note)
    }

    @Test(arguments: 1...6 as ClosedRange<UInt64>)
    func `a round gone on from what is known is the round made from nothing`(_ seed: UInt64) throws {
        try Scratch.with { folder in
            var numbers = SeededNumbers(seed: seed)
            let example = try RoundExample(in: folder)
            var performed = 0
            for step in 0..<60 {
                let act = act(&numbers)
                switch Int.random(in: 0..<4, using: &numbers) {
                case 0:
                    // Two acts in one transaction that comes to nothing.
                    #expect(throws: (any Error).self) {
                        try example.store.write { db in
                            for _ in 0..<2 {
                                try Store.perform(act, by: Example.author, at: RoundExample.later(900), in: db)
                            }
                            throw Undone()
                        }
                    }
                case 1:
                    // By another connection, which sees the round as this one left it.
                    let other = try Store.open(at: example.path)
                    if (try? other.perform(act, by: Example.author, at: example.now)) != nil { performed += 1 }
                default:
                    if (try? example.perform(act)) != nil { performed += 1 }
                }
                try expectAgreement(example, "seed \(seed), step \(step)")
            }
            #expect(performed > 10, "seed \(seed): too few acts were allowed to mean anything")
        }
    }

    @Test func `two stores whose rounds part ways do not know each other's`() throws {
        try Scratch.with { folder in
            let first = try RoundExample(in: folder, named: "a.sqlite")
            let second = try RoundExample(in: folder, named: "b.sqlite")
            #expect(try first.round() == second.round())
            for (example, reason) in [(first, "One"), (second, "Another"), (first, "Third")] {
                try example.perform(ReopenStage(round: RoundExample.id, stage: .scores, reason: reason))
                try example.perform(CloseStage(round: RoundExample.id, stage: .scores))
                try expectAgreement(first, "after \(reason)")
                try expectAgreement(second, "after \(reason)")
            }
            #expect(try first.round() != second.round())
        }
    }

    @Test func `an earlier line gives the round as it stood then, also when a later one is known`() throws {
        try Scratch.with { folder in
            let example = try RoundExample(in: folder)
            let lines = try example.head
            let members = try (1...lines).map { try example.desk.round(RoundExample.id, at: $0)?.members.count }
            #expect(zip(members, members.dropFirst()).allSatisfy { $0 ?? -1 <= $1 ?? -1 })
            #expect(members.first == 0 && members.last == RoundExample.members.count)
            try expectAgreement(example, "after looking back")
        }
    }

    @Test func `whoever checks the record takes nothing as known`() throws {
        try Scratch.with { folder in
            let example = try RoundExample(in: folder)
            _ = try example.round()
            try example.store.write { db in
                try db.execute(sql: "DROP TRIGGER round_act_is_never_changed")
                try db.execute(sql: "UPDATE round_act SET body = '{}' WHERE sequence = 2")
            }
            #expect(try example.store.read { db in try RoundChecks(db) }.faults.count == 1)
        }
    }
}
