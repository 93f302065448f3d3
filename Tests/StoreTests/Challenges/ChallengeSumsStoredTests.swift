import Challenges
import Digests
import Testing
import Vocabulary

@testable import Store

/// Sums that are made where the rows lie, against the same made of every row.
struct ChallengeSumsStoredTests {
    private static let on = Day("2025-11-03")!

    /// Rows of which some break several rules, with money at risk that differs from rule to rule.
    private static func run(_ chance: inout some RandomNumberGenerator, provider: String, digest: UInt8) -> ChallengeRun
    {
        var challenges: [RaisedChallenge] = []
        for row in 2...14 {
            let rules = ["CC01", "CC05", "CC10", "CC16"].filter { _ in Bool.random(using: &chance) }
            var left = Int.random(in: 0...900, using: &chance)
            for rule in rules {
                let isDataOnly = Int.random(in: 0...5, using: &chance) == 0
                let atRisk = isDataOnly ? 0 : Int.random(in: 0...900, using: &chance)
                let counted = min(left, atRisk)
                left -= counted
                challenges.append(
                    RaisedChallenge(
                        rule: rule, source: EvidenceID(bytes: Array(repeating: digest, count: 32)), row: row,
                        relatedRow: nil, provider: provider, year: FinancialYear(startingIn: 2025), month: 1 + row % 3,
                        amount: Money(pence: max(atRisk, 100)), atRisk: Money(pence: atRisk),
                        counted: Money(pence: counted), isDataOnly: isDataOnly))
            }
        }
        return ChallengeRun(
            digest: EvidenceID(bytes: Array(repeating: digest, count: 32)),
            words: [ChallengeWords(rule: "CC01", title: "Not ours", letter: "L", source: "S", isVerified: true)],
            challenges: challenges)
    }

    /// Takes whatever step chance chooses; one that is refused changes nothing.
    private func step(_ bundle: Slug, _ desk: ChallengeDesk, _ chance: inout some RandomNumberGenerator) throws {
        let held = try desk.bundle(bundle)
        let day = Self.on.adding(days: Int.random(in: 0...40, using: &chance))
        let numbers = held.challenges.map(\.number).filter { _ in Bool.random(using: &chance) }
        func perform<A: StoredAct & ChallengeAct>(_ act: A) throws {
            try desk.perform(act, by: Example.author, at: ChallengesStoredTests.moment)
        }
        switch Int.random(in: 0...7, using: &chance) {
        case 0: try perform(SendChallenges(bundle: bundle, on: Self.on, contact: "Team", reason: "Again."))
        case 1, 2:
            let answers = numbers.map { number -> AnswerChallenges.Row in
                Bool.random(using: &chance)
                    ? .init(number: number, kind: .accepted) : .init(number: number, kind: .rejected, reason: "No.")
            }
            let source = Digest.of("\(day) \(numbers)")
            try desk.answer(
                bundle, with: answers, from: source, named: "a.csv", on: day, by: Example.author,
                at: ChallengesStoredTests.moment)
        case 3, 4, 5:
            let conclusions = numbers.map { number -> ConcludeChallenges.Row in
                Int.random(in: 0...2, using: &chance) == 0
                    ? .init(number: number, outcome: .withdrawn, reason: "Ours.")
                    : .init(number: number, outcome: .upheld, reason: "Holds.")
            }
            try desk.conclude(
                bundle, conclusions, on: day, by: Example.author, at: ChallengesStoredTests.moment)
        case 6:
            let name = "CN\(Int.random(in: 1...2, using: &chance))"
            let isCorrection = held.credits.contains { $0.number == name }
            try perform(
                RecordCredit(
                    bundle: bundle, number: name, on: day,
                    amount: Money(pence: Int.random(in: 1...400, using: &chance)),
                    isCorrection: isCorrection, reason: "So it came."))
        default:
            if held.openDispute != nil {
                try perform(SettleDispute(bundle: bundle, on: day, words: "Settled."))
            } else {
                try perform(DisputeBundle(bundle: bundle, step: .negotiation, on: day, words: "A row."))
            }
        }
    }

    @Test(arguments: [1, 2, 3, 4, 5, 6])
    func `heads and sums of the store are those of every row, whatever was done`(seed: UInt64) throws {
        var chance = Seeded(state: seed)
        let desk = ChallengeDesk(try Store.inMemory())
        var bundles: [Slug] = []
        for (place, provider) in ["RX1", "RX2", "RX3"].enumerated() {
            let raised = try desk.raise(
                Self.run(&chance, provider: provider, digest: UInt8(place + 1)), with: provider,
                commissioner: OrganisationCode("QXX")!, on: Self.on, by: Example.author,
                at: ChallengesStoredTests.moment)
            bundles.append(raised.bundle.id)
        }
        for _ in 0..<25 {
            for bundle in bundles {
                do { try step(bundle, desk, &chance) } catch is Refusal {}
            }
            let whole = try desk.bundles()
            #expect(try desk.heads() == whole.map { BundleHead($0) })
            #expect(try desk.heads().map(\.state) == whole.map(\.state))
            var sums = ChallengeSums()
            for bundle in whole { sums.add(bundle) }
            #expect(try desk.sums() == sums)
            #expect(sums.total.balances)
        }
        #expect(try desk.heads(of: "RX2").map(\.id) == [bundles[1]])
        #expect(try desk.sums(of: [bundles[2]]) == ChallengeSums(of: desk.bundle(bundles[2])))
        #expect(try desk.sums(of: []).sums.isEmpty)
        #expect(try desk.words().map(\.title) == ["Not ours"])
    }

    @Test func `an act on a bundle that was changed since it was seen is refused, and nothing is recorded`() throws {
        var chance = Seeded(state: 9)
        let desk = ChallengeDesk(try Store.inMemory())
        let id = try desk.raise(
            Self.run(&chance, provider: "RX1", digest: 1), with: "RX1", commissioner: OrganisationCode("QXX")!,
            on: Self.on, by: Example.author, at: ChallengesStoredTests.moment
        ).bundle.id
        let seen = try desk.revision(of: id)
        let send = SendChallenges(bundle: id, on: Self.on, contact: "Team")
        try desk.perform(send, ifStill: seen, by: Example.author, at: ChallengesStoredTests.moment)
        let again = SendChallenges(bundle: id, on: Self.on, contact: "Team", reason: "Again.")
        #expect {
            try desk.perform(again, ifStill: seen, by: Example.author, at: ChallengesStoredTests.moment)
        } throws: { ($0 as? Refusal)?.code == "overtaken" }
        #expect(try desk.bundle(id).sendings.count == 1)
        let lines = try desk.lines(of: id)
        #expect(lines.map(\.act) == ["raiseChallenges", "sendChallenges"])
        #expect(lines.allSatisfy { $0.author == Example.author.description })
    }
}

/// Chance from a seed: the same on every run.
private struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
