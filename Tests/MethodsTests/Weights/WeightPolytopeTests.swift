import TestSupport
import Testing
import Vocabulary

@testable import Methods

struct WeightPolytopeTests {
    @Test func `with nothing said every weight is free`() throws {
        let polytope = try WeightPolytope(criteria: 3)
        #expect(polytope.ranges.allSatisfy { $0.low == 0 && $0.high == 1 })
        #expect(agree(polytope.centre, [1.0 / 3, 1.0 / 3, 1.0 / 3], within: 1e-12))
        #expect(polytope.freedom == 2)
    }

    @Test func `one criterion has the whole weight`() throws {
        let polytope = try WeightPolytope(criteria: 1)
        #expect(polytope.centre == [1] && polytope.freedom == 0)
        #expect(polytope.draws(2, from: RandomStream(seed: 1)) == [1, 1])
    }

    /// By hand: w1 ≥ w2 ≥ w3 has corners (1,0,0), (½,½,0), (⅓,⅓,⅓).
    @Test func `the ranges of a complete order are those of its corners`() throws {
        let polytope = try WeightPolytope(
            criteria: 3, statements: [WeightStatement(.atLeast(0, 1)), WeightStatement(.atLeast(1, 2))])
        #expect(agree(polytope.ranges.map(\.low), [1.0 / 3, 0, 0], within: 1e-12))
        #expect(agree(polytope.ranges.map(\.high), [1, 0.5, 1.0 / 3], within: 1e-12))
        #expect(try agree(polytope.centre, RankOrderCentroid.weights(order: [0, 1, 2]), within: 1e-12))
        let share = try #require(polytope.share(of: 0, beside: 2))
        #expect(abs(share.least - 0.5) < 1e-12 && share.most == 1)
    }

    @Test func `equalities that settle everything leave one point`() throws {
        let polytope = try WeightPolytope(
            criteria: 3,
            statements: [WeightStatement(.exactRatio(0, 1, 2)), WeightStatement(.exactRatio(1, 2, 3))])
        #expect(polytope.freedom == 0)
        #expect(agree(polytope.centre, [0.6, 0.3, 0.1], within: 1e-9))
    }

    @Test func `inequalities that meet leave no width either`() throws {
        let polytope = try WeightPolytope(
            criteria: 2, statements: [WeightStatement(.atLeast(0, 1)), WeightStatement(.atLeast(1, 0))])
        #expect(polytope.freedom == 0 && agree(polytope.centre, [0.5, 0.5], within: 1e-9))
    }

