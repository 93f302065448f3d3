import CSmaa

extension SmaaModel {
    /// Draws, ranks and counts one block; blocks may be done in any order and at once.
    ///
    /// - Parameters:
    ///   - block: 0 or more; its first draw is number `block × blockSize`.
    ///   - draws: how many of the block's draws: 1 to `blockSize`.
    public func tally(block: Int, draws: Int, kernel: SmaaKernel = .best) -> SmaaTally {
        precondition(block >= 0 && (1...SmaaModel.blockSize).contains(draws), "a block has 1 to 4,096 draws")
        var tally = SmaaTally(options: options, criteria: criteria)
        var ranks = [Int64](repeating: 0, count: options * options)
        var wins = ranks
        var rankings = [UInt64](repeating: 0, count: tally.rankings == nil ? 0 : draws)
        let given = weightsGiven(block: block, draws: draws)
        let stride = given.count > criteria ? criteria : 0
        withKernelModel { model, scratch in
            ranks.withUnsafeMutableBufferPointer { ranks in
                wins.withUnsafeMutableBufferPointer { wins in
                    tally.firstWeightSums.withUnsafeMutableBufferPointer { sums in
                        rankings.withUnsafeMutableBufferPointer { rankings in
                            var counts = smaa_counts(
                                ranks: ranks.baseAddress, wins: wins.baseAddress,
                                first_weights: sums.baseAddress,
                                rankings: rankings.isEmpty ? nil : rankings.baseAddress)
                            given.withUnsafeBufferPointer { given in
                                smaa_tally(
                                    model, given.isEmpty ? nil : given.baseAddress, stride,
                                    UInt64(block * SmaaModel.blockSize), draws, kernel.isWide, scratch,
                                    &counts)
                            }
                        }
                    }
                }
            }
        }
        tally.draws = draws
        tally.rankCounts = ranks.map { Int($0) }
        tally.winCounts = wins.map { Int($0) }
        for ranking in rankings { tally.rankings?[ranking, default: 0] += 1 }
        return tally
    }

    /// In how many draws of the values no option is above the subject, at the subject's own weights.
    func timesUnbeaten(
        _ subjects: [(option: Int, weights: [Double])], draws: Int, kernel: SmaaKernel
    ) -> [Int] {
        let places = subjects.map(\.option)
        let weights = subjects.flatMap(\.weights)
        var firsts = [Int64](repeating: 0, count: subjects.count)
        withKernelModel { model, scratch in
            smaa_confidence(model, places, places.count, weights, draws, kernel.isWide, scratch, &firsts)
        }
        return firsts.map { Int($0) }
    }

    /// One row, a row a draw, or nothing where the kernel draws them.
    private func weightsGiven(block: Int, draws: Int) -> [Double] {
        switch weights {
        case .uniform: return []
        case .exact(let weights): return weights
        case .drawn(let draw):
            // The kernel's own numbers are in streams 2³² and up of the seed: this one is apart from them.
            let drawn = draw(RandomStream(seed: seed, stream: 1).substream(block), draws)
            precondition(drawn.count == draws * criteria, "a row of weights a draw")
            return drawn
        }
    }

    private func withKernelModel(_ body: (UnsafePointer<smaa_model>, UnsafeMutableRawPointer) -> Void) {
        let kind =
            switch spread {
            case .none: SMAA_SPREAD_NONE
            case .normal: SMAA_SPREAD_NORMAL
            case .triangular: SMAA_SPREAD_TRIANGULAR
            }
        values.withUnsafeBufferPointer { values in
            variances.withUnsafeBufferPointer { variances in
                low.withUnsafeBufferPointer { low in
                    high.withUnsafeBufferPointer { high in
                        var model = smaa_model(
                            options: options, criteria: criteria, seed: seed, spread: Int32(kind),
                            values: values.baseAddress, variances: variances.baseAddress,
                            low: low.baseAddress,
                            high: high.baseAddress)
                        withUnsafeTemporaryAllocation(
                            byteCount: smaa_scratch_bytes(options, criteria), alignment: 64
                        ) { body(&model, $0.baseAddress!) }
                    }
                }
            }
        }
    }
}
