import Methods
import Testing

struct WeightedMedianRegressionTests {
    private let exact = WeightedMedianRegression.Settings(solves: 60, ridge: 0, leastMiss: 1e-6)

    @Test func `on a constant alone it is the median`() throws {
        let rule = try #require(
            WeightedMedianRegression(
                rows: [1, 1, 1, 1, 1], width: 1, outcomes: [1, 2, 3, 10, 100], weights: [1, 1, 1, 1, 1],
                settings: exact))
        #expect(abs(rule.coefficients[0] - 3) < 1e-3)
    }

    @Test func `a weight counts as that many rows`() throws {
        let rule = try #require(
            WeightedMedianRegression(
                rows: [1, 1, 1], width: 1, outcomes: [1, 2, 50], weights: [1, 1, 3], settings: exact))
        #expect(abs(rule.coefficients[0] - 50) < 1e-3)
    }

    @Test func `one wild row does not move a line that the others lie on`() throws {
        // y = 1 + 2x at x = 0...6, and one row far off; least squares would be pulled to a slope of 9.
        let xs: [Double] = [0, 1, 2, 3, 4, 5, 6]
        var outcomes = xs.map { 1 + 2 * $0 }
        outcomes[6] = 100
        let rule = try #require(
            WeightedMedianRegression(
                rows: xs.flatMap { [1, $0] }, width: 2, outcomes: outcomes,
                weights: xs.map { _ in 1 }, settings: exact))
        #expect(abs(rule.coefficients[0] - 1) < 1e-3)
        #expect(abs(rule.coefficients[1] - 2) < 1e-3)
        #expect(abs(rule.value(at: [1, 10]) - 21) < 1e-2)
    }

    @Test func `no coefficients have a smaller sum of absolute misses`() throws {
        let rows: [[Double]] = (0..<40).map { place in
            [1, Double(place % 7), Double(place * place % 11)]
        }
        let outcomes = rows.enumerated().map { $1[1] * 3 - $1[2] + Double($0 * 37 % 13) - 6 }
        let rule = try #require(
            WeightedMedianRegression(
                rows: rows.flatMap(\.self), width: 3, outcomes: outcomes,
                weights: rows.map { _ in 1 }, settings: exact))
        func sum(_ coefficients: [Double]) -> Double {
            zip(rows, outcomes).reduce(0) { sum, pair in
                sum + abs(pair.1 - zip(pair.0, coefficients).reduce(0) { $0 + $1.0 * $1.1 })
            }
        }
        let least = sum(rule.coefficients)
        for column in 0..<3 {
            for step in [-0.5, -0.05, 0.05, 0.5] {
                var moved = rule.coefficients
                moved[column] += step
                #expect(sum(moved) >= least - 0.01)
            }
        }
    }

    @Test func `a column in other units has its coefficient in those units`() throws {
        let xs = (0..<30).map { Double($0 * 7 % 30) }
        let outcomes = xs.enumerated().map { 2 + 0.5 * $1 + Double($0 % 5) }
        func fitted(_ scale: Double) -> WeightedMedianRegression? {
            WeightedMedianRegression(
                rows: xs.flatMap { [1, $0 * scale] }, width: 2, outcomes: outcomes, weights: xs.map { _ in 1 })
        }
        let (one, thousand) = try (#require(fitted(1)), #require(fitted(1_000)))
        #expect(abs(one.coefficients[1] - thousand.coefficients[1] * 1_000) < 1e-9)
        #expect(abs(one.coefficients[0] - thousand.coefficients[0]) < 1e-9)
    }

    @Test func `a column of zeros and a column given twice are carried by the ridge`() throws {
        let xs = (0..<20).map(Double.init)
        let rule = try #require(
            WeightedMedianRegression(
                rows: xs.flatMap { [1, $0, $0, 0] }, width: 4, outcomes: xs.map { 4 * $0 },
                weights: xs.map { _ in 1 }))
        #expect(abs(rule.coefficients[1] - rule.coefficients[2]) < 1e-6)
        #expect(rule.coefficients[3] == 0)
        #expect(abs(rule.value(at: [1, 10, 10, 0]) - 40) < 0.1)
    }

    @Test func `nothing to learn from gives no rule`() {
        #expect(WeightedMedianRegression(rows: [], width: 2, outcomes: [], weights: []) == nil)
        #expect(
            WeightedMedianRegression(
                rows: [1, 2, 1, 2], width: 2, outcomes: [1, 2], weights: [1, 1], settings: exact) == nil)
    }
}