    @Test func `statements that cannot all hold are named, and no others`() throws {
        let statements = try [
            WeightStatement(.atLeast(2, 3)), WeightStatement(.ratio(0, 1, low: 2, high: 3)),
            WeightStatement(.range(3, low: 0, high: 0.9)), WeightStatement(.ratio(1, 2, low: 2, high: nil)),
            WeightStatement(.ratio(0, 2, low: 0, high: 3)),
        ]
        let clash = #expect(throws: WeightClash.self) {
            try WeightPolytope(criteria: 4, statements: statements)
        }
        // At least twice, then at least twice again, is more than three times.
        #expect(clash?.statements == [1, 3, 4])
        let refusal = clash?.refusal(naming: ["access", "quality", "reach", "cost"])
        #expect(refusal?.code == "weights-clash")
        #expect(
            refusal?.sentence.contains("“access” matters between 2.0 and 3.0 times as much as “quality”")
                == true)
    }

    @Test func `a circle of ratios is a clash, though no weight on any of them would agree with it`() throws {
        let circle = try [(0, 1), (1, 2), (2, 0)].map { try WeightStatement(.exactRatio($0, $1, 2)) }
        let clash = #expect(throws: WeightClash.self) { try WeightPolytope(criteria: 4, statements: circle) }
        #expect(clash?.statements == [0, 1, 2])
        // A weight of nothing may be said, and what follows from it holds.
        let nothing = try WeightPolytope(
            criteria: 3,
            statements: [WeightStatement(.range(0, low: 0, high: 0)), WeightStatement(.atLeast(0, 1))])
        #expect(nothing.centre == [0, 0, 1] && nothing.freedom == 0)
        // A long chain of large ratios leaves little, but some.
        let chain = try (0..<7).map { try WeightStatement(.exactRatio($0, $0 + 1, 9)) }
        #expect(try WeightPolytope(criteria: 8, statements: chain).centre[7] > 0)
    }

    @Test func `a person's statements are read with the criteria's names`() throws {
        let names = ["access", "quality"]
        let statements = try [WeightStatement(.atLeast(0, 1)), WeightStatement(.range(0, low: 0, high: 0.3))]
        let refusal = #expect(throws: Refusal.self) {
            try WeightPolytope.agreeing(with: statements, criteria: names)
        }
        #expect(
            refusal?.sentence == "These cannot all hold: “access” matters at least as much as “quality”; "
                + "the weight of “access” is between 0.0 and 0.3.")
        let open = try WeightPolytope.agreeing(with: [statements[0]], criteria: names)
        #expect(open.words(naming: names)[0] == "“access” has from 50 to 100 % of the weight.")
        #expect(throws: Refusal.self) { try WeightPolytope.agreeing(with: [], criteria: []) }
        #expect(throws: Refusal.self) {
            try WeightPolytope.agreeing(with: [], criteria: [String](repeating: "a", count: 41))
        }
    }

    @Test(arguments: [UInt64(61), 62, 63])
    func `a clash is the smallest of its kind: without any one of it the rest can hold`(seed: UInt64) throws {
        var numbers = SeededNumbers(seed: seed)
        var clashes = 0
        for _ in 0..<60 {
            let criteria = Int.random(in: 2...6, using: &numbers)
            let statements = try randomStatements(10, criteria: criteria, from: &numbers)
            do throws(WeightClash) {
                _ = try WeightPolytope(criteria: criteria, statements: statements)
            } catch {
                clashes += 1
                #expect(throws: WeightClash.self) {
                    try WeightPolytope(criteria: criteria, statements: error.said)
                }
                for place in error.said.indices {
                    var rest = error.said
                    rest.remove(at: place)
                    #expect(throws: Never.self, "seed \(seed)") {
                        try WeightPolytope(criteria: criteria, statements: rest)
                    }
                }
            }
        }
        #expect(clashes > 5, "too few clashes were met to mean anything")
    }

    @Test(arguments: [UInt64(71), 72, 73])
    func `draws sum to one, agree with every statement and stay within the ranges`(seed: UInt64) throws {
        var numbers = SeededNumbers(seed: seed)
        var ways: Set<WeightPolytope.Drawing> = []
        for trial in 0..<60 {
            let criteria = Int.random(in: 2...6, using: &numbers)
            let statements = try randomStatements(
                Int.random(in: 0...4, using: &numbers), criteria: criteria, from: &numbers)
            guard let polytope = try? WeightPolytope(criteria: criteria, statements: statements) else {
                continue
            }
            let stream = RandomStream(seed: seed).substream(trial)
            ways.insert(polytope.drawing)
            let draws = polytope.draws(50, from: stream)
            #expect(draws.count == 50 * criteria)
            for start in stride(from: 0, to: draws.count, by: criteria) {
                let weights = Array(draws[start..<(start + criteria)])
                #expect(weights.allSatisfy { $0 >= 0 }, "seed \(seed)")
                #expect(abs(weights.reduce(0, +) - 1) < 1e-9, "seed \(seed)")
                #expect(polytope.holds(weights, within: 1e-9), "seed \(seed)")
                #expect(
                    zip(weights, polytope.ranges).allSatisfy { $1.low - 1e-9 <= $0 && $0 <= $1.high + 1e-9 },
                    "seed \(seed)")
            }
            #expect(Array(draws.prefix(10 * criteria)) == polytope.draws(10, from: stream))
        }
        #expect(ways.count >= 3, "too few ways of drawing were met: \(ways)")
    }

    @Test func `the same said in other words gives the same draws`() throws {
        let order = try WeightPolytope(criteria: 3, statements: [WeightStatement(.atLeast(0, 1))])
        let ratio = try WeightPolytope(
            criteria: 3, statements: [WeightStatement(.ratio(0, 1, low: 1, high: nil))])
        #expect(order.draws(20, from: RandomStream(seed: 3)) == ratio.draws(20, from: RandomStream(seed: 3)))
    }

    @Test(.enabled(if: PublishedCase.has("WSAM-01"), "the published cases are not here"))
    func `WSAM-01: ten thousand draws of a complete order have the rank order centroid for a mean`() throws {
        let published = try PublishedCase("WSAM-01")
        let polytope = try WeightPolytope(
            criteria: 3, statements: [WeightStatement(.atLeast(0, 1)), WeightStatement(.atLeast(1, 2))])
        for way in [WeightPolytope.Drawing.order, .rejection, .walk] {
            let draws = polytope.draws(Int(published.number("input.N")), from: RandomStream(seed: 5), by: way)
            let columns = columns(of: draws, criteria: 3)
            #expect(
                agree(
                    columns.map { $0.reduce(0, +) / Double($0.count) },
                    published.numbers("expected.exact_mean_ROC"),
                    within: published.number("tolerance.mean_abs")), "\(way)")
            #expect(columns.allSatisfy { ScoreSpread($0)!.standardDeviation > 0.05 })
            for start in stride(from: 0, to: draws.count, by: 3) {
                #expect(
                    draws[start] >= draws[start + 1] - 1e-12 && draws[start + 1] >= draws[start + 2] - 1e-12)
            }
        }
    }

    @Test func `a walk and rejection have the same means and spreads, also where it is long and thin`() throws {
        let statements = try [
            WeightStatement(.ratio(0, 1, low: 1, high: 1.5)), WeightStatement(.atLeast(2, 3)),
            WeightStatement(.range(4, low: 0.05, high: 0.3)),
        ]
        let polytope = try WeightPolytope(criteria: 5, statements: statements)
        let kept = columns(
            of: polytope.draws(8_000, from: RandomStream(seed: 8), by: .rejection), criteria: 5)
        let walked = columns(of: polytope.draws(8_000, from: RandomStream(seed: 9), by: .walk), criteria: 5)
        for (left, right) in zip(kept, walked) {
            let (first, second) = try (#require(ScoreSpread(left)), #require(ScoreSpread(right)))
            #expect(abs(first.mean - second.mean) < 0.01)
            #expect(abs(first.standardDeviation - second.standardDeviation) < 0.01)
            #expect(abs(first.median - second.median) < 0.015)
        }
    }

    @Test func `draws with an exact ratio keep it`() throws {
        let polytope = try WeightPolytope(criteria: 4, statements: [WeightStatement(.exactRatio(0, 1, 3))])
        #expect(polytope.freedom == 2 && polytope.drawing == .walk)
        let draws = columns(of: polytope.draws(3_000, from: RandomStream(seed: 1)), criteria: 4)
        #expect(zip(draws[0], draws[1]).allSatisfy { abs($0 - 3 * $1) < 1e-9 })
        // By symmetry the last two have the same mean; the triangle's corners give ¾, ¼, 1 and 1.
        for (column, mean) in zip(draws, [0.25, 1.0 / 12, 1.0 / 3, 1.0 / 3]) {
            #expect(abs(column.reduce(0, +) / 3_000 - mean) < 0.015)
        }
    }

    private func columns(of draws: [Double], criteria: Int) -> [[Double]] {
        (0..<criteria).map { place in stride(from: place, to: draws.count, by: criteria).map { draws[$0] } }
    }

    private func randomStatements(
        _ count: Int, criteria: Int, from numbers: inout SeededNumbers
    ) throws -> [WeightStatement] {
        try (0..<count).map { _ in
            let two = Array((0..<criteria).shuffled(using: &numbers).prefix(2))
            switch Int.random(in: 0...3, using: &numbers) {
            case 0: return try WeightStatement(.atLeast(two[0], two[1]))
            case 1:
                let low = Double.random(in: 0.2...2, using: &numbers)
                return try WeightStatement(.ratio(two[0], two[1], low: low, high: low * 2))
            case 2:
                let low = Double.random(in: 0...0.4, using: &numbers)
                return try WeightStatement(.range(two[0], low: low, high: low + 0.3))
            default: return try WeightStatement(.ratio(two[0], two[1], low: 0.5, high: nil))
            }
        }
    }
}
