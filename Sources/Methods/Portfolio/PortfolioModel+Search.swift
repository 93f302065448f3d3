extension PortfolioModel {
    /// The best choice by plain branch and bound; nil where none keeps every row.
    ///
    /// For up to about two dozen items, and to test better solvers against: time doubles with each item at
    /// worst. Among choices of equal value the first found stays, so the answer depends on the model only.
    public func exactBySearch() -> [Bool]? {
        var search = PortfolioSearch(self)
        search.run(from: 0)
        return search.best
    }
}

/// The state of one depth-first search.
private struct PortfolioSearch {
    private let model: PortfolioModel
    private var choice: PortfolioChoice
    /// Items by the size of their value, the largest first.
    private let order: [Int]
    /// For each depth, what the value can still gain from there on.
    private let hope: [Double]
    /// For each depth and row, the least and the greatest that the items from there on can add.
    private let reach: [[ClosedRange<Int>]]
    private(set) var best: [Bool]?
    private var bestValue = -Double.infinity
    private var value = 0.0

    init(_ model: PortfolioModel) {
        self.model = model
        let order = model.names.indices.sorted {
            (model.values[$1].magnitude, $0) < (model.values[$0].magnitude, $1)
        }
        let choice = PortfolioChoice(model, chosen: [Bool](repeating: false, count: order.count))
        var hope = [Double](repeating: 0, count: order.count + 1)
        var reach = [[ClosedRange<Int>]](
            repeating: [ClosedRange<Int>](repeating: 0...0, count: model.rows.count), count: order.count + 1)
        for depth in order.indices.reversed() {
            let item = order[depth]
            hope[depth] = hope[depth + 1] + Swift.max(model.values[item], 0)
            reach[depth] = reach[depth + 1]
            for place in choice.places[item] {
                let range = reach[depth][place.row]
                let least = range.lowerBound + Swift.min(place.coefficient, 0)
                let greatest = range.upperBound + Swift.max(place.coefficient, 0)
                reach[depth][place.row] = least...greatest
            }
        }
        self.order = order
        self.choice = choice
        self.hope = hope
        self.reach = reach
    }

    mutating func run(from depth: Int) {
        guard depth == 0 || isOpen(depth) else { return }
        guard depth < order.count else {
            // The value as it is shown: added in the items' order.
            let exact = model.value(of: choice.chosen)
            if exact > bestValue, model.allows(choice.chosen) {
                best = choice.chosen
                bestValue = exact
            }
            return
        }
        let item = order[depth]
        let wanted = model.forced[item]
        for side in [model.values[item] > 0, model.values[item] <= 0] where wanted ?? side == side {
            if side {
                choice.change(item)
                value += model.values[item]
            }
            run(from: depth + 1)
            if side {
                choice.change(item)
                value -= model.values[item]
            }
        }
    }

    /// False where no completion keeps the rows or is better than what is known.
    private func isOpen(_ depth: Int) -> Bool {
        // A little more than the rounding of a sum, so that a better choice is never cut off.
        let slack = 1e-9 * (1 + (value + hope[depth]).magnitude)
        if value + hope[depth] + slack < bestValue { return false }
        for (row, sum) in choice.sums.enumerated() {
            let range = reach[depth][row]
            if let lower = model.rows[row].lower, sum + range.upperBound < lower { return false }
            if let upper = model.rows[row].upper, sum + range.lowerBound > upper { return false }
        }
        return true
    }
}
