/// A straight-line rule for the middle of an outcome: the least sum of weighted absolute misses.
///
/// Found by iteratively reweighted least squares: a row that is missed by much counts less in the next solve,
/// by the size of its miss. A small ridge keeps columns that say the same thing from fighting; it is taken
/// after each column is scaled to a root mean square of one, and spares the first column, which is the
/// constant. The answer is close to the least sum, not the vertex a linear programme would find, and does not
/// depend on anything but its inputs and their order.
///
/// - Reference: Schlossmacher, Journal of the American Statistical Association 68 (1973) 857 (the
///   reweighting); Koenker and Bassett, Econometrica 46 (1978) 33 (the regression).
public struct WeightedMedianRegression: Hashable, Sendable {
    /// One for each column, in the units of the rows.
    public let coefficients: [Double]

    /// How the solving is done.
    public struct Settings: Hashable, Sendable {
        public var solves: Int
        /// Times the number of rows, on columns scaled to a root mean square of one.
        public var ridge: Double
        /// A miss smaller than this is taken as this, in the units of the outcome.
        public var leastMiss: Double

        public init(solves: Int = 15, ridge: Double = 1e-4, leastMiss: Double = 1e-3) {
            self.solves = solves
            self.ridge = ridge
            self.leastMiss = leastMiss
        }
    }

    /// Fits the rule; costs `solves × rows × width²`.
    ///
    /// - Parameters:
    ///   - rows: row after row, `width` numbers each; the first of each row is the constant, 1.
    ///   - outcomes: one for each row.
    ///   - weights: one for each row, none negative; their mean is best near 1, since the ridge does not
    ///     scale.
    /// - Returns: nil with no row, or where the rows cannot tell the columns apart even with the ridge.
    public init?(
        rows: [Double], width: Int, outcomes: [Double], weights: [Double], settings: Settings = Settings()
    ) {
        precondition(width > 0 && rows.count == outcomes.count * width, "rows and outcomes do not match")
        precondition(outcomes.count == weights.count, "each row has its weight")
        guard !outcomes.isEmpty else { return nil }
        let count = outcomes.count
        let scales = WeightedMedianRegression.scales(of: rows, width: width)
        let scaled = rows.indices.map { rows[$0] / scales[$0 % width] }
        var solution: [Double]?
        for _ in 0..<max(1, settings.solves) {
            var normal = NormalEquations(width: width)
            normal.add(
                rows: scaled, outcomes: outcomes, weights: weights, around: solution,
                leastMiss: settings.leastMiss)
            normal.addRidge(settings.ridge * Double(count))
            guard let next = normal.solved() else { return nil }
            solution = next
        }
        guard let solution else { return nil }
        self.coefficients = zip(solution, scales).map { $0 / $1 }
    }

    /// The rule's answer for one row, of as many numbers as there are coefficients.
    public func value(at row: ArraySlice<Double>) -> Double {
        precondition(row.count == coefficients.count, "a row has as many numbers as the rule")
        var sum = 0.0
        var place = row.startIndex
        for coefficient in coefficients {
            sum += coefficient * row[place]
            place += 1
        }
        return sum
    }

    public func value(at row: [Double]) -> Double { value(at: row[...]) }

    /// Each column's root mean square; 1 for a column of zeros.
    private static func scales(of rows: [Double], width: Int) -> [Double] {
        var squares = [Double](repeating: 0, count: width)
        for place in rows.indices { squares[place % width] += rows[place] * rows[place] }
        let count = Double(rows.count / width)
        return squares.map { $0 == 0 ? 1 : ($0 / count).squareRoot() }
    }
}
