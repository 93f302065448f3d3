import Testing

@testable import Methods

@Suite struct NormalQuantileTests {
    /// The check values printed with AS 241 (Wichura, 1988).
    @Test(arguments: [
        (0.25, -0.674_489_750_196_081_7), (0.001, -3.090_232_306_167_814), (1e-20, -9.262_340_089_798_408),
    ])
    func `the printed check values come out`(probability: Double, quantile: Double) {
        #expect(abs(standardNormalQuantile(probability) - quantile) < 1e-14 * abs(quantile) * 10)
    }

    @Test func `the two tails mirror one another`() {
        #expect(standardNormalQuantile(0.5) == 0)
        #expect(abs(standardNormalQuantile(0.975) + standardNormalQuantile(0.025)) < 1e-12)
    }
}
