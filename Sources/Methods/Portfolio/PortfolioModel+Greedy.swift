extension PortfolioModel {
    /// What is chosen by going down the list of value per cost and passing over what does not fit.
    ///
    /// Forced items come first; where the rows are broken then, the free item that mends most for the value
    /// it loses is taken or left until they hold. The list is gone through again until nothing more fits.
    /// Never better than the optimum, and it may miss an answer that exists.
    ///
    /// - Parameter cost: one for each item; what costs nothing or less comes first, an item without value never.
    /// - Returns: nil where no answer was found.
    /// - Reference: G. B. Dantzig, "Discrete-variable extremum problems", Operations Research 5 (1957).
    public func greedy(by cost: [Int]) -> [Bool]? {
        precondition(cost.count == names.count, "one cost for each item")
        guard var choice = mended(forced.map { $0 ?? false }) else { return nil }
        let order = names.indices
            .filter { forced[$0] == nil && values[$0] > 0 }
            .map { (item: $0, worth: cost[$0] > 0 ? values[$0] / Double(cost[$0]) : Double.infinity) }
            .sorted { ($1.worth, $0.item) < ($0.worth, $1.item) }
        var isMore = true
        while isMore {
            isMore = false
            for (item, _) in order where !choice.chosen[item] {
                if choice.holds(changing: item) {
                    choice.change(item)
                    isMore = true
                }
            }
        }
        return choice.chosen
    }

    /// The choice with items changed, each at most once, until every row holds; nil where that fails.
    func mended(_ start: [Bool]) -> PortfolioChoice? {
        var choice = PortfolioChoice(self, chosen: start)
        for (item, mark) in forced.enumerated() {
            if let mark, choice.chosen[item] != mark { choice.change(item) }
        }
        var isPinned = [Bool](repeating: false, count: names.count)
        return choice.mend(&isPinned) ? choice : nil
    }
}
