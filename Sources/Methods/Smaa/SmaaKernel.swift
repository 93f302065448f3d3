import CSmaa

/// Which of the compiled inner loops does the work; the results are the same, bit for bit.
public enum SmaaKernel: Sendable, CaseIterable {
    /// Runs on every processor.
    case plain
    /// Needs AVX2; without it the plain one is used in its place.
    case wide

    /// The fastest that this processor can run.
    public static let best: SmaaKernel = smaa_has_wide() ? .wide : .plain

    var isWide: Bool { self == .wide && SmaaKernel.best == .wide }

    /// Weights uniform over the simplex as the model's draws have them: draws × criteria, row major.
    func uniformWeights(seed: UInt64, criteria: Int, draws: Range<Int>) -> [Double] {
        let bytes = smaa_scratch_bytes(1, criteria)
        return [Double](unsafeUninitializedCapacity: draws.count * criteria) { weights, count in
            withUnsafeTemporaryAllocation(byteCount: bytes, alignment: 64) { scratch in
                smaa_weights(
                    seed, criteria, UInt64(draws.lowerBound), draws.count, isWide, scratch.baseAddress!,
                    weights.baseAddress!)
            }
            count = draws.count * criteria
        }
    }

    /// Standard normal quantiles of probabilities above 0 and below 1.
    func normalQuantiles(_ probabilities: [Double]) -> [Double] {
        [Double](unsafeUninitializedCapacity: probabilities.count) { quantiles, count in
            smaa_normal_quantiles(probabilities, probabilities.count, isWide, quantiles.baseAddress!)
            count = probabilities.count
        }
    }
}

/// The binary logarithm of a positive number, by + − × ÷ only: the same bits on every machine.
func binaryLogarithm(_ number: Double) -> Double {
    smaa_logarithm(number) / smaa_logarithm(2)
}
