import Methods
import Testing

struct QuantilesTests {
    @Test func `the median of an even list is the mean of the middle two`() {
        #expect(Quantiles.median([4, 1, 3, 2]) == 2.5)
        #expect(Quantiles.median([9, 1, 5]) == 5)
        #expect(Quantiles.median([]) == nil)
    }

    @Test func `the ends of a list are its quantiles at 0 and 1`() {
        #expect(Quantiles.quantile(0, of: [3, 1, 2]) == 1)
        #expect(Quantiles.quantile(1, of: [3, 1, 2]) == 3)
    }

    @Test func `a quarter of the way along five values is the second`() {
        #expect(Quantiles.quantile(0.25, of: [10, 20, 30, 40, 50]) == 20)
    }

    @Test func `a weighted sum weighs each value`() {
        #expect(Quantiles.weightedSum([1, 2, 3], weights: [3, 2, 1]) == 10)
    }
}
