extension PortfolioModel {
    /// A choice at least as good: the best change of one item or two, over and over, and then again from
    /// choices near by.
    ///
    /// For each of the `rounds` a few of the items nearest to indifferent change side at random, what breaks
    /// is mended and what fits is filled in; the result is kept where it is no worse. The random numbers have
    /// a fixed seed, so the answer depends on the arguments only.
    ///
    /// - Parameters:
    ///   - start: must keep every row.
    ///   - reduced: for each item, how much it is in favour; from `PortfolioBound`.
    ///   - rounds: given up after this many without a gain; 0 climbs once.
    /// - Reference: H. R. Lourenço, O. C. Martin and T. Stützle, "Iterated local search", Handbook of
    ///   Metaheuristics (2003).
    public func improved(_ start: [Bool], reduced: [Double], rounds: Int) -> [Bool] {
        precondition(start.count == names.count && reduced.count == names.count, "one for each item")
        let free = names.indices.filter { forced[$0] == nil }
            .sorted { (reduced[$0].magnitude, $0) < (reduced[$1].magnitude, $1) }
        var choice = PortfolioChoice(self, chosen: start)
        choice.climb(free)
        let near = Array(free.prefix(80))
        guard rounds > 0, near.count > 4 else { return choice.chosen }
        let fillers = free.filter { values[$0] > 0 }.sorted { (-reduced[$0], $0) < (-reduced[$1], $1) }
        var value = value(of: choice.chosen)
        var random = RandomStream(seed: 1)
        var left = rounds
        while left > 0 {
            left -= 1
            var trial = choice
            var isPinned = [Bool](repeating: false, count: names.count)
            for _ in 0..<(2 + random.below(4)) {
                let item = near[random.below(near.count)]
                if !isPinned[item] { trial.change(item) }
                isPinned[item] = true
            }
            guard trial.mend(&isPinned) else { continue }
            for item in fillers where !trial.chosen[item] && !isPinned[item] {
                if trial.holds(changing: item) { trial.change(item) }
            }
            trial.climb(near)
            let found = self.value(of: trial.chosen)
            guard found >= value else { continue }
            if found > value + trial.leastGain { left = rounds }
            (choice, value) = (trial, found)
        }
        return choice.chosen
    }
}

extension PortfolioChoice {
    /// Makes the best allowed change of one item or two among these until none gains.
    fileprivate mutating func climb(_ items: [Int]) {
        let least = leastGain
        while true {
            var best = (gain: least, first: -1, second: -1)
            for (place, first) in items.enumerated() {
                let gain = gain(first)
                if gain > best.gain, holds(changing: first) { best = (gain, first, first) }
                for second in items[(place + 1)...] {
                    let both = gain + self.gain(second)
                    if both > best.gain, holds(changing: first, second) { best = (both, first, second) }
                }
            }
            guard best.first >= 0 else { return }
            change(best.first)
            if best.second != best.first { change(best.second) }
        }
    }

    /// Less than this is rounding.
    fileprivate var leastGain: Double {
        1e-9 * (1 + model.values.reduce(0) { $0 < $1.magnitude ? $1.magnitude : $0 })
    }
}
