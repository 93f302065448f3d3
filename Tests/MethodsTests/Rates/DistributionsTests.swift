import Testing

@testable import Methods

/// The gamma and Student's distributions against printed tables and against themselves.
struct DistributionsTests {
    @Test(
        arguments: [
            // Chi-squared by its degrees of freedom: Pearson and Hartley, Biometrika Tables, table 8.
            (0.025, 1.0, 0.0009820691171752558), (0.975, 1, 5.023886187314888), (0.025, 10, 3.246972780236841),
            (0.975, 10, 20.483177350807388), (0.001, 4, 0.09080403553974086), (0.999, 4, 18.466826952903118),
            (0.975, 200, 241.05789550631347),
        ])
    func `quantiles of chi-squared are those of the tables`(probability: Double, freedom: Double, printed: Double) {
        let found = 2 * GammaDistribution.quantile(probability, shape: freedom / 2)
        #expect((found - printed).magnitude < 1e-9 * printed)
        let above = 2 * GammaDistribution.quantile(1 - probability, shape: freedom / 2, above: true)
        #expect((above - printed).magnitude < 1e-9 * printed)
    }

    @Test func `what is not exceeded with a probability has that probability`() {
        for shape in [0.5, 1, 2.5, 9, 40, 1_000, 1e6] {
            for probability in [0.001, 0.025, 0.5, 0.9, 0.999] {
                let value = GammaDistribution.quantile(probability, shape: shape)
                let both = GammaDistribution.probabilities(of: value, shape: shape)
                #expect((both.atMost - probability).magnitude < 1e-10, "\(shape) \(probability)")
                #expect((both.atMost + both.above - 1).magnitude < 1e-14)
            }
        }
    }

    @Test(
        arguments: [
            // Pearson and Hartley, Biometrika Tables, table 12.
            (0.025, 1.0, 12.706204736432095), (0.025, 9, 2.2621571628540993), (0.001, 7, 4.785289628638334),
            (0.025, 25, 2.059538552753294), (0.001, 1, 318.3088389855),
        ])
    func `quantiles of Student's distribution are those of the tables`(tail: Double, freedom: Double, printed: Double) {
        #expect((StudentT.quantile(above: tail, freedom: freedom) - printed).magnitude < 1e-9 * printed)
    }

    @Test func `Student's distribution is even, and has its half at nothing`() {
        #expect((StudentT.probability(above: 0, freedom: 3) - 0.5).magnitude < 1e-15)
        let sum = StudentT.probability(above: 1.3, freedom: 4) + StudentT.probability(above: -1.3, freedom: 4)
        #expect((sum - 1).magnitude < 1e-14)
        #expect(StudentT.quantile(above: 0.5, freedom: 4).magnitude < 1e-12)
    }

    @Test func `the logarithm of the gamma function is that of factorials`() {
        var factorial = 1.0
        for number in 1...20 {
            factorial *= Double(number)
            #expect((logGamma(Double(number) + 1) - standardLog(factorial)).magnitude < 1e-13 * Double(number))
        }
    }

    private func standardLog(_ value: Double) -> Double {
        // ∫ 1/x by halving: no import needed for one logarithm.
        var (rest, sum) = (value, 0.0)
        while rest > 1.5 {
            rest /= 2
            sum += 0.693147180559945309417
        }
        let z = (rest - 1) / (rest + 1)
        var (term, place) = (z, 1.0)
        while term.magnitude > 1e-18 {
            sum += 2 * term / place
            term *= z * z
            place += 2
        }
        return sum
    }
}
