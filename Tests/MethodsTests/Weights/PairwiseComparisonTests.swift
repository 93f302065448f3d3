import TestSupport
import Testing
import Vocabulary

@testable import Methods

struct PairwiseComparisonTests {
    /// JMcDM, test/mcdm/testahp.jl (MIT licence).
    private static let eight: [[Double]] = [
        [1, 7, 1 / 5, 1 / 8, 1 / 2, 1 / 3, 1 / 5, 1], [1 / 7, 1, 1 / 8, 1 / 9, 1 / 4, 1 / 5, 1 / 9, 1 / 8],
        [5, 8, 1, 1 / 3, 4, 2, 1, 1], [8, 9, 3, 1, 7, 5, 3, 3], [2, 4, 1 / 4, 1 / 7, 1, 1 / 2, 1 / 5, 1 / 5],
        [3, 5, 1 / 2, 1 / 5, 2, 1, 1 / 3, 1 / 3], [5, 9, 1, 1 / 3, 5, 3, 1, 1], [1, 8, 1, 1 / 3, 5, 3, 1, 1],
    ]

    @Test func `AHP-01: the consistency of JMcDM's eight criteria, by column means`() throws {
        let comparison = try PairwiseComparison(matrix: Self.eight)
        let weights = comparison.weights(by: .columnMean)
        #expect(
            agree(
                comparison.consistencyVector(weights: weights),
                [
                    8.40982182534543, 8.227923797501001, 8.95201017080425, 8.848075127995905,
                    8.860427038870013,
                    8.941497805932498, 8.946071053879708, 8.62559534857526,
                ], within: 1e-5))
        #expect(abs(comparison.lambdaMax(weights: weights) - 8.72642777111301) < 1e-5)
        #expect(abs(comparison.consistencyIndex(weights: weights) - 0.10377539587328702) < 1e-5)
        let ratio = try comparison.consistencyRatio(
            weights: weights, randomIndex: PreferenceTables.shipped.pairwiseRandomIndex)
        #expect(abs(ratio - 0.07359957154133831) < 1e-5)
    }

    @Test(.enabled(if: PublishedCase.has("AHP-02"), "the published cases are not here"))
    func `AHP-02: four options by eight criteria, all by column means`() throws {
        let published = try PublishedCase("AHP-02")
        func weights(_ matrix: [[Double]]) throws -> [Double] {
            try PairwiseComparison(matrix: matrix).weights(by: .columnMean)
        }
        let criteria = try weights(published.matrix("input.criteria_matrix"))
        let given = try #require(published.value("input.alternative_matrices") as? [[[Double]]])
        let columns = try given.map { try weights($0) }
        let performances = (0..<4).flatMap { option in columns.map { $0[option] } }
        let scores = AdditiveValue.values(of: performances, weights: criteria)
        #expect(
            agree(scores, published.numbers("expected.scores"), within: published.number("tolerance.abs")))
        #expect(AdditiveValue.ranks(scores)[Int(published.number("expected.best")) - 1] == 1)
    }

    @Test(arguments: PairwiseComparison.Derivation.allCases, [UInt64(81), 82])
    func `consistent judgements give back their weights, whatever the way`(
        derivation: PairwiseComparison.Derivation, seed: UInt64
    ) throws {
        var numbers = SeededNumbers(seed: seed)
        for _ in 0..<60 {
            let count = Int.random(in: 1...12, using: &numbers)
            let parts = (0..<count).map { _ in Double.random(in: 0.5...9, using: &numbers) }
            let sum = parts.reduce(0, +)
            let comparison = try PairwiseComparison(matrix: parts.map { one in parts.map { one / $0 } })
            let weights = comparison.weights(by: derivation)
            #expect(agree(weights, parts.map { $0 / sum }, within: 1e-12), "seed \(seed)")
            #expect(abs(comparison.consistencyIndex(weights: weights)) < 1e-12, "seed \(seed)")
            #expect(comparison.worstTriads(3).isEmpty)
        }
    }

    @Test func `the eigenvector is one: the consistency vector is the same everywhere`() throws {
        let comparison = try PairwiseComparison(matrix: Self.eight)
        let weights = comparison.weights(by: .eigenvector)
        let vector = comparison.consistencyVector(weights: weights)
        #expect(try #require(vector.max()) - #require(vector.min()) < 1e-9)
        #expect(abs(weights.reduce(0, +) - 1) < 1e-12)
        // The three ways differ where judgements do.
        #expect(!agree(weights, comparison.weights(by: .columnMean), within: 1e-3))
        #expect(!agree(weights, comparison.weights(by: .geometricMean), within: 1e-3))
    }

    @Test func `the worst three judgements are found`() throws {
        // 1 is twice 2, 2 is twice 3, and yet 3 is said to matter twice as much as 1.
        let comparison = try PairwiseComparison(upper: [[2, 0.5], [2]])
        let triad = try #require(comparison.worstTriads(5).first)
        #expect(triad.said == 0.5 && triad.implied == 4 && triad.factor == 8)
        #expect([triad.first, triad.second, triad.third] == [0, 1, 2])
    }

    @Test func `a group's judgement is the geometric mean of its members'`() throws {
        let members = try [PairwiseComparison(upper: [[2]]), PairwiseComparison(upper: [[8]])]
        #expect(try PairwiseComparison.group(members).matrix == [[1, 4], [0.25, 1]])
        #expect(throws: Refusal.self) { try PairwiseComparison.group([]) }
        #expect(throws: Refusal.self) {
            try PairwiseComparison.group([members[0], PairwiseComparison(matrix: [[1]])])
        }
        #expect(try PairwiseComparison.group([PairwiseComparison(matrix: [[1]])]).matrix == [[1]])
    }

    @Test(
        arguments: [
            ([[1, 2]], "The judgements are no square of 1 to 40 criteria."),
            ([], "The judgements are no square of 1 to 40 criteria."),
            (
                [[1, 0], [1, 1]],
                "Criterion 1 is judged 0.0 times criterion 2; a judgement is between 1/1000 and 1000."
            ),
            (
                [[1, 3], [0.33, 1]],
                "Criterion 1 is judged 3.0 times criterion 2, and 2 is judged 0.33 times 1: not each other's reciprocal."
            ),
            (
                [[2]],
                "Criterion 1 is judged 2.0 times criterion 1, and 1 is judged 2.0 times 1: not each other's reciprocal."
            ),
        ] as [([[Double]], String)])
    func `judgements that are none are refused`(matrix: [[Double]], sentence: String) {
        let refusal = #expect(throws: Refusal.self) { try PairwiseComparison(matrix: matrix) }
        #expect(refusal?.sentence == sentence)
    }

    @Test func `half a matrix of the wrong form is refused, and a table that ends too soon`() throws {
        #expect(throws: Refusal.self) { try PairwiseComparison(upper: [[1, 2], []]) }
        #expect(throws: Refusal.self) { try PairwiseComparison(upper: [[-2]]) }
        let comparison = try PairwiseComparison(matrix: Self.eight)
        let weights = comparison.weights(by: .eigenvector)
        #expect(throws: Refusal.self) {
            try comparison.consistencyRatio(weights: weights, randomIndex: [0, 0, 1])
        }
        let two = try PairwiseComparison(upper: [[3]])
        #expect(try two.consistencyRatio(weights: [0.75, 0.25], randomIndex: []) == 0)
    }

    @Test(arguments: 1...12) func `a root to its own power is the number again`(degree: Int) {
        for value in [1e-60, 0.001, 0.5, 0.9999, 1, 1.0001, 2, 3, 1024, 59_049, 1e90] {
            let found = root(degree, of: value)
            let power = (0..<degree).reduce(1.0) { product, _ in product * found }
            #expect(abs(power - value) <= 1e-13 * value, "\(value)")
        }
        #expect(root(2, of: 9) == 3 && root(3, of: 27) == 3 && root(5, of: 32) == 2)
    }
}
