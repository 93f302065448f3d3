extension PortfolioModel {
    /// What a search among the choices that a bound leaves open has found.
    public struct Nearby: Hashable, Sendable {
        public let chosen: [Bool]
        public let value: Double
        /// No choice is worth more, where the search was finished; nil where it was not.
        public let bound: Double?
    }

    /// Goes through the choices that may be better than `known` by more than the gap.
    ///
    /// An item on the other side than its reduced value says costs that value's size of the bound, so only
    /// choices with few and cheap such items are gone through: all of them where `steps` allow, and otherwise
    /// those that leave the dearest items where they belong.
    ///
    /// - Parameters:
    ///   - known: keeps every row.
    ///   - steps: how many items may be put on a side before the search is given up.
    /// - Reference: E. Balas and E. Zemel, "An algorithm for large zero-one knapsack problems", Operations
    ///   Research 28 (1980): the core.
    public func nearby(
        _ known: [Bool], within bound: PortfolioBound, relativeGap: Double, steps: Int
    ) -> Nearby {
        var search = NearbySearch(self, known, bound, relativeGap, steps)
        search.run()
        return Nearby(
            chosen: search.best, value: search.bestValue, bound: search.isFinished ? search.provedBound : nil)
    }
}

private struct NearbySearch {
    private let model: PortfolioModel
    private let bound: PortfolioBound
    private let relativeGap: Double
    private var choice: PortfolioChoice
    /// Items that are not decided, the dearest to change first.
    private let open: [Int]
    /// For each of these and each row, the least and greatest that it and those after it can add.
    private let least: [[Int]]
    private let greatest: [[Int]]
    private let lower: [Int]
    private let upper: [Int]
    private var stepsLeft: Int
    private(set) var best: [Bool]
    private(set) var bestValue: Double
    /// The most that choices left out for their bound can be worth.
    private var elsewhere: Double
    private(set) var isFinished = true

    init(
        _ model: PortfolioModel, _ known: [Bool], _ bound: PortfolioBound, _ relativeGap: Double, _ steps: Int
    ) {
        self.model = model
        self.bound = bound
        self.relativeGap = relativeGap
        best = known
        bestValue = model.value(of: known)
        stepsLeft = steps
        elsewhere = -.infinity
        let enough = bestValue + relativeGap * bestValue.magnitude
        var open: [Int] = []
        for (item, gain) in bound.reduced.enumerated() where model.forced[item] == nil {
            let other = bound.value - gain.magnitude
            if other <= enough { elsewhere = Swift.max(elsewhere, other) } else { open.append(item) }
        }
        open.sort { (bound.reduced[$1].magnitude, $0) < (bound.reduced[$0].magnitude, $1) }
        var start = bound.reduced.indices.map { model.forced[$0] ?? (bound.reduced[$0] > 0) }
        for item in open { start[item] = false }
        choice = PortfolioChoice(model, chosen: start)
        var least = [[Int]](repeating: [Int](repeating: 0, count: model.rows.count), count: open.count + 1)
        var greatest = least
        for place in open.indices.reversed() {
            least[place] = least[place + 1]
            greatest[place] = greatest[place + 1]
            for part in choice.places[open[place]] {
                least[place][part.row] += Swift.min(part.coefficient, 0)
                greatest[place][part.row] += Swift.max(part.coefficient, 0)
            }
        }
        self.open = open
        self.least = least
        self.greatest = greatest
        lower = model.rows.map { $0.lower ?? Int.min / 4 }
        upper = model.rows.map { $0.upper ?? Int.max / 4 }
    }

    var provedBound: Double { Swift.max(bestValue, elsewhere) }

    mutating func run() {
        for row in lower.indices where !canHold(row, from: 0) { return }
        go(0, bound.value)
    }

    private func canHold(_ row: Int, from place: Int) -> Bool {
        choice.sums[row] + greatest[place][row] >= lower[row] && choice.sums[row] + least[place][row] <= upper[row]
    }

    /// - Parameter hope: what a choice with the items before `place` as they are can be worth at most.
    private mutating func go(_ place: Int, _ hope: Double) {
        guard place < open.count else {
            let value = model.value(of: choice.chosen)
            if value > bestValue {
                best = choice.chosen
                bestValue = value
            }
            return
        }
        let item = open[place]
        let gain = bound.reduced[item]
        for isFavoured in [true, false] {
            let left = isFavoured ? hope : hope - gain.magnitude
            if left <= bestValue + relativeGap * bestValue.magnitude {
                elsewhere = Swift.max(elsewhere, left)
                continue
            }
            guard stepsLeft > 0 else {
                isFinished = false
                return
            }
            stepsLeft -= 1
            let isTaken = (gain > 0) == isFavoured
            if isTaken { choice.change(item) }
            // Rows without the item are as they were, and what can be added has not changed.
            if choice.places[item].allSatisfy({ canHold($0.row, from: place + 1) }) { go(place + 1, left) }
            if isTaken { choice.change(item) }
        }
    }
}
