public import Vocabulary

/// What a measurement on a criterion's natural scale is worth: straight lines between points.
///
/// Rising or falling, not both. At a cut-off the value is exactly the one given there.
///
/// ```swift
/// let nearness = try ValueFunction(cutoffs: [0, 30, 60], values: [1, 0.4, 0])
/// try nearness.value(at: 15)  // 0.7
/// ```
///
/// - Reference: Belton and Stewart, Multiple Criteria Decision Analysis (2002), section 5.2.
public struct ValueFunction: Hashable, Sendable {
    /// What to do with a measurement outside the cut-offs.
    public enum Beyond: String, Sendable, CaseIterable {
        /// Throw.
        case refuse
        /// Take the value at the nearest cut-off.
        case clip
        /// Go on along the first or the last line; the value may leave the scale.
        case extend
    }

    /// Strictly increasing, in the criterion's unit.
    public let cutoffs: [Double]
    /// One for each cut-off; usually from 0 to 1.
    public let values: [Double]

    /// - Throws: `Refusal` with fewer than two points, lists of different length, cut-offs that do not
    ///   increase, or values that turn round or never change.
    public init(cutoffs: [Double], values: [Double]) throws(Refusal) {
        guard cutoffs.count == values.count else {
            throw ValueFunction.refusal(
                "points",
                "There are \(cutoffs.count) cut-offs and \(values.count) values; each cut-off needs one.")
        }
        guard cutoffs.count >= 2 else {
            throw ValueFunction.refusal("points", "A value function needs at least two points.")
        }
        guard (cutoffs + values).allSatisfy(\.isFinite) else {
            throw ValueFunction.refusal("points", "A cut-off or a value is not a finite number.")
        }
        for place in 1..<cutoffs.count where cutoffs[place] <= cutoffs[place - 1] {
            throw ValueFunction.refusal(
                "cutoffs",
                "The cut-off \(cutoffs[place]) follows \(cutoffs[place - 1]); cut-offs must increase.")
        }
        let steps = zip(values.dropFirst(), values)
        guard steps.allSatisfy({ $0 >= $1 }) || steps.allSatisfy({ $0 <= $1 }) else {
            throw ValueFunction.refusal(
                "values", "The values both rise and fall; a value function does one of them.")
        }
        guard values[0] != values[values.count - 1] else {
            throw ValueFunction.refusal(
                "values", "The values are all \(values[0]); such a criterion cannot tell options apart.")
        }
        self.cutoffs = cutoffs
        self.values = values
    }

    /// True where more of the measurement is better.
    public var isRising: Bool { values[0] < values[values.count - 1] }

    /// - Throws: `Refusal` outside the cut-offs where `beyond` says so, and for what is no number.
    public func value(at x: Double, beyond: Beyond = .refuse) throws(Refusal) -> Double {
        guard x.isFinite else {
            throw ValueFunction.refusal("measurement", "The measurement is not a finite number.")
        }
        let last = cutoffs.count - 1
        if x < cutoffs[0] || x > cutoffs[last] {
            switch beyond {
            case .refuse:
                throw ValueFunction.refusal(
                    "beyond-scale", "\(x) is outside the scale from \(cutoffs[0]) to \(cutoffs[last]).",
                    remedy: "Correct the measurement, or widen the scale before the weights are settled.")
            case .clip: return x < cutoffs[0] ? values[0] : values[last]
            case .extend: return line(x < cutoffs[0] ? 1 : last, at: x)
            }
        }
        let upper = cutoffs.firstIndex { $0 >= x } ?? last
        return cutoffs[upper] == x ? values[upper] : line(upper, at: x)
    }

    /// Along the line that ends at the point `upper`.
    private func line(_ upper: Int, at x: Double) -> Double {
        let part = (x - cutoffs[upper - 1]) / (cutoffs[upper] - cutoffs[upper - 1])
        return values[upper - 1] + part * (values[upper] - values[upper - 1])
    }

    private static func refusal(_ code: String, _ sentence: String, remedy: String? = nil) -> Refusal {
        Refusal(.input, code: "value-function-\(code)", sentence, remedy: remedy)
    }
}
