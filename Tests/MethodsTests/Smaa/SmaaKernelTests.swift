import Testing

@testable import Methods

struct SmaaKernelTests {
    /// The streams of the kernel, in the plain words of `RandomStream`.
    @Test(arguments: [SmaaKernel.plain, .wide], [1, 2, 3, 4, 8, 9, 13])
    func `weights are the gaps between the sorted uniform numbers of the draw's own streams`(
        kernel: SmaaKernel, criteria: Int
    ) {
        let seed: UInt64 = 0x1234_5678_9abc_def0
        let weights = kernel.uniformWeights(seed: seed, criteria: criteria, draws: 3..<10)
        var streams = (0..<(criteria / 2)).map { RandomStream(seed: seed, stream: 1 << 32 | UInt64($0)) }
        for draw in 0..<10 {
            var words: [UInt64] = []
            for place in streams.indices { words += [streams[place].next(), streams[place].next()] }
            guard draw >= 3 else { continue }
            let cuts = words.prefix(criteria - 1).map { (Double($0 >> 12) + 0.5) * 0x1p-52 }.sorted()
            let gaps = zip(cuts + [1], [0] + cuts).map { $0 - $1 }
            #expect(Array(weights[(draw - 3) * criteria..<(draw - 2) * criteria]) == gaps)
        }
    }

    @Test func `weights over the simplex have its means, variances and covariances`() {
        let criteria = 4, draws = 40_000
        let weights = SmaaKernel.best.uniformWeights(seed: 7, criteria: criteria, draws: 0..<draws)
        func mean(_ value: (Int) -> Double) -> Double {
            (0..<draws).reduce(0) { $0 + value($1) } / Double(draws)
        }
        // Dirichlet(1, …, 1): mean 1/n, variance (n − 1)/(n²(n + 1)), covariance −1/(n²(n + 1)).
        let n = Double(criteria)
        for one in 0..<criteria {
            #expect(abs(mean { weights[$0 * criteria + one] } - 1 / n) < 0.003)
            for two in 0..<criteria {
                let covariance = mean {
                    (weights[$0 * criteria + one] - 1 / n) * (weights[$0 * criteria + two] - 1 / n)
                }
                #expect(abs(covariance - ((one == two ? n : 0) - 1) / (n * n * (n + 1))) < 0.001)
            }
        }
    }

    @Test func `quantiles agree with those by the system's logarithm, in the tails too`() {
        let probabilities =
            (1...4_000).map { Double($0) / 4_001 } + (1...52).map { 1 / Double(1 << $0) / 1.5 }
        let quantiles = SmaaKernel.best.normalQuantiles(probabilities)
        for (p, quantile) in zip(probabilities, quantiles) {
            #expect(abs(quantile - StandardNormal.quantile(p)) <= 4e-15 * max(1, abs(quantile)), "at \(p)")
        }
    }

    @Test func `the plain and the wide kernel give the same bits`() throws {
        let probabilities = (1...5_000).map { Double($0) / 5_001 } + [0x1p-53, 1 - 0x1p-53, 0x1p-900]
        #expect(
            SmaaKernel.plain.normalQuantiles(probabilities).map(\.bitPattern)
                == SmaaKernel.wide.normalQuantiles(probabilities).map(\.bitPattern))
    }

    @Test func `logarithms to the base of two are right to the last figures`() {
        #expect(binaryLogarithm(0.5) == -1)
        #expect(binaryLogarithm(0.125) == -3)
        #expect(abs(binaryLogarithm(10) - 3.321_928_094_887_362) < 1e-15)
        #expect(abs(binaryLogarithm(0.1) - -3.321_928_094_887_362) < 1e-15)
    }
}
