import Testing
import Vocabulary

struct EstimateTests {
    @Test func `an estimate gives the interval of a level, and none it does not have`() {
        let half = Estimate<Int>.Interval(level: 50, low: 9, high: 11)
        let wide = Estimate<Int>.Interval(level: 90, low: 5, high: 20)
        let estimate = Estimate(value: 10, intervals: [half, wide], method: "test")
        #expect(estimate.interval(at: 50) == half)
        #expect(estimate.interval(at: 90) == wide)
        #expect(estimate.interval(at: 95) == nil)
    }

    @Test func `what has no interval is no estimate`() async {
        await #expect(processExitsWith: .failure) {
            _ = Estimate(value: 10, intervals: [], method: "test")
        }
    }

    @Test func `an interval that does not hold the value stops the program`() async {
        await #expect(processExitsWith: .failure) {
            _ = Estimate(value: 10, intervals: [.init(level: 50, low: 11, high: 12)], method: "test")
        }
    }

    @Test func `a wider interval cannot stand before a narrower one`() async {
        await #expect(processExitsWith: .failure) {
            let intervals = [
                Estimate<Int>.Interval(level: 90, low: 5, high: 20), .init(level: 50, low: 9, high: 11),
            ]
            _ = Estimate(value: 10, intervals: intervals, method: "test")
        }
    }
}
