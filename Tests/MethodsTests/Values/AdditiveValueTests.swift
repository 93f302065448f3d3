import Methods
import TestSupport
import Testing
import Vocabulary

struct AdditiveValueTests {
    @Test(.enabled(if: PublishedCase.has("MAVT-01"), "the published cases are not here"))
    func `MAVT-01: the best of two is worth one and the worst nothing`() throws {
        let published = try PublishedCase("MAVT-01")
        let functions = try ["c1", "c2"].map {
            try ValueFunction(cutoffs: published.numbers("input.criteria.\($0).range"), values: [0, 1])
        }
        for option in ["alt1", "alt2"] {
            let values = try zip(functions, published.numbers("input.performance.\(option)")).map {
                try $0.value(at: $1)
            }
            let found = AdditiveValue.values(of: values, weights: published.numbers("input.weights"))
            #expect(
                agree(
                    found, [published.number("expected.\(option)")], within: published.number("tolerance.abs")
                ))
        }
    }

    /// JMcDM, test/mcdm/testsaw.jl (MIT licence): example 1, ratios to the best.
    @Test func `WSM-01: simple additive weighting of JMcDM`() throws {
        let columns: [[Double]] = [[25, 21, 19, 22], [65, 78, 53, 25], [7, 6, 5, 2], [20, 24, 33, 31]]
        let scaled = try zip(columns, [false, false, true, false]).map {
            try ColumnScaling.ratioToBest.scaled($0, lessIsBetter: $1)
        }
        let values = AdditiveValue.values(of: rows(scaled), weights: [0.25, 0.25, 0.25, 0.25])
        #expect(agree(values, [0.681277, 0.725151, 0.709871, 0.784976], within: 1e-4))
        #expect(AdditiveValue.ranks(values) == [4, 2, 3, 1])
    }

    /// pymcdm, test/test_mcdm.py, TestWSM (MIT licence); its weights sum to two and are taken as they are.
    @Test func `WSM-03: weighted sum of pymcdm on shares of the column sum`() throws {
        let columns: [[Double]] = [
            [96, 63, 72, 11, 77], [83, 5, 30, 4, 21], [75, 56, 32, 27, 17], [7, 9, 48, 9, 11],
        ]
        let scaled = try zip(columns, [false, false, true, true]).map {
            try ColumnScaling.shareOfSum.scaled($0, lessIsBetter: $1)
        }
        let weights = [0.6153846153846154, 0.38461538461538464, 0.46153846153846156, 0.5384615384615384]
        let values = AdditiveValue.values(of: rows(scaled), weights: weights)
        #expect(agree(values, [0.609, 0.313, 0.334, 0.265, 0.479], within: 5e-4))
    }

    @Test func `the range scale goes from nothing to one, whichever end is better`() throws {
        #expect(try ColumnScaling.range.scaled([2, 6, 4], lessIsBetter: false) == [0, 1, 0.5])
        #expect(try ColumnScaling.range.scaled([2, 6, 4], lessIsBetter: true) == [1, 0, 0.5])
    }

    @Test(
        arguments: [([], .range), ([3, 3], .range), ([0, 1], .ratioToBest), ([-1, 1], .shareOfSum)]
            as [([Double], ColumnScaling)])
    func `a column that a scale cannot take is refused`(column: [Double], scaling: ColumnScaling) {
        #expect(throws: Refusal.self) { try scaling.scaled(column, lessIsBetter: false) }
    }

    @Test func `equal options share the better rank`() {
        #expect(AdditiveValue.ranks([3, 5, 5, 1]) == [3, 1, 1, 4])
    }

    @Test(arguments: [UInt64(21), 22, 23]) func `scaling all weights changes no rank`(seed: UInt64) {
        var numbers = SeededNumbers(seed: seed)
        for _ in 0..<200 {
            let criteria = Int.random(in: 1...6, using: &numbers)
            let performances = (0..<(8 * criteria)).map { _ in Double.random(in: 0...1, using: &numbers) }
            let weights = (0..<criteria).map { _ in Double.random(in: 0.01...1, using: &numbers) }
            // A power of two leaves every digit as it is.
            let ranks = AdditiveValue.ranks(AdditiveValue.values(of: performances, weights: weights))
            let scaled = AdditiveValue.values(of: performances, weights: weights.map { $0 * 8 })
            #expect(AdditiveValue.ranks(scaled) == ranks, "seed \(seed)")
            #expect(ranks.min() == 1)
        }
    }

    @Test func `a tree's weights are multiplied down, and those of the leaves sum to one`() throws {
        // Access (0.6) over near (0.25) and quick (0.75); quality (0.4).
        let weights = try AdditiveValue.treeWeights(
            local: [0.6, 0.4, 0.25, 0.75], parents: [nil, nil, 0, 0])
        #expect(agree(weights, [0.6, 0.4, 0.15, 0.45], within: 1e-12))
    }

    @Test(
        arguments: [
            ([0.5, 0.6], [nil, nil], "The local weights at the top sum to 1.1, not to 1."),
            ([1, 0.5], [nil, 0], "The local weights under criterion 1 sum to 0.5, not to 1."),
            ([1, 1], [1, 0], "Criterion 1 stands, in the end, under itself."),
            ([1], [3], "Criterion 1 stands under one that does not exist."),
            ([-1, 2], [nil, nil], "The local weight of criterion 1 is -1.0; it must be 0 or more."),
            ([], [], "Each criterion of the tree needs a local weight and its place."),
        ] as [([Double], [Int?], String)])
    func `a tree that is none is refused`(local: [Double], parents: [Int?], sentence: String) {
        let refusal = #expect(throws: Refusal.self) {
            try AdditiveValue.treeWeights(local: local, parents: parents)
        }
        #expect(refusal?.sentence == sentence)
    }

    private func rows(_ columns: [[Double]]) -> [Double] {
        columns[0].indices.flatMap { row in columns.map { $0[row] } }
    }
}
