import Methods
import TestSupport
import Testing
import Vocabulary

struct BestWorstTests {
    /// Rezaei, Omega 53 (2015) 49, as in JMcDM, test/mcdm/testbestworst.jl (MIT licence).
    private func rezaei() throws -> BestWorst {
        try BestWorst(criteria: 3, best: 2, worst: 0, bestToOthers: [8, 2, 1], othersToWorst: [1, 5, 8])
    }

    @Test func `BWM-01: the nonlinear model gives what Rezaei prints`() throws {
        let example = try rezaei()
        let answer = example.nonlinear()
        #expect(agree(answer.weights, [0.071, 0.338, 0.589], within: 0.01))
        #expect(abs(answer.xi - 0.26) < 0.01)
        let ratio = try example.consistencyRatio(
            xi: answer.xi, index: PreferenceTables.shipped.bestWorstConsistencyIndex)
        #expect(abs(ratio - 0.058) < 0.001)
        // With three criteria there is one answer.
        #expect(answer.ranges.allSatisfy { $0.high - $0.low < 1e-6 })
    }

    /// The linear model is another one; its miss was found by a second solver.
    @Test func `the linear model misses each of its differences by no more than it says`() throws {
        let example = try rezaei()
        let answer = example.linear()
        let (weights, xi) = (answer.weights, answer.xi)
        #expect(abs(weights.reduce(0, +) - 1) < 1e-12)
        #expect(abs(missOfDifferences(example, weights) - xi) < 1e-9)
        #expect(!agree(weights, example.nonlinear().weights, within: 1e-4))
    }

    @Test func `consistent judgements have no miss in either model, and their weights back`() throws {
        let example = try BestWorst(
            criteria: 4, best: 0, worst: 3, bestToOthers: [1, 2, 4, 8], othersToWorst: [8, 4, 2, 1])
        let weights = [8.0 / 15, 4.0 / 15, 2.0 / 15, 1.0 / 15]
        for answer in [example.nonlinear(), example.linear()] {
            #expect(abs(answer.xi) < 1e-12 && agree(answer.weights, weights, within: 1e-9))
        }
        #expect(example.inputConsistency == 0)
        #expect(example.nonlinear().xi == 0)
    }

    @Test func `the inconsistent judgement is named before any weight is found`() throws {
        let example = try BestWorst(
            criteria: 4, best: 0, worst: 3, bestToOthers: [1, 2, 7, 8], othersToWorst: [8, 4, 5, 1])
        // 7 · 5 against 8, over 64 − 8.
        #expect(example.inputConsistencies == [0, 0, 27.0 / 56, 0])
        #expect(example.inputConsistency == 27.0 / 56)
    }

    @Test func `where more than one list of weights is best there are intervals`() throws {
        let example = try BestWorst(
            criteria: 5, best: 0, worst: 4, bestToOthers: [1, 2, 4, 3, 8], othersToWorst: [8, 4, 4, 2, 1])
        let answer = example.nonlinear()
        #expect(answer.xi > 0.1)
        #expect(answer.ranges.contains { $0.high - $0.low > 0.01 })
        #expect(zip(answer.weights, answer.ranges).allSatisfy { $1.low <= $0 && $0 <= $1.high })
        #expect(missOfRatios(example, answer.weights) <= answer.xi + 1e-6)
        let polytope = try #require(answer.polytope)
        for weights in polytope.listedDraws(200, from: RandomStream(seed: 5)) {
            #expect(missOfRatios(example, weights) <= answer.xi + 1e-6)
        }
        #expect(example.linear().polytope == nil)
    }

    @Test(arguments: [UInt64(91), 92, 93])
    func `no other weights miss less, and the miss is never above what is stated`(seed: UInt64) throws {
        var numbers = SeededNumbers(seed: seed)
        for _ in 0..<40 {
            let count = Int.random(in: 2...6, using: &numbers)
            let bestToWorst = Double(Int.random(in: 2...9, using: &numbers))
            var (first, second) = ([1.0], [bestToWorst])
            for _ in 2..<max(2, count) {
                first.append(Double(Int.random(in: 1...Int(bestToWorst), using: &numbers)))
                second.append(Double(Int.random(in: 1...Int(bestToWorst), using: &numbers)))
            }
            let example = try BestWorst(
                criteria: count, best: 0, worst: count - 1, bestToOthers: first + [bestToWorst],
                othersToWorst: second + [1])
            let (ratios, differences) = (example.nonlinear(), example.linear())
            #expect(abs(missOfRatios(example, ratios.weights) - ratios.xi) < 1e-5, "seed \(seed)")
            #expect(
                abs(missOfDifferences(example, differences.weights) - differences.xi) < 1e-8, "seed \(seed)")
            for _ in 0..<50 {
                let near = ratios.weights.map { $0 * Double.random(in: 0.9...1.1, using: &numbers) }
                #expect(missOfRatios(example, near) >= ratios.xi - 1e-9, "seed \(seed)")
                let parts = differences.weights.map { $0 * Double.random(in: 0.9...1.1, using: &numbers) }
                let sum = parts.reduce(0, +)
                #expect(
                    missOfDifferences(example, parts.map { $0 / sum }) >= differences.xi - 1e-9,
                    "seed \(seed)")
            }
        }
    }

    @Test(
        arguments: [
            (3, 0, 2, [1, 2], [4, 2, 1], "There are 2 judgements"),
            (1, 0, 0, [1], [1], "There are 1 judgements"),
            (2, 0, 0, [1, 2], [2, 1], "The best and the worst criterion must be two different"),
            (2, 0, 5, [1, 2], [2, 1], "The best and the worst criterion must be two different"),
            (2, 0, 1, [1, 0.5], [0.5, 1], "A judgement is 0.5; it is 1"),
            (2, 0, 1, [2, 2], [2, 1], "The best over itself"),
            (
                2, 0, 1, [1, 3], [2, 1],
                "The best over the worst is judged 3.0 in one list and 2.0 in the other."
            ),
        ] as [(Int, Int, Int, [Double], [Double], String)])
    func `judgements that are none are refused`(
        criteria: Int, best: Int, worst: Int, first: [Double], second: [Double], start: String
    ) {
        let refusal = #expect(throws: Refusal.self) {
            try BestWorst(
                criteria: criteria, best: best, worst: worst, bestToOthers: first, othersToWorst: second)
        }
        #expect(refusal?.sentence.hasPrefix(start) == true)
    }

    @Test func `a table without the judgement is refused`() throws {
        #expect(throws: Refusal.self) { try rezaei().consistencyRatio(xi: 0.2, index: [0, 0.44]) }
        #expect(throws: Refusal.self) { try rezaei().consistencyRatio(xi: 0.2, index: []) }
    }

    private func missOfRatios(_ example: BestWorst, _ weights: [Double]) -> Double {
        weights.indices.flatMap { place in
            [
                abs(weights[example.best] / weights[place] - example.bestToOthers[place]),
                abs(weights[place] / weights[example.worst] - example.othersToWorst[place]),
            ]
        }.max() ?? 0
    }

    private func missOfDifferences(_ example: BestWorst, _ weights: [Double]) -> Double {
        weights.indices.flatMap { place in
            [
                abs(weights[example.best] - example.bestToOthers[place] * weights[place]),
                abs(weights[place] - example.othersToWorst[place] * weights[example.worst]),
            ]
        }.max() ?? 0
    }
}
