public import Vocabulary

/// What a table says of each area, and catchments of its own for each.
extension ReachTable {
    /// Of each area, the distance, time or cost to the nearest site within reach; nil where it reaches none.
    ///
    /// - Parameter isMeant: which sites count, by their place.
    public func nearest(of isMeant: (Int) -> Bool = { _ in true }) -> [Double?] {
        var nearest = [Double?](repeating: nil, count: areas)
        for row in 0..<areas {
            for pair in starts[row]..<starts[row + 1] where within?[pair] ?? true {
                let cost = costs[pair]
                guard isMeant(Int(siteOf[Int(columns[pair])])) else { continue }
                if nearest[Int(areaOf[row])].map({ cost < $0 }) ?? true { nearest[Int(areaOf[row])] = cost }
            }
        }
        return nearest
    }

    /// Catchments that grow where sites are few: of each area the first of some reaches within which it finds so many
    /// sites, or else the last.
    ///
    /// - Parameters:
    ///   - reaches: rising; none beyond the reach that the table was made with finds more than that one does.
    ///   - least: of sites with a supply.
    ///   - supply: one for each site.
    /// - Throws: `Refusal`, code `bad-reach`: none, or they do not rise.
    /// - Reference: after Luo and Whippo, Health and Place 18 (2012) 789, who let catchments grow until they hold enough.
    public func growing(
        _ reaches: [Double], least: Int, supply: [Double]
    ) throws(Refusal) -> [Double] {
        guard let last = reaches.last, zip(reaches, reaches.dropFirst()).allSatisfy({ $0 < $1 }), least > 0,
            supply.count == sites
        else {
            throw Refusal(
                .input, code: "bad-reach", "Reaches that grow are given from the shortest on, with a number of sites.")
        }
        var found = [Double](repeating: last, count: areas)
        for row in 0..<areas {
            let pairs = (starts[row]..<starts[row + 1]).filter { supply[Int(siteOf[Int(columns[$0])])] > 0 }
            found[Int(areaOf[row])] =
                reaches.first { reach in pairs.count { costs[$0] <= reach } >= least } ?? last
        }
        return found
    }

    /// The same table with a shorter reach.
    ///
    /// - Throws: `Refusal`, code `bad-reach`.
    public func narrowed(to reach: Reach) throws(Refusal) -> ReachTable {
        try reach.check(areas: areas, sites: sites)
        var (starts, columns, costs): ([Int], [Int32], [Double]) = ([0], [], [])
        for row in 0..<areas {
            for pair in self.starts[row]..<self.starts[row + 1] where within?[pair] ?? true {
                let site = Int(siteOf[Int(self.columns[pair])])
                guard reach.holds(self.costs[pair], area: Int(areaOf[row]), site: site) else { continue }
                columns.append(self.columns[pair])
                costs.append(self.costs[pair])
            }
            starts.append(columns.count)
        }
        return ReachTable(
            areaOf: areaOf, siteOf: siteOf, starts: starts, columns: columns, costs: costs, within: nil)
    }
}
