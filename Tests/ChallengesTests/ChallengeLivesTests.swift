import TestSupport
import Testing
import Vocabulary

@testable import Challenges

/// Laws over random lives of bundles: what is done is drawn from a seed, and whatever is refused changes nothing.
struct ChallengeLivesTests {
    private func draw(_ numbers: inout SeededNumbers, below limit: Int) -> Int {
        Int.random(in: 0..<limit, using: &numbers)
    }

    private func run(_ numbers: inout SeededNumbers) -> ChallengeRun {
        let rules = ["CC01", "CC05", "CC10", "CC25"]
        var raised: [RaisedChallenge] = []
        for row in 2..<(4 + draw(&numbers, below: 9)) {
            var counted = false
            for rule in rules where draw(&numbers, below: 2) == 0 {
                let pounds = 1 + draw(&numbers, below: 50)
                let isDataOnly = draw(&numbers, below: 5) == 0
                raised.append(
                    Sample.raised(
                        rule, row, pounds, counted: counted || isDataOnly ? 0 : nil,
                        month: 5 + draw(&numbers, below: 2), isDataOnly: isDataOnly))
                counted = counted || !isDataOnly
            }
        }
        if raised.isEmpty { raised = [Sample.raised("CC01", 2, 10)] }
        return ChallengeRun(digest: Sample.digest(9), words: Sample.words, challenges: raised)
    }

    /// Some act on the bundle, sensible or not.
    private func act(
        on bundle: ChallengeBundle, day: Day, _ numbers: inout SeededNumbers
    ) -> any ChallengeAct {
        let id = bundle.id
        func some() -> [Int] {
            let all = bundle.challenges.map(\.number).filter { _ in draw(&numbers, below: 2) == 0 }
            return all.isEmpty ? [1] : all
        }
        switch draw(&numbers, below: 10) {
        case 0:
            return SendChallenges(
                bundle: id, on: day, contact: "Team", reason: bundle.sending == nil ? nil : "Again.")
        case 1, 2:
            let rows = some().map { number in
                let kind = ChallengeAnswer.Kind.allCases[draw(&numbers, below: 3)]
                let amount = Money(pence: 1 + draw(&numbers, below: 3_000))
                return AnswerChallenges.Row(
                    number: number, kind: kind, amount: kind == .part ? amount : nil, reason: "Why.")
            }
            return AnswerChallenges(
                bundle: id, source: Sample.digest(UInt8(draw(&numbers, below: 250))), sourceName: "a.xlsx", on: day,
                answers: rows, document: Sample.digest(7))
        case 3, 4, 5, 6:
            let rows = some().map { number in
                let outcome = ChallengeConclusion.Outcome.allCases[draw(&numbers, below: 3)]
                let amount = Money(pence: 1 + draw(&numbers, below: 3_000))
                return ConcludeChallenges.Row(
                    number: number, outcome: outcome, amount: outcome == .part ? amount : nil, reason: "Why.")
            }
            return ConcludeChallenges(bundle: id, on: day, conclusions: rows, document: Sample.digest(6))
        case 7:
            return RecordCredit(
                bundle: id, number: "CN\(draw(&numbers, below: 4))", on: day,
                amount: Money(pence: draw(&numbers, below: 9_000)), isCorrection: draw(&numbers, below: 3) == 0,
                reason: draw(&numbers, below: 2) == 0 ? "Why." : nil)
        case 8:
            guard let open = bundle.openDispute?.steps.last?.kind else {
                return DisputeBundle(bundle: id, step: .negotiation, on: day, words: "Row 2.")
            }
            if let next = open.next, draw(&numbers, below: 2) == 0 {
                return DisputeBundle(bundle: id, step: next, on: day, words: "Row 2.")
            }
            return SettleDispute(bundle: id, on: day, words: "Agreed.")
        default:
            return CloseBundle(bundle: id, on: day, reason: draw(&numbers, below: 6) == 0 ? "Enough." : nil)
        }
    }

    private func done(_ act: any ChallengeAct, _ bundle: ChallengeBundle) throws(Refusal) -> ChallengeBundle {
        try act.decide(Sample.before(bundle), by: Sample.author, at: Sample.moment)
    }

    @Test func `whatever is done, raised is upheld, withdrawn and open, and the pence likewise`() throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        var numbers = SeededNumbers(seed: seed)
        var (performed, refusedActs, ends) = (0, 0, Set<ChallengeBundle.State>())
        for _ in 0..<150 {
            var bundle = try Sample.done(Sample.raising(run(&numbers)), nil)
            let counted = bundle.challenges.map(\.raised.counted).total()
            var day = Sample.day("2025-11-03")
            for _ in 0..<25 {
                day = min(day.adding(days: draw(&numbers, below: 5)), Sample.day("2025-12-31"))
                let act = act(on: bundle, day: day, &numbers)
                let name = type(of: act).name
                let before = bundle
                do throws(Refusal) {
                    bundle = try done(act, bundle)
                    performed += 1
                } catch {
                    refusedActs += 1
                    #expect(error.kind != .engine && !error.sentence.isEmpty, "seed \(seed)")
                    continue
                }
                #expect(
                    ChallengeBundle.transitions.contains {
                        $0.from == before.state && $0.by == name && $0.to == bundle.state
                    }, "\(before.state) → \(bundle.state) by \(name) is not in the table; seed \(seed)")
                for (old, new) in zip(before.challenges, bundle.challenges) {
                    let from = old.state(isSent: before.sending != nil)
                    let to = new.state(isSent: bundle.sending != nil)
                    #expect(
                        from == to
                            || ChallengeBundle.challengeTransitions.contains {
                                $0.from == from && $0.by == name && $0.to == to
                            }, "\(from) → \(to) by \(name) is not in the table; seed \(seed)")
                }
                let total = ChallengeSums(of: bundle).total
                #expect(total.balances && total.claimed == counted && total.agreed == bundle.agreed, "seed \(seed)")
                #expect(total.openMoney >= .zero && total.givenUp >= .zero, "seed \(seed)")
                #expect(bundle.challenges.allSatisfy { $0.agreed <= $0.raised.atRisk }, "seed \(seed)")
            }
            ends.insert(bundle.state)
        }
        #expect(performed > 300 && refusedActs > 300, "both were tried; seed \(seed)")
        #expect(ends.count >= 4, "lives end differently: \(ends); seed \(seed)")
    }

    @Test func `every act stands in a table, and every state but the last is left`() {
        let acts = Set(ChallengeBundle.transitions.map(\.by))
        #expect(acts.union([RaiseChallenges.name]) == Set(ChallengeActs.all.map { $0.name }))
        let left = Set(ChallengeBundle.transitions.map(\.from))
        #expect(Set(ChallengeBundle.State.allCases).subtracting(left) == [.closed])
        #expect(Set(ChallengeBundle.transitions.map(\.to)).union([.raised]) == Set(ChallengeBundle.State.allCases))
    }
}
