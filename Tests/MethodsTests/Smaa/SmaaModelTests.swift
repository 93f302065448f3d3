import Methods
import TestSupport
import Testing
import Vocabulary

struct SmaaModelTests {
    static let spreads: [SmaaModel.Spread] = [
        .none, .normal([Double](repeating: 0.1, count: 15)),
        .triangular(low: [Double](repeating: -0.1, count: 15), high: [Double](repeating: 1.2, count: 15)),
    ]

    /// Five options on three criteria, of tenths, so that some are equal.
    static func model(
        _ seed: UInt64, spread: SmaaModel.Spread = .none, weights: SmaaModel.Weights = .uniform,
        scale: Double = 1
    ) throws -> SmaaModel {
        var numbers = SeededNumbers(seed: seed)
        let values = (0..<15).map { _ in Double(Int.random(in: 0...10, using: &numbers)) / 10 * scale }
        return try SmaaModel(
            options: 5, criteria: 3, values: values, spread: spread, weights: weights, seed: seed)
    }

    @Test(arguments: 1...8 as ClosedRange<UInt64>, spreads)
    func `rows of rank acceptability sum to one, and pairs to no more`(seed: UInt64, spread: SmaaModel.Spread)
        throws
    {
        let result = try Self.model(seed, spread: spread).run(draws: 5_003, confidenceDraws: 100)
        for row in result.rankAcceptability { #expect(abs(row.reduce(0, +) - 1) < 1e-12) }
        for one in 0..<5 {
            #expect(result.pairwise[one][one] == 0)
            for two in 0..<one {
                let both = result.pairwise[one][two] + result.pairwise[two][one]
                #expect(spread == .none ? both <= 1 : abs(both - 1) < 1e-12)
            }
        }
    }

    @Test func `two options that are the same tie in every draw, and both may rank first`() throws {
        let model = try SmaaModel(
            options: 3, criteria: 2, values: [0.5, 0.7, 0.5, 0.7, 0.9, 0.1], spread: .none, weights: .uniform,
            seed: 2)
        let result = model.run(draws: 10_000)
        #expect(result.pairwise[0][1] == 0 && result.pairwise[1][0] == 0)
        #expect(result.rankAcceptability[0] == result.rankAcceptability[1])
        #expect(result.centralWeights[0] == result.centralWeights[1])
        #expect(result.confidence == [1, 1, 1])
    }

    @Test(arguments: 1...6 as ClosedRange<UInt64>)
    func `an option that another dominates never ranks first`(seed: UInt64) throws {
        let model = try Self.model(seed)
        let worse = model.values.prefix(3).map { $0 - 0.01 }
        let with = try SmaaModel(
            options: 6, criteria: 3, values: model.values + worse, spread: .none, weights: .uniform,
            seed: seed)
        let result = with.run(draws: 10_000)
        #expect(result.rankAcceptability[5][0] == 0)
        #expect(result.centralWeights[5] == nil && result.confidence[5] == nil)
        #expect(result.pairwise[0][5] == 1)
    }

    @Test(arguments: 1...6 as ClosedRange<UInt64>, [0.5, 2, 64])
    func `scaling all values or all weights changes nothing`(seed: UInt64, factor: Double) throws {
        let plain = try Self.model(seed).run(draws: 5_000)
        #expect(try Self.model(seed, scale: factor).run(draws: 5_000) == plain)
        let given = [0.2, 0.5, 0.3]
        let exact = try Self.model(seed, spread: Self.spreads[1], weights: .exact(given))
        let scaled = try Self.model(seed, spread: Self.spreads[1], weights: .exact(given.map { $0 * factor }))
        #expect(exact.run(draws: 5_000) == scaled.run(draws: 5_000))
    }

    @Test(arguments: spreads) func `both kernels and any order of blocks give the same result`(
        spread: SmaaModel.Spread
    ) throws {
        let model = try Self.model(9, spread: spread)
        let total = 3 * SmaaModel.blockSize + 77
        let tallies = [3, 1, 0, 2].map { block in
            (block, model.tally(block: block, draws: SmaaModel.draws(in: block, of: total), kernel: .plain))
        }
        let whole = SmaaTally.combined(tallies.sorted { $0.0 < $1.0 }.map(\.1))
        let result = model.result(of: whole, confidenceDraws: 1_003, kernel: .plain)
        #expect(result == model.run(draws: total, confidenceDraws: 1_003, kernel: .wide))
    }

    /// What was published can be made again: a change of one bit here needs a new version of the method.
    @Test(
        arguments: zip(
            spreads,
            [0xCCBA_9C4D_92B5_3956, 0x418C_720C_E3CE_59F8, 0xFC4E_E250_6A79_5174] as [UInt64]))
    func `the numbers of a seed stay as they are`(spread: SmaaModel.Spread, digest: UInt64) throws {
        let model = try SmaaModel(
            options: 5, criteria: 3, values: (0..<15).map { Double($0 * 7 % 11) / 10 }, spread: spread,
            weights: .uniform, seed: 2_026)
        let tally = SmaaTally.combined([
            model.tally(block: 0, draws: SmaaModel.blockSize), model.tally(block: 1, draws: 101),
        ])
        let result = model.result(of: tally, confidenceDraws: 999)
        let numbers =
            (tally.rankCounts + tally.winCounts).map { UInt64($0) } + tally.firstWeightSums.map(\.bitPattern)
            + result.confidence.map { ($0 ?? -1).bitPattern } + [result.choiceEntropy.bitPattern]
        // Fowler, Noll and Vo's hash, over words.
        #expect(numbers.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ $1) &* 0x100_0000_01B3 } == digest)
    }

    @Test(arguments: [1, 2, 3, 7, 63, 64, 65]) func `few draws are that many`(draws: Int) throws {
        let tally = try Self.model(4).tally(block: 0, draws: draws)
        let longer = try Self.model(4).tally(block: 0, draws: 200)
        for option in 0..<5 {
            #expect(tally.rankCounts[option * 5..<option * 5 + 5].reduce(0, +) == draws)
            #expect(tally.rankCounts[option * 5] <= longer.rankCounts[option * 5])
        }
        #expect(tally.rankings?.values.reduce(0, +) == draws)
        #expect(zip(tally.winCounts, longer.winCounts).allSatisfy { $0 <= $1 })
    }

    @Test func `weights that a function draws are the ones that count`() throws {
        let drawn = SmaaModel.Weights.drawn { stream, count in
            var stream = stream
            return (0..<count).flatMap { _ in
                let first = stream.uniform()
                return [first, 1 - first, 0]
            }
        }
        let model = try SmaaModel(
            options: 3, criteria: 3, values: [1, 0, 0, 0, 1, 0, 0, 0, 1], spread: .none, weights: drawn,
            seed: 5)
        let result = model.run(draws: 20_000)
        #expect(isClose(result.centralWeights[0], [0.75, 0.25, 0], within: 0.01))
        #expect(isClose(result.centralWeights[1], [0.25, 0.75, 0], within: 0.01))
        #expect(result.rankAcceptability[2][2] == 1)
    }

    @Test func `the error of Monte Carlo is that of the worst share`() throws {
        #expect(abs(try Self.model(1).run(draws: 10_000).monteCarloError - 0.0098) < 1e-12)
    }

    @Test func `whole rankings are counted up to six options`() throws {
        for options in [6, 7] {
            let model = try SmaaModel(
                options: options, criteria: 1, values: (0..<options).map { Double($0) }, spread: .none,
                weights: .uniform, seed: 1)
            let result = model.run(draws: 100)
            #expect(result.rankingEntropy == (options == 6 ? 0 : nil))
            #expect(result.choiceEntropy == 0)
        }
    }

    @Test(
        arguments: [
            (1, 0, [], .none, .uniform, "smaa-size"),
            (251, 1, [], .none, .uniform, "smaa-size"),
            (1, 2, [1], .none, .uniform, "smaa-shape"),
            (1, 2, [1, .nan], .none, .uniform, "smaa-number"),
            (1, 2, [1, 1e200], .none, .uniform, "smaa-number"),
            (1, 2, [1, 2], .normal([0.1]), .uniform, "smaa-shape"),
            (1, 2, [1, 2], .normal([0.1, -0.1]), .uniform, "smaa-deviation"),
            (1, 2, [1, 2], .triangular(low: [1, 2.5], high: [1, 3]), .uniform, "smaa-triangle"),
            (1, 2, [1, 2], .triangular(low: [1, 1], high: [1, 1.5]), .uniform, "smaa-triangle"),
            (1, 2, [1, 2], .none, .exact([1]), "smaa-shape"),
            (1, 2, [1, 2], .none, .exact([1.5, -0.5]), "smaa-weights"),
            (1, 2, [1, 2], .none, .exact([0, 0]), "smaa-weights"),
        ] as [(Int, Int, [Double], SmaaModel.Spread, SmaaModel.Weights, String)])
    func `a model that cannot be drawn from is refused`(
        options: Int, criteria: Int, values: [Double], spread: SmaaModel.Spread, weights: SmaaModel.Weights,
        code: String
    ) {
        let refusal = #expect(throws: Refusal.self) {
            try SmaaModel(
                options: options, criteria: criteria, values: values, spread: spread, weights: weights,
                seed: 1)
        }
        #expect(refusal?.code == code)
    }
}
