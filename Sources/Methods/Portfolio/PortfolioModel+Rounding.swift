extension PortfolioModel {
    /// A choice near the shares of a relaxed answer; nil where the rows could not be mended.
    ///
    /// Items whose share is 1 are taken, broken rows are mended, and the rest is filled in the order of the
    /// shares, then of `reduced`, with what has a value and fits.
    ///
    /// - Parameter shares: one for each item, 0 to 1.
    /// - Parameter reduced: for each item, how much it is in favour; from `PortfolioBound`.
    public func rounded(_ shares: [Double], reduced: [Double]) -> [Bool]? {
        precondition(shares.count == names.count && reduced.count == names.count, "one for each item")
        guard var choice = mended(shares.map { $0 > 1 - 1e-6 }) else { return nil }
        let order = names.indices
            .filter { forced[$0] == nil && values[$0] > 0 }
            .sorted { (-shares[$0], -reduced[$0], $0) < (-shares[$1], -reduced[$1], $1) }
        for item in order where !choice.chosen[item] {
            if choice.holds(changing: item) { choice.change(item) }
        }
        return choice.chosen
    }
}
