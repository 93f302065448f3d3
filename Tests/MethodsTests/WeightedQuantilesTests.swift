import Methods
import Testing

struct WeightedQuantilesTests {
    @Test func `a value that weighs half of the whole is the median`() {
        #expect(WeightedQuantiles.quantiles([0.5], of: [30, 10, 20], weights: [1, 1, 2]) == [20])
    }

    @Test func `equal weights give the lower value on a boundary`() {
        #expect(WeightedQuantiles.quantiles([0.25, 0.5, 1], of: [4, 3, 2, 1], weights: [1, 1, 1, 1]) == [1, 2, 4])
    }

    @Test func `a value of no weight is never a quantile inside the list`() {
        #expect(WeightedQuantiles.quantiles([0.1, 0.9], of: [5, 1], weights: [1, 0]) == [5, 5])
    }

    @Test func `nothing has no quantiles`() {
        #expect(WeightedQuantiles.quantiles([0.5], of: [], weights: []) == nil)
        #expect(WeightedQuantiles.quantiles([0.5], of: [1], weights: [0]) == nil)
    }
}
