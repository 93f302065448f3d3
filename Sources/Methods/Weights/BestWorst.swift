public import Vocabulary

/// Weights from two lists of judgements: the best criterion over each other, and each other over the worst.
///
/// The nonlinear model keeps the largest miss of a *ratio* as small as can be; with more than three criteria
/// many weights may do so, and the answer is an interval for each. The linear model keeps the largest miss of
/// a *difference* small and mostly has one answer. The two are not the same: say which.
///
/// - Reference: Rezaei, Omega 53 (2015) 49 (nonlinear); Omega 64 (2016) 126 (linear, intervals).
public struct BestWorst: Sendable {
    /// Weights, how far judgements are missed, and what the weights may be at that miss.
    public struct Answer: Sendable {
        /// One for each criterion, summing to one; where many are best, a point amid them.
        public let weights: [Double]
        /// The smallest possible largest miss, ξ; 0 where the judgements are wholly consistent.
        public let xi: Double
        /// The least and the largest weight of each criterion at that miss.
        public let ranges: [(low: Double, high: Double)]
        /// All weights of the nonlinear model at that miss; nil of the linear model, and where ξ is 0.
        public let polytope: WeightPolytope?
    }

    public let best: Int
    public let worst: Int
    /// How many times as important the best is as each criterion; 1 for itself.
    public let bestToOthers: [Double]
    /// How many times as important each criterion is as the worst; 1 for itself.
    public let othersToWorst: [Double]

    private static let judgements = 1.0...1_000
    /// What ξ is widened by where weights are looked for, so that rounding leaves some.
    private static let slack = 1e-8

    /// - Throws: `Refusal` for lists of another length, a judgement below 1 (or above 1000), a best or worst
    ///   criterion that is not 1 against itself, or two different judgements of best over worst.
    public init(
        criteria: Int, best: Int, worst: Int, bestToOthers: [Double], othersToWorst: [Double]
    ) throws(Refusal) {
        guard criteria >= 2, bestToOthers.count == criteria, othersToWorst.count == criteria else {
            throw BestWorst.refusal(
                "There are \(bestToOthers.count) judgements from the best and \(othersToWorst.count) to the worst; "
                    + "each needs one for each of two criteria or more.")
        }
        guard (0..<criteria).contains(best), (0..<criteria).contains(worst), best != worst else {
            throw BestWorst.refusal(
                "The best and the worst criterion must be two different ones of the list.")
        }
        for judgement in bestToOthers + othersToWorst where !BestWorst.judgements.contains(judgement) {
            throw BestWorst.refusal("A judgement is \(judgement); it is 1 (as important) or more.")
        }
        guard bestToOthers[best] == 1, othersToWorst[worst] == 1 else {
            throw BestWorst.refusal("The best over itself, and the worst over itself, are judged 1.")
        }
        guard bestToOthers[worst] == othersToWorst[best] else {
            throw BestWorst.refusal(
                "The best over the worst is judged \(bestToOthers[worst]) in one list and "
                    + "\(othersToWorst[best]) in the other.")
        }
        self.best = best
        self.worst = worst
        self.bestToOthers = bestToOthers
        self.othersToWorst = othersToWorst
    }

    /// The judgement of the best over the worst.
    public var bestToWorst: Double { bestToOthers[worst] }

    /// Criteria that are neither best nor worst.
    private var others: [Int] { bestToOthers.indices.filter { $0 != best && $0 != worst } }

    // MARK: - Consistency

    /// How far the judgements disagree before any weight is found: the largest
    /// `|a_Bj · a_jW − a_BW| ÷ (a_BW² − a_BW)`, 0 where best and worst are judged alike.
    ///
    /// - Reference: Liang, Brunelli and Rezaei, Omega 96 (2020) 102175.
    public var inputConsistency: Double { inputConsistencies.max() ?? 0 }

    /// The same for each criterion; the largest is the judgement to look at again.
    public var inputConsistencies: [Double] {
        let whole = bestToWorst * bestToWorst - bestToWorst
        return bestToOthers.indices.map { place in
            guard whole > 0, place != best, place != worst else { return 0 }
            return (bestToOthers[place] * othersToWorst[place] - bestToWorst).magnitude / whole
        }
    }

    /// ξ of the nonlinear model over the largest it could be at this judgement of best over worst.
    ///
    /// - Parameter index: the consistency index by the judgement of best over worst, from 1.
    /// - Throws: `Refusal` where the judgement is no whole number of the table.
    public func consistencyRatio(xi: Double, index: [Double]) throws(Refusal) -> Double {
        guard let place = Int(exactly: bestToWorst), (1...max(1, index.count)).contains(place), !index.isEmpty
        else {
            throw BestWorst.refusal(
                "The table of consistency indices goes by whole judgements from 1 to \(index.count), and the best "
                    + "over the worst is judged \(bestToWorst).")
        }
        return index[place - 1] > 0 ? xi / index[place - 1] : 0
    }

