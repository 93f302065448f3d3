import TestSupport
import Testing
import Vocabulary

@testable import Methods

/// Measurement draws against what is known of them: closed forms, draws made in another way, published runs.
struct SmaaSpreadTests {
    @Test(arguments: [(0.5, 0.4, 0.1, 0.2), (0.3, 0.6, 0.3, 0.1)])
    func `two normal values win as often as the normal distribution says`(
        one: Double, two: Double, first: Double, second: Double
    ) throws {
        let model = try SmaaModel(
            options: 2, criteria: 1, values: [one, two], spread: .normal([first, second]), weights: .uniform,
            seed: 3)
        let result = model.run(draws: 50_000, confidenceDraws: 50_000)
        let expected = StandardNormal.probability(
            atMost: (one - two) / (first * first + second * second).squareRoot())
        #expect(abs(result.pairwise[0][1] - expected) < 0.008)
        #expect(abs((result.confidence[0] ?? 0) - expected) < 0.008)
        #expect(result.confidence[0] != result.pairwise[0][1], "confidence has draws of its own")
    }

    @Test func `one normal number an option gives what one for each criterion gives`() throws {
        var numbers = SeededNumbers(seed: 21)
        let values = (0..<12).map { _ in Double.random(in: 0.3...0.7, using: &numbers) }
        let deviations = (0..<12).map { _ in Double.random(in: 0.02...0.2, using: &numbers) }
        let model = try SmaaModel(
            options: 4, criteria: 3, values: values, spread: .normal(deviations), weights: .uniform, seed: 8)
        let draws = 40_000
        var stream = RandomStream(seed: 99)
        let cells = (0..<draws).flatMap { _ in (0..<12).map { values[$0] + deviations[$0] * stream.normal() }
        }
        let weights = SmaaKernel.best.uniformWeights(seed: 1_000, criteria: 3, draws: 0..<draws)
        let long = try SmaaFromDraws.result(values: cells, weights: weights, options: 4, criteria: 3)
        expectAgreement(model.run(draws: draws), long, within: 0.015)
    }

    @Test func `triangular values are those of the inverse distribution`() throws {
        let low = [0, 0.2, 0.5, 0.1, 0.3, 0.4], mode = [0.3, 0.2, 0.6, 0.4, 0.35, 0.8]
        let high = [0.9, 0.8, 0.6, 0.5, 1, 0.8]
        let model = try SmaaModel(
            options: 3, criteria: 2, values: mode, spread: .triangular(low: low, high: high),
            weights: .uniform, seed: 6)
        let draws = 40_000
        var stream = RandomStream(seed: 98)
        let cells = (0..<draws).flatMap { _ in
            (0..<6).map { cell in
                // By rejection: a point under the triangle.
                while true {
                    let x = low[cell] + (high[cell] - low[cell]) * stream.uniform(), y = stream.uniform()
                    let side = x < mode[cell] ? mode[cell] - low[cell] : high[cell] - mode[cell]
                    let from = x < mode[cell] ? x - low[cell] : high[cell] - x
                    if side == 0 || y <= from / side { return x }
                }
                return 0
            }
        }
        let weights = SmaaKernel.best.uniformWeights(seed: 1_001, criteria: 2, draws: 0..<draws)
        let long = try SmaaFromDraws.result(values: cells, weights: weights, options: 3, criteria: 2)
        expectAgreement(model.run(draws: draws), long, within: 0.015)
    }

    @Test func `without spread the draws themselves give the same counts`() throws {
        let values = [0.9, 0.1, 0.4, 0.5, 0.5, 0.5, 0.2, 0.9, 0.3, 0.6, 0.4, 0.6]
        let model = try SmaaModel(
            options: 4, criteria: 3, values: values, spread: .none, weights: .uniform, seed: 77)
        let draws = 4_096
        let weights = SmaaKernel.best.uniformWeights(seed: 77, criteria: 3, draws: 0..<draws)
        let slow = try SmaaFromDraws.result(
            values: (0..<draws).flatMap { _ in values }, weights: weights, options: 4, criteria: 3)
        #expect(model.run(draws: draws) == slow)
    }

