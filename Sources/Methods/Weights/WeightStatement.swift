public import Vocabulary

/// What somebody said about the weights: of one criterion, or of two beside each other.
///
/// Criteria are places in the list of criteria, from 0.
public struct WeightStatement: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        /// The first matters at least as much as the second.
        case atLeast(Int, Int)
        /// The first's weight is between `low` and `high` times the second's; nil: no upper end.
        case ratio(Int, Int, low: Double, high: Double?)
        /// The first's weight is this many times the second's.
        case exactRatio(Int, Int, Double)
        /// The weight is between two shares of the whole.
        case range(Int, low: Double, high: Double)
    }

    /// `coefficients · w ≤ 0`, or `= 0`.
    public struct Row: Hashable, Sendable {
        public let coefficients: [Double]
        public let isEquality: Bool
    }

    public let kind: Kind

    /// - Throws: `Refusal` where a criterion is compared with itself, a ratio is negative or not finite, or a
    ///   lower end is above the upper one or outside 0 to 1.
    public init(_ kind: Kind) throws(Refusal) {
        let fault: String? =
            switch kind {
            case .atLeast(let first, let second):
                first == second ? "A criterion is compared with itself." : nil
            case .ratio(let first, let second, let low, let high):
                if first == second {
                    "A criterion is compared with itself."
                } else if !(low >= 0 && low.isFinite && (high ?? low).isFinite) {
                    "A ratio of weights must be a number, 0 or more."
                } else if let high, high < low {
                    "The ratio is said to be from \(low) to \(high), and \(low) is the larger."
                } else {
                    nil
                }
            case .exactRatio(let first, let second, let times):
                if first == second {
                    "A criterion is compared with itself."
                } else if times > 0 && times.isFinite {
                    nil
                } else {
                    "A ratio of weights must be a number above 0."
                }
            case .range(_, let low, let high):
                low >= 0 && high <= 1 && low <= high
                    ? nil
                    : "A weight is said to be from \(low) to \(high); both are shares of the whole, 0 to 1."
            }
        if let fault { throw Refusal(.input, code: "weight-statement", fault) }
        self.kind = kind
    }

    /// The criteria it speaks of.
    public var criteria: [Int] {
        switch kind {
        case .atLeast(let first, let second), .ratio(let first, let second, _, _),
            .exactRatio(let first, let second, _):
            [first, second]
        case .range(let criterion, _, _): [criterion]
        }
    }

    /// As rows of `A w ≤ 0` and `A w = 0`, which do not change when all weights are scaled.
    ///
    /// A share of the whole is one of the sum of all weights. A lower end of a ratio is a row also where it is 0.
    ///
    /// - Parameter count: the number of criteria, which are the columns.
    /// - Reference: Tervonen, van Valkenhoef, Baştürk and Postmus, European Journal of Operational Research 224
    ///   (2013) 552, section 2.
    public func rows(criteria count: Int) -> [Row] {
        precondition(
            criteria.allSatisfy { (0..<count).contains($0) }, "a statement is about criteria that exist")
        func row(_ entries: [(Int, Double)], isEquality: Bool = false) -> Row {
            var coefficients = [Double](repeating: 0, count: count)
            for (place, value) in entries { coefficients[place] = value }
            return Row(coefficients: coefficients, isEquality: isEquality)
        }
        switch kind {
        case .atLeast(let first, let second):
            return [row([(first, -1), (second, 1)])]
        case .ratio(let first, let second, let low, let high):
            return [row([(first, -1), (second, low)])]
                + (high.map { [row([(first, 1), (second, -$0)])] } ?? [])
        case .exactRatio(let first, let second, let times):
            return [row([(first, -1), (second, times)], isEquality: true)]
        case .range(let criterion, let low, let high):
            var (lower, upper) = (
                [Double](repeating: low, count: count), [Double](repeating: -high, count: count)
            )
            lower[criterion] -= 1
            upper[criterion] += 1
            return [Row(coefficients: lower, isEquality: false), Row(coefficients: upper, isEquality: false)]
        }
    }

    /// In words, with the criteria's names: “access” matters at least as much as “cost”.
    public func words(_ names: [String]) -> String {
        func name(_ place: Int) -> String {
            names.indices.contains(place) ? "“\(names[place])”" : "criterion \(place + 1)"
        }
        return switch kind {
        case .atLeast(let first, let second): "\(name(first)) matters at least as much as \(name(second))"
        case .ratio(let first, let second, let low, let high?):
            "\(name(first)) matters between \(low) and \(high) times as much as \(name(second))"
        case .ratio(let first, let second, let low, nil):
            "\(name(first)) matters at least \(low) times as much as \(name(second))"
        case .exactRatio(let first, let second, let times):
            "\(name(first)) matters \(times) times as much as \(name(second))"
        case .range(let criterion, let low, let high):
            "the weight of \(name(criterion)) is between \(low) and \(high)"
        }
    }
}
