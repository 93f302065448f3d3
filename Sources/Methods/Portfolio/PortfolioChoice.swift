/// A choice in the making: what is chosen, each row's sum, and what changing one item does to them.
struct PortfolioChoice {
    let model: PortfolioModel
    /// For each item, the rows it is in and what it adds there.
    let places: [[Place]]
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
        self.sums = model.rows.map { $0.sum(of: chosen) }
    }

    /// What the value gains when the item changes side.
    func gain(_ item: Int) -> Double { chosen[item] ? -model.values[item] : model.values[item] }

    mutating func change(_ item: Int) {
        let sign = chosen[item] ? -1 : 1
        for place in places[item] { sums[place.row] += sign * place.coefficient }
        chosen[item].toggle()
    }

    /// True where the rows that the items stand in hold after all of them changed side.
    ///
    /// The items are changed and changed back; rows without them are not looked at.
    mutating func holds(changing items: [Int]) -> Bool {
        for item in items { change(item) }
        let holds = items.allSatisfy { item in
            places[item].allSatisfy { model.rows[$0.row].allows(sums[$0.row]) }
        }
        for item in items { change(item) }
        return holds
    }

    /// By how much the rows are broken, each as a share of its largest amount.
    func breach(_ scales: [Double]) -> Double {
        var breach = 0.0
        for (row, sum) in sums.enumerated() { breach += Double(model.rows[row].excess(sum)) / scales[row] }
        return breach
    }

    /// What `breach` becomes less by when the item changes side.
    func relief(_ item: Int, _ scales: [Double]) -> Double {
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
