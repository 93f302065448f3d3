#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

public import Vocabulary

/// How much less a site counts the further away it is.
public enum Decay: Hashable, Sendable {
    /// The same anywhere within reach.
    case none
    /// A weight for each zone, the nearest first; nothing beyond the last.
    case zones([Zone])
    /// exp(−d² ÷ 2 width²).
    case gaussian(width: Double)
    /// (d ÷ scale)^exponent, with `least` in place of smaller distances.
    case gravity(scale: Double, exponent: Double, least: Double)
    /// exp(−rate × d).
    case exponential(rate: Double)

    /// Up to a bound, that included, a weight holds.
    public struct Zone: Hashable, Sendable {
        public let bound: Double
        public let weight: Double

        public init(to bound: Double, weight: Double) {
            self.bound = bound
            self.weight = weight
        }
    }

    /// - Throws: `Refusal`, code `bad-decay`: bounds out of order, a negative weight, a width, scale or rate of nothing.
    public func check() throws(Refusal) {
        func fault(_ words: String) -> Refusal { Refusal(.input, code: "bad-decay", "\(words).") }
        switch self {
        case .none: return
        case .zones(let zones):
            guard !zones.isEmpty, zip(zones, zones.dropFirst()).allSatisfy({ $0.bound < $1.bound }) else {
                throw fault("The bounds of the zones do not rise one after the other")
            }
            guard zones.allSatisfy({ $0.weight >= 0 && $0.weight.isFinite && $0.bound.isFinite }) else {
                throw fault("A zone has a negative weight")
            }
        case .gaussian(let width):
            guard width != 0, width.isFinite else { throw fault("A Gaussian decay needs a width") }
        case .gravity(let scale, let exponent, let least):
            guard scale > 0, exponent.isFinite, least >= 0, scale.isFinite else {
                throw fault("A gravity decay needs a scale above 0, and a least distance that is not negative")
            }
        case .exponential(let rate):
            guard rate >= 0, rate.isFinite else {
                throw fault("An exponential decay needs a rate that is not negative")
            }
        }
    }

    /// The weight at a distance, time or cost; infinite at 0 for a falling gravity without a least distance.
    public func weight(at cost: Double) -> Double {
        switch self {
        case .none: return 1
        case .zones(let zones): return zones.first { cost <= $0.bound }?.weight ?? 0
        case .gaussian(let width): return exp(-cost * cost / (2 * width * width))
        case .gravity(let scale, let exponent, let least): return pow(max(cost, least) / scale, exponent)
        case .exponential(let rate): return exp(-rate * cost)
        }
    }

    /// The weights at some distances, times or costs.
    ///
    /// - Throws: `Refusal`: `bad-decay`; `no-weight` where a falling gravity meets a distance of 0.
    public static func weights(at costs: [Double], by decay: Decay) throws(Refusal) -> [Double] {
        try decay.check()
        let weights = costs.map { decay.weight(at: $0) }
        guard weights.allSatisfy(\.isFinite) else { throw noWeight }
        return weights
    }

    static let noWeight = Refusal(
        .input, code: "no-weight", "A site lies in the very place of an area, where this decay has no weight.",
        remedy: "Give the least distance that the decay is to reckon with.")

    /// The weights of many costs; nil where all are 1.
    func weights(of costs: [Double]) -> [Double]? {
        func mapped(_ change: (Double) -> Double) -> [Double] {
            [Double](unsafeUninitializedCapacity: costs.count) { room, count in
                costs.withUnsafeBufferPointer { costs in
                    for place in 0..<costs.count { room.initializeElement(at: place, to: change(costs[place])) }
                }
                count = costs.count
            }
        }
        switch self {
        case .none: return nil
        case .gaussian(let width):
            let factor = -1 / (2 * width * width)
            return mapped { exp(factor * $0 * $0) }
        case .exponential(let rate): return mapped { exp(-rate * $0) }
        default: return mapped { weight(at: $0) }
        }
    }
}
