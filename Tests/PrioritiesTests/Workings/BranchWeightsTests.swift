import Methods
import Testing
import Vocabulary

@testable import Priorities

@Suite struct BranchWeightsTests {
    private let names = ["access", "health", "equity"]

    private func branch(_ said: WeightsGiven) throws -> BranchWeights {
        var round = DrawnRound.round(seed: 1)
        round.weights = [:]
        let tree = CriteriaTree(round)
        return try BranchWeights(said, of: tree.branches[0], in: round, by: slug("m1"), tables: .shipped)
    }

    private func points(_ figures: [Double]) -> [WeightsGiven.Points] {
        zip(names, figures).map { .init(criterion: slug($0), points: $1) }
    }

    private func expect(_ found: [Double], _ expected: [Double]) {
        #expect(zip(found, expected).allSatisfy { ($0 - $1).magnitude < 1e-9 }, "\(found)")
    }

    @Test func `swings are shares of their sum`() throws {
        expect(try branch(WeightsGiven(method: .swing, swings: points([100, 60, 40]))).point, [0.5, 0.3, 0.2])
    }

    @Test func `an order gives its centroid, and those in one group tie`() throws {
        // 11/18, 5/18, 2/18 for three in order; the last two tied share 7/36 each.
        let said = WeightsGiven(method: .rankOrder, order: [[slug("health")], [slug("access"), slug("equity")]])
        expect(try branch(said).point, [7.0 / 36, 11.0 / 18, 7.0 / 36])
    }

    @Test func `consistent comparisons give their ratios, and contradicting ones a ratio above nought`() throws {
        func judged(_ times: Int) throws -> BranchWeights {
            try branch(
                WeightsGiven(
                    method: .pairwise,
                    judgements: [
                        .init(more: slug("access"), less: slug("health"), times: 2),
                        .init(more: slug("health"), less: slug("equity"), times: 2),
                        .init(more: slug("access"), less: slug("equity"), times: times),
                    ]))
        }
        expect(try judged(4).point, [4.0 / 7, 2.0 / 7, 1.0 / 7])
        #expect(try judged(4).consistency?.ratio ?? 1 < 1e-9)
        #expect(try judged(9).consistency?.ratio ?? 0 > 0.01)
    }

    @Test func `what is partly known leaves ranges, with a point within and draws within`() throws {
        let said = WeightsGiven(
            method: .partial,
            claims: [.init(kind: .between, first: slug("access"), second: slug("health"), low: 2, high: 3)])
        let branch = try branch(said)
        let draws = branch.draws(100, from: RandomStream(seed: 5))
        #expect(draws.count == 300)
        for row in stride(from: 0, to: 300, by: 3) {
            let ratio = draws[row] / draws[row + 1]
            #expect(ratio > 2 - 1e-6 && ratio < 3 + 1e-6)
        }
        #expect(branch.ranges[2].low == 0 && branch.point[2] > 0)
    }

    @Test func `a pair not compared, a criterion without a swing and one from elsewhere are named`() {
        let refusals: [(WeightsGiven, String, String)] = [
            (
                WeightsGiven(
                    method: .pairwise, judgements: [.init(more: slug("access"), less: slug("health"), times: 2)]),
                "pair-unjudged", "“Access” and “Equity”"
            ),
            (WeightsGiven(method: .swing, swings: Array(points([100, 1]))), "criterion-unweighed", "“Equity”"),
            (
                WeightsGiven(method: .swing, swings: [.init(criterion: slug("pain"), points: 100)]),
                "criterion-unknown", "“pain”"
            ),
            (WeightsGiven(method: .bestWorstLinear, best: slug("access")), "best-worst-missing", "m1’s weights"),
        ]
        for (said, code, words) in refusals {
            let error = #expect(throws: Refusal.self) { try branch(said) }
            #expect(error?.code == code)
            #expect(error?.sentence.contains(words) == true, "\(error?.sentence ?? "")")
        }
    }
}
