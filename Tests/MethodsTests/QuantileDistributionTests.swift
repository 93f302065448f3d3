import Methods
import Testing

struct QuantileDistributionTests {
    static let uniform = QuantileDistribution([
        .init(probability: 0, value: 0), .init(probability: 1, value: 100),
    ])!

    @Test func `the mean of a uniform distribution is its middle`() {
        let (mean, meanSquare) = Self.uniform.moments(of: { $0 }, breaks: [])
        #expect(abs(mean - 50) < 1e-9)
        #expect(abs(meanSquare - 10_000.0 / 3) < 1e-9)
    }

    @Test func `a payment that jumps at a threshold is averaged exactly`() {
        // 100 − x below 96, else nothing: ∫0..96 (100 − x) ÷ 100 dx = (9600 − 4608) ÷ 100.
        let mean = Self.uniform.mean(of: { $0 < 96 ? 100 - $0 : 0 }, breaks: [96])
        #expect(abs(mean - 49.92) < 1e-9)
    }

    @Test func `the probability below a threshold is read off the quantiles`() {
        #expect(abs(Self.uniform.probability(below: 30) - 0.3) < 1e-12)
        #expect(Self.uniform.probability(below: -1) == 0)
        #expect(abs(Self.uniform.probability(below: 101) - 1) < 1e-12)
    }

    @Test func `beyond the listed quantiles the distribution is flat`() {
        let middle = QuantileDistribution([
            .init(probability: 0.25, value: 10), .init(probability: 0.75, value: 20),
        ])!
        #expect(abs(middle.mean(of: { $0 }, breaks: []) - (0.25 * 10 + 0.5 * 15 + 0.25 * 20)) < 1e-12)
    }

    @Test func `quantiles that descend are no distribution`() {
        #expect(QuantileDistribution([.init(probability: 0.1, value: 2), .init(probability: 0.2, value: 1)]) == nil)
        #expect(QuantileDistribution([.init(probability: 0.2, value: 1), .init(probability: 0.2, value: 2)]) == nil)
        #expect(QuantileDistribution([]) == nil)
    }
}
