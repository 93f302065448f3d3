extension PortfolioModel {
    /// A choice at least as good, by exchanging up to two items on one side for up to two on the other.
    ///
    /// Looks at every change of one item or two, and at pairs of pairs among the `breadth` items that are
    /// nearest to indifferent. Stops where none of these helps, or after `patience` improvements.
    ///
    /// - Parameter start: must keep every row.
    /// - Parameter reduced: for each item, how much it is in favour; from `PortfolioBound`.
    public func improved(
        _ start: [Bool], reduced: [Double], breadth: Int = 32, patience: Int = 200
    ) -> [Bool] {
        precondition(start.count == names.count && reduced.count == names.count, "one for each item")
        var choice = PortfolioChoice(self, chosen: start)
        let free = names.indices.filter { forced[$0] == nil }
            .sorted { (reduced[$0].magnitude, $0) < (reduced[$1].magnitude, $1) }
        for _ in 0..<patience {
            guard choice.changedByOneOrTwo(free) || choice.changedByPairs(Array(free.prefix(breadth))) else {
                break
            }
        }
        return choice.chosen
    }
}

extension PortfolioChoice {
    /// Makes the best allowed change of one item or two among these; false where none gains.
    fileprivate mutating func changedByOneOrTwo(_ items: [Int]) -> Bool {
        let least = leastGain
        var best = (gain: least, items: [Int]())
        for (place, first) in items.enumerated() {
            let gain = gain(first)
            if gain > best.gain, holds(changing: [first]) { best = (gain, [first]) }
            for second in items[(place + 1)...] {
                let both = gain + self.gain(second)
                if both > best.gain, holds(changing: [first, second]) { best = (both, [first, second]) }
            }
        }
        for item in best.items { change(item) }
        return !best.items.isEmpty
    }

    /// Makes the best allowed change of three or four items among these; false where none gains.
    fileprivate mutating func changedByPairs(_ items: [Int]) -> Bool {
        // A single item stands as a pair with itself.
        var pairs: [(gain: Double, items: [Int])] = []
        for (place, first) in items.enumerated() {
            pairs.append((gain(first), [first]))
            for second in items[(place + 1)...] { pairs.append((gain(first) + gain(second), [first, second])) }
        }
        pairs.sort { $1.gain < $0.gain }
        var best = (gain: leastGain, items: [Int]())
        for (place, one) in pairs.enumerated() {
            // The partner comes later and gains no more: no pair from here on can do better.
            if 2 * one.gain <= best.gain { break }
            for other in pairs[(place + 1)...] {
                if one.gain + other.gain <= best.gain { break }
                if other.items.contains(where: one.items.contains) { continue }
                let items = one.items + other.items
                if holds(changing: items) {
                    best = (one.gain + other.gain, items)
                    break
                }
            }
        }
        for item in best.items { change(item) }
        return !best.items.isEmpty
    }

    /// Less than this is rounding.
    private var leastGain: Double {
        1e-9 * (1 + model.values.reduce(0) { $0 < $1.magnitude ? $1.magnitude : $0 })
    }
}
