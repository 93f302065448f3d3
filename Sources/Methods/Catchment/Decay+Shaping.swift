#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

public import Vocabulary

/// Decays shaped for a reach.
extension Decay {
    /// A Gaussian decay that has fallen to a weight at the end of reach.
    ///
    /// - Throws: `Refusal`, code `bad-decay`: the weight is not between 0 and 1, or the reach not above 0.
    /// - Reference: the weight of 0.01 that is usual: Kwan, Geographical Analysis 30 (1998) 191.
    public static func gaussian(fallingTo weight: Double, at reach: Double) throws(Refusal) -> Decay {
        .gaussian(width: reach / (2 * (try fall(to: weight, at: reach))).squareRoot())
    }

    /// An exponential decay that has fallen to a weight at the end of reach.
    ///
    /// - Throws: `Refusal`, code `bad-decay`.
    public static func exponential(fallingTo weight: Double, at reach: Double) throws(Refusal) -> Decay {
        .exponential(rate: try fall(to: weight, at: reach) / reach)
    }

    /// Zones in the proportions of others, the last of which ends at the end of reach.
    ///
    /// - Throws: `Refusal`, code `bad-decay`.
    public static func zones(_ zones: [Zone], scaledTo reach: Double) throws(Refusal) -> Decay {
        guard let last = zones.last?.bound, last > 0, reach > 0, reach.isFinite else {
            throw Refusal(.input, code: "bad-decay", "Zones cannot be scaled to a reach of \(digits(reach)).")
        }
        return .zones(
            zones.map { $0.bound == last ? Zone(to: reach, weight: $0.weight) : scaled($0, by: reach / last) })
    }

    private static func scaled(_ zone: Zone, by factor: Double) -> Zone {
        Zone(to: zone.bound * factor, weight: zone.weight)
    }

    private static func fall(to weight: Double, at reach: Double) throws(Refusal) -> Double {
        guard weight > 0, weight < 1, reach > 0, reach.isFinite else {
            throw Refusal(
                .input, code: "bad-decay",
                "No decay falls to a weight of \(digits(weight)) at a reach of \(digits(reach)).")
        }
        return -log(weight)
    }
}