    @Test(.enabled(if: SmaaCase.isHere, "the published cases are not beside the checkout"))
    func `Beta measurements and no preferences give the published run`() throws {
        let published = try SmaaCase("15")
        let result = try thrombolytics { draws in
            SmaaKernel.best.uniformWeights(seed: 5, criteria: 3, draws: 0..<draws)
        }
        let names = ["Heparin", "Enoxaparin"]
        for option in 0..<2 {
            #expect(
                isClose(
                    result.rankAcceptability[option], published.numbers("ranks", names)[option], within: 0.02)
            )
            #expect(
                isClose(
                    result.centralWeights[option], published.numbers("cw(Prox,Dist,Bleed)", names)[option],
                    within: 0.02))
        }
        let confidence = published.expected["cf"] as? [String: Double] ?? [:]
        #expect(
            isClose(result.confidence.map { $0 ?? .nan }, names.map { confidence[$0] ?? 0 }, within: 0.02))
    }

    @Test(.enabled(if: SmaaCase.isHere, "the published cases are not beside the checkout"))
    func `Beta measurements and exact swing weights give the published run`() throws {
        let published = try SmaaCase("17")
        let weights = try #require(published.expected["weights(Prox,Dist,Bleed)"] as? [Double])
        let result = try thrombolytics { draws in (0..<draws).flatMap { _ in weights } }
        let names = ["Heparin", "Enoxaparin"]
        for option in 0..<2 {
            #expect(
                isClose(
                    result.rankAcceptability[option], published.numbers("ranks", names)[option], within: 0.015
                ))
        }
        let confidence = published.expected["cf"] as? [String: Double] ?? [:]
        #expect(
            isClose(result.confidence.map { $0 ?? .nan }, names.map { confidence[$0] ?? 0 }, within: 0.015))
    }

    private func expectAgreement(_ one: SmaaResult, _ two: SmaaResult, within tolerance: Double) {
        for option in one.pairwise.indices {
            #expect(isClose(one.rankAcceptability[option], two.rankAcceptability[option], within: tolerance))
            #expect(isClose(one.pairwise[option], two.pairwise[option], within: tolerance))
            #expect(isClose(one.centralWeights[option], two.centralWeights[option], within: 2 * tolerance))
        }
        #expect(
            isClose(one.confidence.map { $0 ?? 0 }, two.confidence.map { $0 ?? 0 }, within: 2 * tolerance))
    }

    static let betaDraws = 10_000

    private func thrombolytics(weights: (Int) -> [Double]) throws -> SmaaResult {
        try SmaaFromDraws.result(
            values: #require(Self.betaValues), weights: weights(Self.betaDraws), options: 2, criteria: 3)
    }

    /// The values fall linearly over the ranges that the case states in words; nil where the case is not there.
    private static let betaValues: [Double]? = {
        guard let published = try? SmaaCase("15"),
            let shapes = published.input["beta(alpha,beta)"] as? [String: [String: [Int]]]
        else { return nil }
        var stream = RandomStream(seed: 31)
        var values: [Double] = []
        for _ in 0..<betaDraws {
            for option in ["Heparin", "Enoxaparin"] {
                for (criterion, best, worst) in [("Prox", 0, 0.25), ("Dist", 0.15, 0.4), ("Bleed", 0, 0.1)] {
                    guard let shape = shapes[option]?[criterion] else { return nil }
                    values.append((worst - beta(shape[0], shape[1], &stream)) / (worst - best))
                }
            }
        }
        return values
    }()

    /// From two gamma numbers of whole shape, each a sum of exponential ones.
    private static func beta(_ alpha: Int, _ beta: Int, _ stream: inout RandomStream) -> Double {
        let one = gamma(alpha, &stream), other = gamma(beta, &stream)
        return one / (one + other)
    }

    private static func gamma(_ shape: Int, _ stream: inout RandomStream) -> Double {
        var product = 1.0
        for _ in 0..<shape { product *= 1 - stream.uniform() }
        return -binaryLogarithm(product)
    }
}
