import TestSupport
import Testing

@testable import Methods

struct LinearProgrammeTests {
    /// Dantzig's example as textbooks print it: 3x + 5y, x ≤ 4, 2y ≤ 12, 3x + 2y ≤ 18 gives 36 at (2, 6).
    @Test func `the textbook example comes out`() throws {
        let programme = try #require(
            LinearProgramme(
                variables: 2,
                rows: [
                    .init(coefficients: [1, 0], relation: .atMost, bound: 4),
                    .init(coefficients: [0, 2], relation: .atMost, bound: 12),
                    .init(coefficients: [3, 2], relation: .atMost, bound: 18),
                ]))
        let best = try #require(programme.maximised([3, 5]))
        #expect(abs(best.value - 36) < 1e-9 && agree(best.point, [2, 6], within: 1e-9))
        let least = try #require(programme.minimised([3, 5]))
        #expect(least.value == 0 && least.point == [0, 0])
    }

    /// Beale's example, on which the simplex method without a rule against it goes in circles.
    @Test func `an example that cycles ends`() throws {
        let programme = try #require(
            LinearProgramme(
                variables: 4,
                rows: [
                    .init(coefficients: [0.25, -60, -0.04, 9], relation: .atMost, bound: 0),
                    .init(coefficients: [0.5, -90, -0.02, 3], relation: .atMost, bound: 0),
                    .init(coefficients: [0, 0, 1, 0], relation: .atMost, bound: 1),
                ]))
        let best = try #require(programme.minimised([-0.75, 150, -0.02, 6]))
        #expect(abs(best.value + 0.05) < 1e-9)
    }

    @Test func `what no point satisfies is nil, and what has no end too`() throws {
        #expect(
            LinearProgramme(
                variables: 1,
                rows: [
                    .init(coefficients: [1], relation: .atLeast, bound: 2),
                    .init(coefficients: [1], relation: .atMost, bound: 1),
                ]) == nil)
        let open = try #require(
            LinearProgramme(variables: 2, rows: [.init(coefficients: [1, -1], relation: .atMost, bound: 1)]))
        #expect(open.maximised([1, 1]) == nil)
        #expect(open.minimised([1, 1])?.value == 0)
    }

    @Test func `rows that say the same twice, and a bound below zero, do no harm`() throws {
        let programme = try #require(
            LinearProgramme(
                variables: 2,
                rows: [
                    .init(coefficients: [1, 1], relation: .equal, bound: 1),
                    .init(coefficients: [2, 2], relation: .equal, bound: 2),
                    .init(coefficients: [-1, 0], relation: .atMost, bound: -0.25),
                    .init(coefficients: [-1, 0], relation: .atLeast, bound: -0.75),
                ]))
        #expect(abs(try #require(programme.minimised([1, 0])).value - 0.25) < 1e-12)
        #expect(abs(try #require(programme.maximised([1, 0])).value - 0.75) < 1e-12)
    }

    @Test(arguments: [UInt64(51), 52, 53])
    func `the best of a random programme equals the best of its dual, and keeps its rows`(seed: UInt64) throws {
        var numbers = SeededNumbers(seed: seed)
        for _ in 0..<150 {
            let (rows, columns) = (
                Int.random(in: 1...10, using: &numbers), Int.random(in: 1...10, using: &numbers)
            )
            let matrix = (0..<rows).map { _ in
                (0..<columns).map { _ in Double(Int.random(in: -3...6, using: &numbers)) }
            }
            let bounds = (0..<rows).map { _ in Double(Int.random(in: 0...20, using: &numbers)) }
            let gain = (0..<columns).map { _ in Double(Int.random(in: -2...9, using: &numbers)) }
            let primal = try #require(
                LinearProgramme(
                    variables: columns,
                    rows: zip(matrix, bounds).map { .init(coefficients: $0, relation: .atMost, bound: $1) }))
            let transposed = (0..<columns).map { column in matrix.map { $0[column] } }
            let dual = LinearProgramme(
                variables: rows,
                rows: zip(transposed, gain).map { .init(coefficients: $0, relation: .atLeast, bound: $1) })
            guard let best = primal.maximised(gain) else {
                #expect(dual == nil, "seed \(seed): without end, so its dual has no point")
                continue
            }
            let other = try #require(dual?.minimised(bounds), "seed \(seed)")
            #expect(abs(best.value - other.value) < 1e-6, "seed \(seed)")
            #expect(best.point.allSatisfy { $0 >= 0 })
            for (row, bound) in zip(matrix, bounds) {
                #expect(zip(row, best.point).reduce(0) { $0 + $1.0 * $1.1 } <= bound + 1e-7, "seed \(seed)")
            }
        }
    }

    @Test(arguments: [40]) func `the stated size is answered`(count: Int) throws {
        let statements = try (1..<count).map { try WeightStatement(.ratio($0 - 1, $0, low: 1, high: 1.5)) }
        let polytope = try WeightPolytope(criteria: count, statements: statements)
        #expect(polytope.ranges.allSatisfy { $0.low <= $0.high })
        #expect(abs(polytope.ranges[0].low - 1.0 / Double(count)) < 1e-9)
    }
}
