/// What SMAA-2 says of a set of options: how sure a ranking is, and whom each option would suit.
public struct SmaaResult: Sendable, Hashable {
    public var draws: Int
    /// Option × rank: the share of draws in which the option has the rank; a row sums to one.
    public var rankAcceptability: [[Double]]
    /// For each option the mean of the weights that put it first; nil where none did.
    public var centralWeights: [[Double]?]
    /// For each option the probability that it ranks first at its central weights; nil where it has none.
    public var confidence: [Double?]
    /// Option × option: the share of draws in which the row's value is above the column's.
    public var pairwise: [[Double]]
    /// How open the choice of one option is, in bits: 0 where one always ranks first.
    public var choiceEntropy: Double
    /// How open the whole ranking is, in bits; nil above `SmaaModel.mostRanked` options.
    public var rankingEntropy: Double?
    /// The most by which a share may be off, 95 times in a hundred, for the number of draws.
    public var monteCarloError: Double

    /// - Parameter confidence: one for each option.
    init(tally: SmaaTally, centralWeights: [[Double]?], confidence: [Double?]) {
        let total = Double(tally.draws)
        let options = tally.options
        func shares(_ counts: [Int]) -> [[Double]] {
            (0..<options).map { row in counts[row * options..<(row + 1) * options].map { Double($0) / total }
            }
        }
        self.draws = tally.draws
        self.rankAcceptability = shares(tally.rankCounts)
        self.centralWeights = centralWeights
        self.confidence = confidence
        self.pairwise = shares(tally.winCounts)
        self.choiceEntropy = entropy(of: rankAcceptability.map { $0[0] })
        self.rankingEntropy = tally.rankings.map { counts in
            entropy(of: counts.sorted { $0.key < $1.key }.map { Double($0.value) / total })
        }
        self.monteCarloError = 1.96 * (0.25 / total).squareRoot()
    }
}

/// −Σ p log₂ p.
private func entropy(of shares: [Double]) -> Double {
    shares.reduce(0) { sum, share in share > 0 && share < 1 ? sum - share * binaryLogarithm(share) : sum }
}

extension SmaaTally {
    /// For each option the mean of the weights that put it first; nil where none did.
    var centralWeights: [[Double]?] {
        (0..<options).map { option in
            let firsts = rankCounts[option * options]
            guard firsts > 0 else { return nil }
            return firstWeightSums[option * criteria..<(option + 1) * criteria].map { $0 / Double(firsts) }
        }
    }
}

extension SmaaModel {
    /// What the counted draws say, with confidence from draws of the values of its own.
    ///
    /// - Parameter confidenceDraws: at least 1; the same draws serve every option.
    public func result(
        of tally: SmaaTally, confidenceDraws: Int, kernel: SmaaKernel = .best
    ) -> SmaaResult {
        precondition(tally.draws > 0 && confidenceDraws > 0, "a result needs draws")
        var central = tally.centralWeights
        if case .exact(let weights) = weights { central = central.map { $0 == nil ? nil : weights } }
        let subjects = central.enumerated().compactMap { option, weights in
            weights.map { (option: option, weights: $0) }
        }
        let unbeaten = timesUnbeaten(subjects, draws: confidenceDraws, kernel: kernel)
        var confidence = [Double?](repeating: nil, count: options)
        for (subject, times) in zip(subjects, unbeaten) {
            confidence[subject.option] = Double(times) / Double(confidenceDraws)
        }
        return SmaaResult(tally: tally, centralWeights: central, confidence: confidence)
    }

    /// How many draws confidence is told from where nobody says: as many as there are, 10,000 at most.
    public static func confidenceDraws(of draws: Int) -> Int { min(draws, 10_000) }

    /// All the draws, block after block on one thread; memory does not grow with their number.
    ///
    /// - Parameter confidenceDraws: nil: `confidenceDraws(of:)`.
    public func run(draws: Int, confidenceDraws: Int? = nil, kernel: SmaaKernel = .best) -> SmaaResult {
        precondition(draws > 0, "a result needs draws")
        let confidenceDraws = confidenceDraws ?? SmaaModel.confidenceDraws(of: draws)
        var whole = SmaaTally(options: options, criteria: criteria)
        for block in 0..<SmaaModel.blocks(of: draws) {
            whole.add(tally(block: block, draws: SmaaModel.draws(in: block, of: draws), kernel: kernel))
        }
        return result(of: whole, confidenceDraws: confidenceDraws, kernel: kernel)
    }
}
