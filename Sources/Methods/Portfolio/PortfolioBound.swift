/// An upper bound on every portfolio's value, from a price for each row.
///
/// Each row's sum is bought at its price instead of being held: whatever the prices, the best that is left is
/// no worse than the best portfolio. With the prices of the relaxed programme it is that programme's optimum,
/// so it needs no trust in a solver's tolerances.
///
/// - Reference: A. M. Geoffrion, "Lagrangean relaxation for integer programming", Mathematical Programming
///   Study 2 (1974), section 3.
public struct PortfolioBound: Hashable, Sendable {
    /// No choice that keeps every row and forced item is worth more.
    public let value: Double
    /// For each item, its value less what it takes of the rows at their prices.
    ///
    /// A free item on the other side than this number's sign lowers the bound by its size.
    public let reduced: [Double]

    /// - Parameter prices: one for each row; a positive price holds the row's greatest sum, a negative one its
    ///   least. A price for a bound that the row has not is taken as 0.
    public init(_ model: PortfolioModel, prices: [Double]) {
        precondition(prices.count == model.rows.count, "one price for each row")
        var reduced = model.values
        var sum = 0.0
        var size = 0.0
        for (row, given) in zip(model.rows, prices) {
            guard given.isFinite, given != 0, let bound = given > 0 ? row.upper : row.lower else { continue }
            sum += given * Double(bound)
            size += (given * Double(bound)).magnitude
            for term in row.terms { reduced[term.item] -= given * Double(term.coefficient) }
        }
        for (item, gain) in reduced.enumerated() {
            let isTaken = model.forced[item] ?? (gain > 0)
            if isTaken { sum += gain }
            size += gain.magnitude
        }
        // More than the rounding of these sums can have taken off.
        self.value = sum + size * 0x1p-40
        self.reduced = reduced
    }
}
