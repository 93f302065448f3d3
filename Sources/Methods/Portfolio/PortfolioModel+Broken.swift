extension PortfolioModel {
    /// Something asked for that a choice does not keep.
    public enum Broken: Hashable, Sendable {
        /// A row whose sum is under `bound`.
        case below(row: String, sum: Int, bound: Int)
        /// A row whose sum is over `bound`.
        case above(row: String, sum: Int, bound: Int)
        /// An item that is forced in and not chosen.
        case leftOut(item: String)
        /// An item that is forced out and chosen.
        case takenIn(item: String)
    }

    /// All that the choice breaks, in the order of rows, then of items; exact.
    ///
    /// - Parameter chosen: one for each item.
    public func broken(by chosen: [Bool]) -> [Broken] {
        precondition(chosen.count == names.count, "one mark for each item")
        var broken: [Broken] = []
        for row in rows {
            let sum = row.sum(of: chosen)
            if let lower = row.lower, sum < lower { broken.append(.below(row: row.name, sum: sum, bound: lower)) }
            if let upper = row.upper, sum > upper { broken.append(.above(row: row.name, sum: sum, bound: upper)) }
        }
        for (item, mark) in forced.enumerated() {
            if let mark, mark != chosen[item] {
                broken.append(mark ? .leftOut(item: names[item]) : .takenIn(item: names[item]))
            }
        }
        return broken
    }

    /// True where the choice keeps every row and every forced item.
    public func allows(_ chosen: [Bool]) -> Bool {
        guard chosen.count == names.count else { return false }
        for (mark, isChosen) in zip(forced, chosen) {
            if let mark, mark != isChosen { return false }
        }
        return rows.allSatisfy { $0.allows($0.sum(of: chosen)) }
    }
}

extension PortfolioModel.Row {
    /// The row's sum over the chosen items; cannot overflow in a checked model.
    public func sum(of chosen: [Bool]) -> Int {
        var sum = 0
        for term in terms where chosen[term.item] { sum += term.coefficient }
        return sum
    }

    func allows(_ sum: Int) -> Bool {
        if let lower, sum < lower { return false }
        if let upper, sum > upper { return false }
        return true
    }

    /// How far the sum lies outside the bounds; 0 inside.
    func excess(_ sum: Int) -> Int {
        if let lower, sum < lower { return lower - sum }
        if let upper, sum > upper { return sum - upper }
        return 0
    }
}
