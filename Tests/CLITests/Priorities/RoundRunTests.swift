import Digests
import Exemplar
import Files
import Foundation
import Priorities
import Tabular
import Testing
import Vocabulary

@testable import CLI
@testable import Store

/// A round on the command line, step by step and from one folder.
struct RoundRunTests {
    private static func solver() -> Bool { RoundSolving.withoutSolver == nil }

    @Test func `the example files run as they stand, from the beginning to the decision`() async throws {
        try await RoundScratch.with { (scratch: RoundScratch) async throws in
            let stopped = try await SmallRound().run(scratch)
            #expect(stopped == nil, "\(String(describing: stopped))")
            let round = try scratch.round()
            #expect(round.decision?.outcomes.count == 3)
            #expect(round.ballot?.choices?.count == 4)
            for words in [
                ["round", "list"], ["round", "show", "my-round"], ["round", "show", "my-round", "--json"],
                ["round", "explain", "my-round"], ["round", "explain", "my-round", "--option", "home-visits"],
                ["round", "explain", "my-round", "--json"], ["round", "history", "my-round"],
                ["round", "ballot", "show", "my-round"], ["decision", "list"],
                ["decision", "show", "my-round", "--csv"],
            ] {
                #expect(try await scratch.refusal(words) == nil, "\(words)")
            }
            for table in RoundStateTables.names {
                #expect(try await scratch.refusal("round", "show", "my-round", "--table", table) == nil, "\(table)")
            }
            let verified = try Verification(of: scratch.store)
            #expect(verified.faults == [])
        }
    }

    @Test func `the names of members are in no line of the journal`() async throws {
        try await RoundScratch.with { (scratch: RoundScratch) async throws in
            #expect(try await SmallRound().run(scratch, upTo: 1) == nil)
            let lines = try scratch.store.read { db in try db.contents() }
            #expect(!lines.isEmpty)
            #expect(!lines.contains { $0.contains("Name of the chair") || $0.contains("two of the evenings") })
        }
    }

    @Test func `the same round solved in two databases has one digest`() async throws {
        var digests: [EvidenceID] = []
        for workers in ["1", "2"] {
            try await RoundScratch.with { (scratch: RoundScratch) async throws in
                #expect(try await SmallRound().run(scratch, upTo: 7) == nil)
                let refusal = try await scratch.refusal(
                    "round", "solve", "my-round", "--draws", "9000", "--core-draws", "40", "--points", "5", "--workers",
                    workers)
                #expect(refusal == nil)
                digests.append(try #require(scratch.round().result?.digest))
            }
        }
        #expect(digests.count == 2 && digests[0] == digests[1])
    }

    @Test func `another seed is another answer, and comparing says what changed`() async throws {
        try await RoundScratch.with { (scratch: RoundScratch) async throws in
            #expect(try await SmallRound().run(scratch, upTo: 8) == nil)
            let first = try scratch.round().result?.digest
            #expect(try await scratch.refusal("round", "compare", "my-round")?.code == "one-result")
            let again = ["round", "solve", "my-round", "--draws", "2000", "--core-draws", "40", "--points", "5"]
            #expect(try await scratch.refusal(again + ["--seed", "2"]) == nil)
            #expect(try scratch.round().result?.digest != first)
            #expect(try await scratch.refusal("round", "compare", "my-round") == nil)
        }
    }

    @Test func `other weights can be tried, and nothing is recorded`() async throws {
        try await RoundScratch.with { (scratch: RoundScratch) async throws in
            #expect(try await SmallRound().run(scratch, upTo: 8) == nil)
            let head = try scratch.head()
            let other = try scratch.write(
                "other.yaml",
                "weights: [{member: chair, given: [{method: swing, "
                    + "swings: [{criterion: wait, points: 100}, {criterion: health, points: 10}]}]}]")
            #expect(try await scratch.refusal("round", "solve", "my-round", "--what-if", other) == nil)
            let broken = try scratch.write("broken.yaml", "weights: [{member: nobody, given: []}]")
            #expect(
                try await scratch.refusal("round", "solve", "my-round", "--what-if", broken)?.code == "no-such-member")
            #expect(try scratch.head() == head)
            let weighed = try RoundSolveCommand.weighed(scratch.round(), by: other, .shipped)
            #expect(weighed.weights[Slug("chair")!] != (try scratch.round().weights[Slug("chair")!]))
            #expect(weighed.weights[Slug("clinician")!] == (try scratch.round().weights[Slug("clinician")!]))
        }
    }

    @Test func `a folder with a fault in its last file leaves no round behind`() async throws {
        try await RoundScratch.with { (scratch: RoundScratch) async throws in
            let round = SmallRound().changing("members.yaml", "kind: financial", to: "kind: friendly")
            let outcome = try #require(try await round.run(scratch, upTo: 1))
            #expect(outcome.refusal.kind == .input)
            #expect(outcome.after == outcome.before)
            #expect(try RoundDesk(scratch.store).rounds().isEmpty)
        }
    }

    @Test(.enabled(if: solver(), "the solver is not installed: ./do setup engines"))
    func `the exemplar's diabetes round runs from one folder to its decision`() async throws {
        try await RoundScratch.with { (scratch: RoundScratch) async throws in
            let occasion = Occasion(endingAt: Clock.now())
            let exemplar = try #require(Exemplar.rounds(for: occasion).first { $0.id == "diabetes-2025" })
            try scratch.enter(Exemplar.governance(for: occasion))
            for file in exemplar.files {
                let text = String(decoding: file.bytes, as: UTF8.self)
                    .replacing("draws: 50000", with: "draws: 4000").replacing("coreDraws: 500", with: "coreDraws: 30")
                try scratch.write("diabetes/\(file.path)", text)
            }
            #expect(try await scratch.refusal("round", "run", scratch.path("diabetes")) == nil)
            let round = try scratch.round("diabetes-2025")
            #expect(round.decision != nil && round.ballot?.choices?.count == 5)
            let sitting = try #require(round.decision?.sitting)
            #expect(sitting.meeting == Slug("ltc-board-2") && sitting.votes.count == 4)
            #expect(sitting.leftOut.map(\.options) == [[Slug("young-adult-clinic")!]])
            let held = try #require(try RoundDesk(scratch.store).result(of: round.id))
            let result = try held.value()
            #expect(result.portfolio.isProved)
            #expect(result.solver?.name == "HiGHS")
            #expect(try Verification(of: scratch.store).faults == [])
        }
    }
}

extension Transaction {
    /// What every line of the journal says.
    fileprivate func contents() throws -> [String] {
        try Journal.lines(self).map(\.content)
    }
}
