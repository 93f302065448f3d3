import Testing
import Vocabulary

@testable import Methods

/// Decays shaped for a reach.
struct DecayShapingTests {
    @Test func `a shaped decay has the asked weight at the end of reach`() throws {
        for decay in [
            try Decay.gaussian(fallingTo: 0.01, at: 30), try Decay.exponential(fallingTo: 0.01, at: 30),
        ] {
            #expect(abs(decay.weight(at: 30) - 0.01) < 1e-12 && decay.weight(at: 0) == 1)
        }
    }

    /// PySAL access (BSD-3 licence), test_weights.py: case FCA-10.
    @Test func `a Gaussian decay of width 20 has the published weights`() throws {
        let weights = try Decay.weights(at: [0, 20, 40, 60], by: .gaussian(width: 20))
        let published = [1.0, 0.6065306597126334, 0.1353352832366127, 0.011108996538242306]
        #expect(zip(weights, published).allSatisfy { abs($0 - $1) <= 1e-7 * $1 })
    }

    @Test func `zones keep their proportions, and the last ends at the reach`() throws {
        let zones = [Decay.Zone(to: 10, weight: 1), .init(to: 20, weight: 0.68), .init(to: 30, weight: 0.22)]
        #expect(
            try Decay.zones(zones, scaledTo: 15)
                == .zones([.init(to: 5, weight: 1), .init(to: 10, weight: 0.68), .init(to: 15, weight: 0.22)]))
    }

    @Test(arguments: [(0.0, 10.0), (1, 10), (0.01, 0)])
    func `what cannot be shaped is refused`(weight: Double, reach: Double) {
        #expect(throws: Refusal.self) { try Decay.gaussian(fallingTo: weight, at: reach) }
        #expect(throws: Refusal.self) { try Decay.exponential(fallingTo: weight, at: reach) }
    }
}
