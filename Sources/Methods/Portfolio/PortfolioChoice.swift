/// A choice in the making: what is chosen, each row's sum, and what changing one item does to them.
struct PortfolioChoice {
    let model: PortfolioModel
    /// For each item, the rows it is in and what it adds there.
    let places: [[Place]]
    /// For each row, its largest amount.
    private let scales: [Double]
    private(set) var chosen: [Bool]
    private(set) var sums: [Int]

    struct Place {
        let row: Int
        let coefficient: Int
    }

    init(_ model: PortfolioModel, chosen: [Bool]) {
        self.model = model
        self.chosen = chosen
        var places = [[Place]](repeating: [], count: model.names.count)
        for (row, content) in model.rows.enumerated() {
            for term in content.terms where term.coefficient != 0 {
                places[term.item].append(Place(row: row, coefficient: term.coefficient))
            }
        }
        self.places = places
        self.scales = model.rows.map { row in
            Double(Swift.max(row.terms.map(\.coefficient.magnitude).max() ?? 1, 1))
        }
        self.sums = model.rows.map { $0.sum(of: chosen) }
    }

    /// What the value gains when the item changes side.
    func gain(_ item: Int) -> Double { chosen[item] ? -model.values[item] : model.values[item] }

    mutating func change(_ item: Int) {
        let sign = chosen[item] ? -1 : 1
        for place in places[item] { sums[place.row] += sign * place.coefficient }
        chosen[item].toggle()
    }

    /// True where the item's rows hold after it changed side.
    func holds(changing item: Int) -> Bool {
        let sign = chosen[item] ? -1 : 1
        for place in places[item] where !model.rows[place.row].allows(sums[place.row] + sign * place.coefficient) {
            return false
        }
        return true
    }

    /// True where the rows of both items hold after both changed side; they are changed and changed back.
    mutating func holds(changing first: Int, _ second: Int) -> Bool {
        change(first)
        let holds =
            holds(changing: second)
            && places[first].allSatisfy { place in
                // A row with both items has been looked at.
                model.rows[place.row].allows(sums[place.row]) || places[second].contains { $0.row == place.row }
            }
        change(first)
        return holds
    }

    /// Changes items, each at most once and none that is pinned, until every row holds; false where that fails.
    ///
    /// The item that mends most for the value it loses goes first.
    mutating func mend(_ isPinned: inout [Bool]) -> Bool {
        while breach > 0 {
            var best: (item: Int, price: Double)?
            for item in isPinned.indices where model.forced[item] == nil && !isPinned[item] {
                let relief = relief(item)
                guard relief > 1e-12 else { continue }
                let loss = -gain(item)
                let price = loss > 0 ? loss / relief : loss
                if best.map({ price < $0.price }) ?? true { best = (item, price) }
            }
            guard let best else { return false }
            isPinned[best.item] = true
            change(best.item)
        }
        return true
    }

    /// By how much the rows are broken, each as a share of its largest amount.
    private var breach: Double {
        var breach = 0.0
        for (row, sum) in sums.enumerated() { breach += Double(model.rows[row].excess(sum)) / scales[row] }
        return breach
    }

    /// What `breach` becomes less by when the item changes side.
    private func relief(_ item: Int) -> Double {
        let sign = chosen[item] ? -1 : 1
        var relief = 0.0
        for place in places[item] {
            let row = model.rows[place.row]
            let before = row.excess(sums[place.row])
            let after = row.excess(sums[place.row] + sign * place.coefficient)
            relief += Double(before - after) / scales[place.row]
        }
        return relief
    }
}
