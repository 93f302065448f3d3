/// What happens to a ranking when one criterion's weight changes and the others keep their proportions.
///
/// At weight t the others are scaled by (1 − t) ÷ (1 − w): each option's value is a straight line in t, so
/// that every change of rank is found exactly, not by trying. Where the weight is the whole, the others share
/// what it gives up equally.
///
/// - Reference: Belton and Stewart, Multiple Criteria Decision Analysis (2002), section 5.6.
public enum WeightSensitivity {
    /// A weight at which two options change places.
    public struct Breakpoint: Hashable, Sendable {
        /// The criterion's weight, above 0 and below 1.
        public let weight: Double
        /// Better at smaller weights.
        public let below: Int
        /// Better at larger weights.
        public let above: Int
    }

    /// Each option's value at weight 0 and at weight 1 of the criterion.
    struct Lines {
        var atNothing: [Double]
        var atWhole: [Double]
        /// The weight that was given, of weights scaled to sum to one.
        var weight: Double
    }

    /// The largest range round the criterion's weight in which the best option stays best.
    ///
    /// - Parameters:
    ///   - criterion: by place.
    ///   - weights: one for each criterion; none negative, not all zero.
    ///   - performances: values, `options × criteria`, row major.
    /// - Returns: of weights summing to one; of options that are equally good the first is meant.
    public static func stabilityInterval(
        criterion: Int, weights: [Double], performances: [Double], options: Int
    ) -> ClosedRange<Double> {
        setStability(
            criterion: criterion, weights: weights, performances: performances, options: options, top: 1)
    }

    /// The largest range round the criterion's weight in which the best `top` options stay the best `top`,
    /// in whichever order.
    public static func setStability(
        criterion: Int, weights: [Double], performances: [Double], options: Int, top: Int
    ) -> ClosedRange<Double> {
        let order = order(weights: weights, performances: performances, options: options)
        precondition((0...options).contains(top), "a set of so many options")
        let pairs = order.prefix(top).flatMap { better in order.dropFirst(top).map { (better, $0) } }
        let lines = lines(
            criterion: criterion, weights: weights, performances: performances, options: options)
        return interval(lines, keeping: pairs)
    }

    /// The largest range round the criterion's weight in which the whole ranking stays as it is.
    public static func orderStability(
        criterion: Int, weights: [Double], performances: [Double], options: Int
    ) -> ClosedRange<Double> {
        let order = order(weights: weights, performances: performances, options: options)
        let lines = lines(
            criterion: criterion, weights: weights, performances: performances, options: options)
        return interval(lines, keeping: zip(order, order.dropFirst()).map { ($0, $1) })
    }

    /// Every weight between 0 and 1 at which two options change places, ascending, with the two.
    public static func breakpoints(
        criterion: Int, weights: [Double], performances: [Double], options: Int
    ) -> [Breakpoint] {
        let lines = lines(
            criterion: criterion, weights: weights, performances: performances, options: options)
        var found: [Breakpoint] = []
        for first in 0..<options {
            for second in (first + 1)..<max(options, first + 1) {
                let atNothing = lines.atNothing[first] - lines.atNothing[second]
                let atWhole = lines.atWhole[first] - lines.atWhole[second]
                guard (atNothing < 0 && atWhole > 0) || (atNothing > 0 && atWhole < 0) else { continue }
                found.append(
                    Breakpoint(
                        weight: atNothing / (atNothing - atWhole), below: atNothing > 0 ? first : second,
                        above: atNothing > 0 ? second : first))
            }
        }
        let sorted = found.indices.sorted {
            found[$0].weight == found[$1].weight ? $0 < $1 : found[$0].weight < found[$1].weight
        }
        return sorted.map { found[$0] }
    }

    /// All weights when the criterion's is `weight` and the others keep their proportions; they sum to one.
    public static func weights(_ weights: [Double], with weight: Double, on criterion: Int) -> [Double] {
        precondition((0...1).contains(weight), "a weight is a share of the whole")
        let rest = weights.enumerated().reduce(0) { $0 + ($1.offset == criterion ? 0 : $1.element) }
        return weights.enumerated().map { place, own in
            if place == criterion { return weights.count == 1 ? 1 : weight }
            return (1 - weight) * (rest > 0 ? own / rest : 1 / Double(weights.count - 1))
        }
    }

    /// Options from best to worst; equals in the order of the list.
    private static func order(weights: [Double], performances: [Double], options: Int) -> [Int] {
        let values = AdditiveValue.values(of: performances, weights: weights)
        precondition(values.count == options, "each option has a value on each criterion")
        return values.indices.sorted { values[$0] == values[$1] ? $0 < $1 : values[$0] > values[$1] }
    }

    private static func lines(
        criterion: Int, weights: [Double], performances: [Double], options: Int
    ) -> Lines {
        precondition(weights.indices.contains(criterion), "a criterion of the list")
        precondition(
            performances.count == options * weights.count, "each option has a value on each criterion")
        precondition(weights.allSatisfy { $0 >= 0 } && weights.contains { $0 > 0 }, "weights, not all zero")
        return Lines(
            atNothing: AdditiveValue.values(
                of: performances, weights: self.weights(weights, with: 0, on: criterion)),
            atWhole: (0..<options).map { performances[$0 * weights.count + criterion] },
            weight: weights[criterion] / weights.reduce(0, +))
    }

    /// Where in each pair the first is at least as good as the second.
    private static func interval(_ lines: Lines, keeping pairs: [(Int, Int)]) -> ClosedRange<Double> {
        var (low, high) = (0.0, 1.0)
        for (better, other) in pairs {
            let atNothing = lines.atNothing[better] - lines.atNothing[other]
            let atWhole = lines.atWhole[better] - lines.atWhole[other]
            if atNothing < 0, atWhole > 0 { low = max(low, atNothing / (atNothing - atWhole)) }
            if atNothing > 0, atWhole < 0 { high = min(high, atNothing / (atNothing - atWhole)) }
            // Equal at the weight itself, and worse on one side of it or on both.
            if atNothing < 0, atWhole <= 0 { low = max(low, atWhole == 0 ? 1 : lines.weight) }
            if atNothing <= 0, atWhole < 0 { high = min(high, atNothing == 0 ? 0 : lines.weight) }
        }
        return min(low, lines.weight)...max(high, lines.weight)
    }
}
