import Methods
import TestSupport
import Testing

struct WeightSensitivityTests {
    /// Two criteria: A (1, 0), B (0, 1), C (0.6, 0.6). C is best between two fifths and three fifths.
    private static let three: [Double] = [1, 0, 0, 1, 0.6, 0.6]

    @Test func `by hand: the compromise stays best between two fifths and three fifths`() {
        let interval = WeightSensitivity.stabilityInterval(
            criterion: 0, weights: [0.5, 0.5], performances: Self.three, options: 3)
        #expect(agree([interval.lowerBound, interval.upperBound], [0.4, 0.6], within: 1e-12))
        let breaks = WeightSensitivity.breakpoints(
            criterion: 0, weights: [0.5, 0.5], performances: Self.three, options: 3)
        #expect(agree(breaks.map(\.weight), [0.4, 0.5, 0.6], within: 1e-12))
        #expect(breaks.map(\.below) == [1, 1, 2] && breaks.map(\.above) == [2, 0, 0])
    }

    @Test func `an option that is best whatever the weight has the whole range`() {
        let interval = WeightSensitivity.stabilityInterval(
            criterion: 1, weights: [0.2, 0.8], performances: [1, 1, 0, 0.5], options: 2)
        #expect(interval == 0...1)
    }

    @Test func `a tie that breaks at once leaves only one side`() {
        let tied: [Double] = [1, 0, 0, 1]
        #expect(
            WeightSensitivity.stabilityInterval(
                criterion: 0, weights: [0.5, 0.5], performances: tied, options: 2) == 0.5...1)
    }

    @Test func `the others keep their proportions, or share equally what a whole weight gives up`() {
        #expect(
            agree(
                WeightSensitivity.weights([0.5, 0.3, 0.2], with: 0.2, on: 0), [0.2, 0.48, 0.32], within: 1e-12
            ))
        #expect(
            agree(WeightSensitivity.weights([1, 0, 0], with: 0.4, on: 0), [0.4, 0.3, 0.3], within: 1e-12))
        #expect(WeightSensitivity.weights([1], with: 0.4, on: 0) == [1])
        #expect(
            WeightSensitivity.stabilityInterval(criterion: 0, weights: [1], performances: [1, 2], options: 2)
                == 0...1)
    }

    @Test(arguments: [UInt64(101), 102, 103])
    func `just beyond an end the best changes, and just within it does not`(seed: UInt64) {
        var numbers = SeededNumbers(seed: seed)
        var ends = 0
        for _ in 0..<150 {
            let (options, criteria) = (6, Int.random(in: 2...5, using: &numbers))
            let performances = (0..<(options * criteria)).map { _ in Double.random(in: 0...1, using: &numbers)
            }
            let parts = (0..<criteria).map { _ in Double.random(in: 0.05...1, using: &numbers) }
            let sum = parts.reduce(0, +)
            let weights = parts.map { $0 / sum }
            let criterion = Int.random(in: 0..<criteria, using: &numbers)
            func order(at weight: Double) -> [Int] {
                let values = AdditiveValue.values(
                    of: performances, weights: WeightSensitivity.weights(weights, with: weight, on: criterion)
                )
                return values.indices.sorted { values[$0] > values[$1] }
            }
            let own = order(at: weights[criterion])
            for top in [1, 3] {
                let interval = WeightSensitivity.setStability(
                    criterion: criterion, weights: weights, performances: performances, options: options,
                    top: top)
                #expect(interval.contains(weights[criterion]))
                for (end, out) in [(interval.lowerBound, -1e-7), (interval.upperBound, 1e-7)] {
                    let within = max(0, min(1, end - out))
                    if interval.contains(within) {
                        #expect(Set(order(at: within).prefix(top)) == Set(own.prefix(top)), "seed \(seed)")
                    }
                    guard end + out > 0, end + out < 1 else { continue }
                    ends += 1
                    #expect(Set(order(at: end + out).prefix(top)) != Set(own.prefix(top)), "seed \(seed)")
                }
            }
            let whole = WeightSensitivity.orderStability(
                criterion: criterion, weights: weights, performances: performances, options: options)
            let breaks = WeightSensitivity.breakpoints(
                criterion: criterion, weights: weights, performances: performances, options: options
            ).map(\.weight)
            // Between the whole ranking's ends no two options change places.
            #expect(breaks.allSatisfy { $0 <= whole.lowerBound + 1e-9 || $0 >= whole.upperBound - 1e-9 })
            let nearest = (
                breaks.last { $0 <= weights[criterion] } ?? 0, breaks.first { $0 >= weights[criterion] } ?? 1
            )
            #expect(
                agree([whole.lowerBound, whole.upperBound], [nearest.0, nearest.1], within: 1e-9),
                "seed \(seed)")
        }
        #expect(ends > 100, "too few ends were met to mean anything")
    }
}
