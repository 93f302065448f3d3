import Methods
import TestSupport
import Testing
import Vocabulary

struct RankOrderCentroidTests {
    /// The weights that Barron and Barrett (1996) give for three criteria.
    @Test func `three criteria in order have eleven, five and two eighteenths`() throws {
        let weights = try RankOrderCentroid.weights(order: [2, 0, 1])
        #expect(agree(weights, [5.0 / 18, 2.0 / 18, 11.0 / 18], within: 1e-15))
    }

    @Test func `criteria of one place share the weights of the places they fill`() throws {
        let weights = try RankOrderCentroid.weights(order: [[0], [1, 2]])
        #expect(agree(weights, [11.0 / 18, 3.5 / 18, 3.5 / 18], within: 1e-15))
        #expect(
            try agree(
                RankOrderCentroid.weights(order: [[0, 1, 2, 3]]), [0.25, 0.25, 0.25, 0.25], within: 1e-15))
    }

    @Test(arguments: [[], [0, 0], [1, 2], [0, 2]])
    func `an order that names not every criterion once is refused`(
        order: [Int]
    ) {
        #expect(throws: Refusal.self) { try RankOrderCentroid.weights(order: order) }
    }

    @Test(arguments: 2...7) func `the weights are the mean of draws in that order`(count: Int) throws {
        let order = Array((0..<count).reversed())
        let statements = try zip(order, order.dropFirst()).map { try WeightStatement(.atLeast($0, $1)) }
        let polytope = try WeightPolytope(criteria: count, statements: statements)
        let draws = polytope.draws(20_000, from: RandomStream(seed: UInt64(count)))
        let means = (0..<count).map { place in
            stride(from: place, to: draws.count, by: count).reduce(0) { $0 + draws[$1] } / 20_000
        }
        let weights = try RankOrderCentroid.weights(order: order)
        #expect(agree(means, weights, within: 0.01) && abs(weights.reduce(0, +) - 1) < 1e-12)
    }
}
