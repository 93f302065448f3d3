import Foundation
import Priorities
import Testing
import Vocabulary

@testable import CLI
@testable import Store

/// What people get wrong: each is refused with the names, at its step, and leaves no line in the journal.
struct RoundBadInputTests {
    struct Fault: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var file: String
        var old: String
        var new: String
        /// The first words of the step that refuses.
        var step: String
        /// Words of the sentence.
        var says: [String]
    }

    static let faults: [Fault] = [
        Fault(
            testDescription: "weights that cannot all hold", file: "later/weights.yaml",
            old: "claims: [{kind: between, first: health, second: wait, low: 2, high: 4}]",
            new: "claims: [{kind: between, first: health, second: wait, low: 2, high: 4}, "
                + "{kind: atLeast, first: wait, second: health}]",
            step: "round weights", says: ["clinician", "Health gained", "Weeks until it helps"]),
        Fault(
            testDescription: "a criterion nobody scored", file: "scores.yaml", old: ", criterion: wait, value: 6}",
            new: ", criterion: health, value: 4}", step: "round score", says: ["evening-clinic", "health"]),
        Fault(
            testDescription: "a score outside its scale", file: "scores.yaml", old: "criterion: health, value: 8}",
            new: "criterion: health, value: 12}", step: "round score", says: ["12", "health"]),
        Fault(
            testDescription: "a circle of prerequisites", file: "options.yaml", old: "title: Evening clinic",
            new: "title: Evening clinic\n    requires: [evening-clinic]", step: "round new", says: ["evening-clinic"]),
        Fault(
            testDescription: "a cost in pence that overflows", file: "options.yaml", old: "\"£80,000\"",
            new: "\"£92,233,720,368,547,758.08\"", step: "round new", says: ["options[1]"]),
        Fault(
            testDescription: "costs whose sum overflows", file: "options.yaml", old: "\"£80,000\"",
            new: "\"£60,000,000,000,000,000\"", step: "round new", says: ["school-programme"]),
        Fault(
            testDescription: "two options with one name", file: "options.yaml", old: "title: Evening clinic",
            new: "title: visits AT home", step: "round new", says: ["evening-clinic", "home-visits"]),
        Fault(
            testDescription: "an envelope below what is locked in", file: "envelope.yaml", old: "rules:",
            new: "rules:\n  - {id: must, title: The law asks for these, kind: forcedIn, "
                + "options: [home-visits, school-programme, evening-clinic]}",
            step: "round solve", says: ["Visits at home", "Evening clinic"]),
        Fault(
            testDescription: "a recurrent cost on slippage", file: "envelope.yaml",
            old: "title: A contract that ended, kind: recurrent", new: "title: A contract that ended, kind: slippage",
            step: "round new", says: ["home-visits", "2026/27"]),
        Fault(
            testDescription: "a panel whose every member is excluded from an option", file: "members.yaml",
            old: "interests:",
            new: "interests:\n  - {id: neighbour, member: chair, kind: indirect, options: [evening-clinic], "
                + "nature: Lives next door.}",
            step: "round score", says: ["chair", "evening-clinic"]),
        Fault(
            testDescription: "a key that is not known", file: "envelope.yaml", old: "kind: slippage",
            new: "kind: slippage, amont: 3", step: "round new", says: ["envelope.yaml", "amont"]),
        Fault(
            testDescription: "cost as a criterion", file: "criteria.yaml", old: "title: Health gained",
            new: "title: Value for money", step: "round new", says: ["Value for money"]),
        Fault(
            testDescription: "a vote on an option that the member is left out of", file: "votes-clinician.yaml",
            old: "abstain}", new: "abstain, evening-clinic: fund}", step: "round ballot cast", says: ["evening-clinic"]),
        Fault(
            testDescription: "a decision that no motion carried", file: "later/decision.yaml",
            old: "{option: evening-clinic, outcome: notFunded", new: "{option: evening-clinic, outcome: funded",
            step: "decision record", says: ["evening-clinic", "carried"]),
    ]

    @Test(arguments: faults)
    func `is refused by name and leaves nothing behind`(fault: Fault) async throws {
        try await RoundScratch.with { (scratch: RoundScratch) async throws in
            let round = SmallRound().changing(fault.file, fault.old, to: fault.new)
            let outcome = try #require(try await round.run(scratch), "nothing was refused")
            #expect(outcome.step.joined(separator: " ").hasPrefix(fault.step), "\(outcome.refusal)")
            for word in fault.says { #expect(outcome.refusal.description.contains(word), "\(outcome.refusal)") }
            #expect(outcome.refusal.remedy != nil, "\(outcome.refusal)")
            #expect([3, 4, 2].contains(outcome.refusal.kind.exitCode))
            #expect(outcome.after == outcome.before)
        }
    }

    @Test func `scores cannot close while nobody has scored an option by a criterion`() async throws {
        try await RoundScratch.with { (scratch: RoundScratch) async throws in
            let missing = "      - {option: evening-clinic, criterion: wait, value: 6}\n"
            let round = SmallRound().changing("scores.yaml", missing, to: "")
            let outcome = try #require(try await round.run(scratch))
            #expect(outcome.step == ["round", "close", "my-round", "scores"])
            #expect(outcome.refusal.description.contains("wait"), "\(outcome.refusal)")
            #expect(outcome.after == outcome.before)
        }
    }

    @Test func `scores cannot close on an option that every member is left out of`() async throws {
        try await RoundScratch.with { (scratch: RoundScratch) async throws in
            let neighbours = ["chair", "public-health", "patients"].map { member in
                "\n  - {id: near-\(member), member: \(member), kind: indirect, "
                    + "options: [evening-clinic], nature: Lives next door.}"
            }
            let round = SmallRound().changing(
                "members.yaml", "interests:", to: "interests:\(neighbours.joined())"
            )
            .changing("scores.yaml", "      - {option: evening-clinic, criterion: health, value: 4}\n", to: "")
            .changing("scores.yaml", "      - {option: evening-clinic, criterion: wait, value: 6}\n", to: "")
            let outcome = try #require(try await round.run(scratch))
            #expect(outcome.step == ["round", "close", "my-round", "scores"])
            #expect(outcome.refusal.description.contains("evening-clinic"), "\(outcome.refusal)")
            #expect(outcome.after == outcome.before)
        }
    }

    @Test func `steps out of order are refused`() async throws {
        try await RoundScratch.with { (scratch: RoundScratch) async throws in
            let round = SmallRound()
            #expect(try await round.run(scratch, upTo: 1) == nil)
            let head = try scratch.head()
            for words in [
                ["round", "weights", "my-round", scratch.path("later/weights.yaml")],
                ["round", "score", "my-round", scratch.path("scores.yaml")], ["round", "close", "my-round", "weights"],
                ["round", "close", "my-round", "scores"], ["round", "solve", "my-round"],
                ["round", "ballot", "open", "my-round"],
                ["decision", "show", "my-round"], ["round", "explain", "my-round"], ["round", "compare", "my-round"],
                ["round", "ballot", "show", "my-round"],
            ] {
                let refusal = try await scratch.refusal(words)
                #expect(refusal?.kind == .rule, "\(words): \(refusal?.description ?? "done")")
            }
            let decision = ["decision", "record", "my-round", scratch.path("later/decision.yaml")]
            #expect(try await scratch.refusal(decision)?.code == "no-such-meeting")
            #expect(try await scratch.refusal("round", "show", "no-round")?.kind == .usage)
            #expect(try await scratch.refusal("round", "new", scratch.path("begin"))?.code == "round-exists")
            #expect(try scratch.head() == head)
        }
    }
}
