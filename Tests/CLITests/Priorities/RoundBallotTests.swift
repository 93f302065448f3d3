import Foundation
import Priorities
import Tabular
import Testing
import Vocabulary

@testable import CLI
@testable import Store

/// Votes as they are given, what becomes of a ballot, and of a decision.
struct RoundBallotTests {
    @Test func `a vote is given as words, and a refusal does not repeat it`() throws {
        let words = try BallotCastCommand.words(["a=fund", "b=defer"])
        #expect(words == ["a": .fund, "b": .deferred])
        for texts in [["a"], ["a=yes"], ["a=fund", "a=abstain"]] {
            do throws(Refusal) {
                _ = try BallotCastCommand.words(texts)
                Issue.record("\(texts) is no vote")
            } catch {
                #expect(error.code == "vote-form")
                #expect(!error.sentence.contains("a="))
            }
        }
    }

    @Test func `a ballot is voided with a reason and held again under another name`() async throws {
        try await RoundScratch.with { (scratch: RoundScratch) async throws in
            #expect(try await SmallRound().run(scratch, upTo: 10) == nil)
            #expect(
                try await scratch.refusal("round", "ballot", "void", "my-round", "--reason", " ")?.code == "no-reason")
            #expect(
                try await scratch.refusal("round", "ballot", "void", "my-round", "--reason", "The chair voted twice")
                    == nil)
            #expect(try scratch.round().ballot == nil)
            #expect(try await scratch.refusal("round", "ballot", "open", "my-round")?.code == "ballot-name-used")
            #expect(try await scratch.refusal("round", "ballot", "open", "my-round", "--name", "second") == nil)
            for member in ["chair", "public-health", "patients"] {
                #expect(try await scratch.refusal("round", "ballot", "close", "my-round")?.kind == .rule, "too few")
                #expect(
                    try await scratch.refusal(
                        "round", "ballot", "cast", "my-round", "--member", member, "--votes",
                        scratch.path("votes.yaml")) == nil)
            }
            #expect(try await scratch.refusal("round", "ballot", "close", "my-round") == nil)
        }
    }

    @Test func `nobody votes twice, nor whoever is not on the panel`() async throws {
        try await RoundScratch.with { (scratch: RoundScratch) async throws in
            #expect(try await SmallRound().run(scratch, upTo: 10) == nil)
            let cast = ["round", "ballot", "cast", "my-round", "--votes", scratch.path("votes.yaml"), "--member"]
            #expect(try await scratch.refusal(cast + ["chair"])?.code == "voted-already")
            #expect(try await scratch.refusal(cast + ["stranger"])?.code == "no-such-member")
        }
    }

    @Test func `an appeal that is upheld opens the decision, and the next answer is compared with the last`()
        async throws
    {
        try await RoundScratch.with { (scratch: RoundScratch) async throws in
            #expect(try await SmallRound().run(scratch) == nil)
            let appeal = try scratch.write(
                "appeal.yaml", "{id: first, grounds: The wait for visits was misread., person: A Name Of Somebody}")
            #expect(try await scratch.refusal("decision", "appeal", "my-round", appeal) == nil)
            #expect(try await scratch.refusal("decision", "appeal", "my-round", appeal)?.code == "appeal-exists")
            #expect(
                try await scratch.refusal(
                    "decision", "answer", "my-round", "first", "--upheld", "--reason", "It was") == nil)
            #expect(try scratch.round().decision == nil)
            #expect(
                try await scratch.refusal(
                    "round", "reopen", "my-round", "scores", "--reason", "To correct the wait") == nil)
            let corrected = try scratch.write(
                "corrected.yaml",
                "scores: [{member: chair, scores: [{option: home-visits, criterion: wait, value: 40}]}]")
            for words in [
                ["round", "score", "my-round", corrected], ["round", "close", "my-round", "scores"],
                ["round", "solve", "my-round", "--draws", "2000", "--core-draws", "40", "--points", "5"],
                ["round", "compare", "my-round", "--json"],
            ] {
                #expect(try await scratch.refusal(words) == nil, "\(words)")
            }
            let results = try RoundDesk(scratch.store).results(of: Slug("my-round")!)
            #expect(results.count == 2)
            let comparison = RoundComparison(
                try results[0].value(), try results[1].value(), try scratch.round())
            #expect(comparison.table.rows.count == 3)
        }
    }

    @Test func `the appeals route can be set until it is published`() async throws {
        try await RoundScratch.with { (scratch: RoundScratch) async throws in
            #expect(try await SmallRound().run(scratch, upTo: 1) == nil)
            #expect(
                try await scratch.refusal(
                    "decision", "route", "my-round", "--address", "Harbour House", "--days", "14") == nil)
            #expect(try scratch.round().appeals == AppealsRoute(address: "Harbour House", days: 14))
            #expect(
                try await scratch.refusal(
                    "decision", "route", "my-round", "--address", "Harbour House", "--days", "0")?.code
                    == "appeals-window")
        }
    }
}
