/// Every list of weights that agrees with what was said: none negative, summing to one, each statement held.
///
/// Criteria compared with each other must be able to have some weight. With nothing said it is the whole simplex; it
/// may be a single point. Made for up to about 40 criteria; its making costs some hundreds of small linear programmes
/// at that size, and a millisecond at ten.
public struct WeightPolytope: Sendable {
    public let criteria: Int
    public let statements: [WeightStatement]
    /// The least and the largest weight that each criterion can have.
    public let ranges: [(low: Double, high: Double)]
    /// A point inside: the mean of corners, one for each criterion at which its weight is largest, and one more
    /// for each statement that would otherwise be met with nothing to spare.
    ///
    /// With nothing said the weights are equal; with a complete order they are the rank order centroid.
    public let centre: [Double]
    /// `A w ≤ 0`, or `= 0`, of all statements in their order.
    public let rows: [WeightStatement.Row]
    /// In how many directions the weights are still free; 0 where only the centre is left.
    public var freedom: Int { hull.count }

    /// The way in which draws are made.
    public private(set) var drawing = Drawing.walk

    let programme: LinearProgramme
    /// Steps along which the polytope extends, `freedom` of them, each about as long as it is wide that way.
    let hull: [[Double]]

    /// What is smaller is no width.
    static let noWidth = 1e-7

    /// - Throws: `WeightClash` with a smallest set of statements that cannot all hold.
    /// - Precondition: at least one criterion, and statements about criteria that exist.
    public init(criteria: Int, statements: [WeightStatement] = []) throws(WeightClash) {
        precondition(criteria > 0, "weights need a criterion")
        func isPossible(_ statements: [WeightStatement]) -> Bool {
            WeightPolytope.programme(criteria: criteria, statements: statements) != nil
        }
        func leavesWeight(_ statements: [WeightStatement]) -> Bool {
            WeightPolytope.leavesWeight(criteria, statements)
        }
        guard leavesWeight(statements) else { throw WeightPolytope.clash(statements, can: leavesWeight) }
        guard let programme = WeightPolytope.programme(criteria: criteria, statements: statements) else {
            throw WeightPolytope.clash(statements, can: isPossible)
        }
        let rows = statements.flatMap { $0.rows(criteria: criteria) }
        var (corners, inner) = ([[Double]](), [[Double]]())
        var ranges: [(low: Double, high: Double)] = []
        for place in 0..<criteria {
            var unit = [Double](repeating: 0, count: criteria)
            unit[place] = 1
            let ends = WeightPolytope.ends(of: unit, under: programme)
            corners += ends
            inner.append(ends[1])
            ranges.append((min(1, ends[0][place]), min(1, ends[1][place])))
        }
        let middle = WeightPolytope.mean(inner)
        for row in rows where !row.isEquality {
            let furthest = WeightPolytope.ends(of: row.coefficients, under: programme)[0]
            corners.append(furthest)
            let isTight = Quantiles.weightedSum(row.coefficients, weights: middle) > -WeightPolytope.noWidth
            if isTight { inner.append(furthest) }
        }
        let fixed =
            [[Double](repeating: 1, count: criteria)] + rows.filter(\.isEquality).map(\.coefficients)
        let span = WeightPolytope.span(corners, fixed: fixed, under: programme)
        self.criteria = criteria
        self.statements = statements
        self.rows = rows
        self.ranges = ranges
        self.programme = programme
        self.centre = WeightPolytope.mean(inner)
        self.hull = WeightPolytope.steps(span.directions, corners: span.corners, centre: centre)
        self.drawing = suitableDrawing()
    }

    /// What is known, in sentences: each criterion's range of weight in whole per cent, and how free it is.
    ///
    /// - Parameter names: of the criteria, in their order.
    public func words(naming names: [String]) -> [String] {
        zip(names, ranges).map { name, range in
            let (low, high) = (Int((range.low * 100).rounded()), Int((range.high * 100).rounded()))
            return low == high
                ? "“\(name)” has about \(low) % of the weight."
                : "“\(name)” has from \(low) to \(high) % of the weight."
        }
    }

    /// The least and the largest that a linear function of the weights can be.
    ///
    /// - Parameter function: one coefficient for each criterion.
    public func extent(of function: [Double]) -> (least: Double, most: Double) {
        let ends = WeightPolytope.ends(of: function, under: programme)
        return (
            Quantiles.weightedSum(function, weights: ends[0]),
            Quantiles.weightedSum(function, weights: ends[1])
        )
    }

    /// The least and the largest part that the first has of the two criteria's weight together, 0 to 1.
    ///
    /// - Returns: nil where both weights can only be zero.
    public func share(of first: Int, beside second: Int) -> (least: Double, most: Double)? {
        var both = [Double](repeating: 0, count: criteria)
        both[first] = 1
        both[second] = 1
        // Rows of statements do not change when weights are scaled, so that the two may be scaled to sum to one.
        let cone =
            WeightPolytope.lines(criteria: criteria, statements: statements)
            + [.init(coefficients: both, relation: .equal, bound: 1)]
        guard let programme = LinearProgramme(variables: criteria, rows: cone) else { return nil }
        var gain = [Double](repeating: 0, count: criteria)
        gain[first] = 1
        guard let least = programme.minimised(gain), let most = programme.maximised(gain) else { return nil }
        return (max(0, least.value), min(1, most.value))
    }

    /// A list of weights that satisfies the rows `coefficients · w ≥ 0` besides; nil where there is none.
    func point(satisfying further: [[Double]]) -> [Double]? {
        let lines =
            WeightPolytope.lines(criteria: criteria, statements: statements)
            + [.init(coefficients: [Double](repeating: 1, count: criteria), relation: .equal, bound: 1)]
            + further.map { .init(coefficients: $0, relation: .atLeast, bound: 0) }
        return LinearProgramme(variables: criteria, rows: lines)?
            .minimised([Double](repeating: 0, count: criteria))?.point
    }

    // MARK: - Making

    static func lines(criteria: Int, statements: [WeightStatement]) -> [LinearProgramme.Row] {
        statements.flatMap { $0.rows(criteria: criteria) }.map {
            .init(coefficients: $0.coefficients, relation: $0.isEquality ? .equal : .atMost, bound: 0)
        }
    }

    private static func programme(criteria: Int, statements: [WeightStatement]) -> LinearProgramme? {
        let whole = [Double](repeating: 1, count: criteria)
        return LinearProgramme(
            variables: criteria,
            rows: lines(criteria: criteria, statements: statements)
                + [.init(coefficients: whole, relation: .equal, bound: 1)])
    }

    /// The corners where a function is least and where it is largest.
    static func ends(of function: [Double], under programme: LinearProgramme) -> [[Double]] {
        guard let least = programme.minimised(function), let most = programme.maximised(function) else {
            preconditionFailure("weights that sum to one are bounded")
        }
        return [least.point, most.point]
    }

    private static func mean(_ points: [[Double]]) -> [Double] {
        let sums = points.dropFirst().reduce(points[0]) { zip($0, $1).map { $0 + $1 } }
        let whole = sums.reduce(0, +)
        return sums.map { $0 / whole }
    }
}
