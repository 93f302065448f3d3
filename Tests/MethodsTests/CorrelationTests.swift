import Methods
import Testing

struct CorrelationTests {
    @Test func `ties share the mean of their ranks`() {
        #expect(Correlation.ranks(of: [10, 20, 20, 5]) == [2, 3.5, 3.5, 1])
    }

    /// Hours of television and IQ of ten people, the worked example that textbooks print: −29 ÷ 165.
    @Test func `the printed example of rank correlation comes out`() throws {
        let iq: [Double] = [106, 100, 86, 101, 99, 103, 97, 113, 112, 110]
        let hours: [Double] = [7, 27, 2, 50, 28, 29, 20, 12, 6, 17]
        let correlation = try #require(Correlation.spearman(iq, hours))
        #expect(abs(correlation - -29.0 / 165) < 1e-12)
    }

    @Test func `any rising change of scale leaves rank correlation at one`() throws {
        let values: [Double] = [1, 4, 2, 8, 16, 3]
        let correlation = try #require(Correlation.spearman(values, values.map { $0 * $0 * $0 + 5 }))
        #expect(abs(correlation - 1) < 1e-12)
    }

    @Test func `a list that does not vary has no correlation`() {
        #expect(Correlation.pearson([1, 1, 1], [1, 2, 3]) == nil)
        #expect(Correlation.spearman([2], [3]) == nil)
    }
}