    // MARK: - Nonlinear

    /// The smallest ξ with `|w_B ÷ w_j − a_Bj| ≤ ξ` and `|w_j ÷ w_W − a_jW| ≤ ξ` for all j.
    ///
    /// Every criterion bounds the ratio of best to worst from both sides; ξ is the first at which the bounds
    /// leave something, found by halving.
    public func nonlinear() -> Answer {
        var (low, high) = (0.0, (bestToOthers + othersToWorst).max() ?? 1)
        if hasRatio(at: 0) { return consistent }
        while true {
            let middle = low + (high - low) / 2
            guard middle > low, middle < high else { break }
            if hasRatio(at: middle) { high = middle } else { low = middle }
        }
        let wide = high + BestWorst.slack * (1 + high)
        var statements: [WeightStatement] = []
        func say(_ first: Int, _ second: Int, _ judgement: Double) {
            let kind = WeightStatement.Kind.ratio(first, second, low: max(0, judgement - wide), high: judgement + wide)
            guard let statement = try? WeightStatement(kind) else { preconditionFailure("a judgement is a number") }
            statements.append(statement)
        }
        for place in others {
            say(best, place, bestToOthers[place])
            say(place, worst, othersToWorst[place])
        }
        say(best, worst, bestToWorst)
        guard let polytope = try? WeightPolytope(criteria: bestToOthers.count, statements: statements) else {
            preconditionFailure("weights exist at the miss that was found")
        }
        return Answer(weights: polytope.centre, xi: high, ranges: polytope.ranges, polytope: polytope)
    }

    private var consistent: Answer {
        let parts = bestToOthers.map { 1 / $0 }
        let sum = parts.reduce(0, +)
        let weights = parts.map { $0 / sum }
        return Answer(weights: weights, xi: 0, ranges: weights.map { ($0, $0) }, polytope: nil)
    }

    /// True where some ratio of best to worst lies within ξ of every judgement.
    private func hasRatio(at xi: Double) -> Bool {
        var (low, high) = (max(0, bestToWorst - xi), bestToWorst + xi)
        for place in others {
            let (first, second) = (bestToOthers[place], othersToWorst[place])
            low = max(low, max(0, first - xi) * max(0, second - xi))
            high = min(high, (first + xi) * (second + xi))
        }
        return low <= high
    }

    // MARK: - Linear

    /// The smallest ξ with `|w_B − a_Bj w_j| ≤ ξ` and `|w_j − a_jW w_W| ≤ ξ` for all j.
    public func linear() -> Answer {
        let count = bestToOthers.count
        var rows = [
            LinearProgramme.Row(
                coefficients: [Double](repeating: 1, count: count) + [0], relation: .equal, bound: 1)
        ]
        func miss(_ first: Int, _ second: Int, _ judgement: Double) {
            for sign in [1.0, -1.0] {
                var coefficients = [Double](repeating: 0, count: count) + [-1]
                coefficients[first] += sign
                coefficients[second] -= sign * judgement
                rows.append(.init(coefficients: coefficients, relation: .atMost, bound: 0))
            }
        }
        for place in others {
            miss(best, place, bestToOthers[place])
            miss(place, worst, othersToWorst[place])
        }
        miss(best, worst, bestToWorst)
        let cost = [Double](repeating: 0, count: count) + [1]
        guard let optimum = LinearProgramme(variables: count + 1, rows: rows)?.minimised(cost) else {
            preconditionFailure("some miss is always large enough")
        }
        rows.append(.init(coefficients: cost, relation: .atMost, bound: optimum.value + BestWorst.slack))
        let within = LinearProgramme(variables: count + 1, rows: rows)
        let ranges = (0..<count).map { place -> (low: Double, high: Double) in
            var unit = [Double](repeating: 0, count: count + 1)
            unit[place] = 1
            let weight = optimum.point[place]
            return (within?.minimised(unit)?.value ?? weight, within?.maximised(unit)?.value ?? weight)
        }
        let sum = optimum.point.dropLast().reduce(0, +)
        return Answer(
            weights: optimum.point.dropLast().map { $0 / sum }, xi: max(0, optimum.value), ranges: ranges,
            polytope: nil)
    }

    private static func refusal(_ sentence: String) -> Refusal {
        Refusal(.input, code: "best-worst", sentence)
    }
}
