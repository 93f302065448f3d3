extension WeightPolytope {
    /// How weights are drawn.
    public enum Drawing: String, Sendable, CaseIterable {
        /// Nothing is free: each draw is the centre.
        case point
        /// Nothing was said: the gaps between sorted uniform numbers.
        case simplex
        /// A complete order was said, and no more: a draw from the simplex, sorted.
        case order
        /// Draws from the simplex, those kept that agree; where more than one in a hundred does.
        case rejection
        /// A walk in straight lines of random direction, every so many steps a draw.
        case walk
    }

    /// Draws weights uniformly over the polytope.
    ///
    /// Each draw agrees with the statements to within a billionth. A walk leaves as many steps between draws
    /// as `stepsBetweenDraws`, which makes neighbours all but independent. The same stream gives the same
    /// draws; fewer draws are the first of more.
    ///
    /// - Returns: `count × criteria`, row major.
    /// - Reference: Smith, Operations Research 32 (1984) 1296 (the walk); Tervonen, van Valkenhoef, Baştürk
    ///   and Postmus, European Journal of Operational Research 224 (2013) 552 (its use for weights).
    public func draws(_ count: Int, from stream: RandomStream) -> [Double] {
        precondition(count >= 0, "a number of draws is not negative")
        return draws(count, from: stream, by: drawing)
    }

    /// As `draws(_:from:)`, each draw a list of its own.
    public func listedDraws(_ count: Int, from stream: RandomStream) -> [[Double]] {
        let all = draws(count, from: stream)
        return (0..<count).map { Array(all[($0 * criteria)..<(($0 + 1) * criteria)]) }
    }

    func suitableDrawing() -> Drawing {
        if freedom == 0 { return .point }
        if statements.isEmpty { return .simplex }
        if completeOrder != nil { return .order }
        guard freedom == criteria - 1 else { return .walk }
        var trial = RandomStream(seed: WeightPolytope.trialSeed)
        var weights = [Double](repeating: 0, count: criteria)
        var kept = 0
        for _ in 0..<WeightPolytope.trials {
            WeightPolytope.fill(&weights, from: &trial)
            if holds(weights) { kept += 1 }
        }
        return kept * 100 > WeightPolytope.trials ? .rejection : .walk
    }

    /// Steps of the walk from one draw to the next: ⌈ln(n + 1) ÷ 4 · n³⌉ for n free directions up to ten as
    /// published, then 6 n² (ours: steps are shaped as the polytope lies, so that long and thin costs no more).
    public var stepsBetweenDraws: Int {
        let published = [1, 3, 10, 26, 56, 106, 179, 282, 420, 600]
        return freedom <= published.count ? published[max(1, freedom) - 1] : 6 * freedom * freedom
    }

    func draws(_ count: Int, from stream: RandomStream, by drawing: Drawing) -> [Double] {
        switch drawing {
        case .point:
            return (0..<count).flatMap { _ in centre }
        case .simplex:
            return independent(count, from: stream) { _ in true }
        case .order:
            let order = completeOrder ?? []
            return independent(count, from: stream) { weights in
                let sorted = weights.sorted(by: >)
                for (rank, criterion) in order.enumerated() { weights[criterion] = sorted[rank] }
                return true
            }
        case .rejection:
            return independent(count, from: stream) { holds($0) }
        case .walk:
            return walk(count, from: stream)
        }
    }

    /// The criteria from most to least, where statements of order rank them all and say nothing else.
    var completeOrder: [Int]? {
        var isAbove = [[Bool]](repeating: [Bool](repeating: false, count: criteria), count: criteria)
        for statement in statements {
            guard case .atLeast(let first, let second) = statement.kind else { return nil }
            isAbove[first][second] = true
        }
        for middle in 0..<criteria {
            for first in 0..<criteria where isAbove[first][middle] {
                for second in 0..<criteria where isAbove[middle][second] { isAbove[first][second] = true }
            }
        }
        let below = isAbove.map { line in line.count { $0 } }
        let order = below.indices.sorted { below[$0] > below[$1] }
        let isComplete = order.enumerated().allSatisfy { place, criterion in
            below[criterion] == criteria - 1 - place && !isAbove[criterion][criterion]
        }
        return isComplete ? order : nil
    }

    /// True where weights agree with every row.
    func holds(_ weights: [Double], within slack: Double = 0) -> Bool {
        rows.allSatisfy { row in
            var sum = 0.0
            for place in 0..<criteria { sum += row.coefficients[place] * weights[place] }
            return row.isEquality ? sum.magnitude <= slack : sum <= slack
        }
    }

    private static let trials = 2_000
    private static let trialSeed: UInt64 = 1

    /// Uniform on the simplex: the gaps that sorted uniform numbers leave between 0 and 1.
    private static func fill(_ weights: inout [Double], from stream: inout RandomStream) {
        let last = weights.count - 1
        for place in 0..<last {
            let cut = stream.uniform()
            var hole = place
            while hole > 0, weights[hole - 1] > cut {
                weights[hole] = weights[hole - 1]
                hole -= 1
            }
            weights[hole] = cut
        }
        weights[last] = 1
        for place in stride(from: last, to: 0, by: -1) { weights[place] -= weights[place - 1] }
    }

    /// Draws from the simplex, changed or left out by `settle`.
    private func independent(
        _ count: Int, from stream: RandomStream, settle: (inout [Double]) -> Bool
    ) -> [Double] {
        var stream = stream
        var all: [Double] = []
        all.reserveCapacity(count * criteria)
        var weights = [Double](repeating: 0, count: criteria)
        while all.count < count * criteria {
            WeightPolytope.fill(&weights, from: &stream)
            if settle(&weights) { all += weights }
        }
        return all
    }

    private func walk(_ count: Int, from stream: RandomStream) -> [Double] {
        var walk = WeightWalk(rows: rows.filter { !$0.isEquality }, hull: hull, start: centre, stream: stream)
        walk.go(10 * stepsBetweenDraws)
        var all: [Double] = []
        all.reserveCapacity(count * criteria)
        for _ in 0..<count {
            walk.go(stepsBetweenDraws)
            all += walk.scaledPoint()
        }
        return all
    }
}
