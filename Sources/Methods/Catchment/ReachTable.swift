public import Vocabulary

/// Which sites each area reaches, and at what distance, time or cost.
///
/// Rows are areas in an order of the table's own, so that near areas stand near one another.
public struct ReachTable: Sendable {
    public let areas: Int
    public let sites: Int
    /// The area of each row, and the site of each column, as the caller counts them.
    let areaOf: [Int32]
    let siteOf: [Int32]
    /// Where each row's pairs begin; one more than rows.
    let starts: [Int]
    /// The column of each pair.
    let columns: [Int32]
    /// Of each pair.
    let costs: [Double]
    /// Of each pair, where some lie beyond reach and are kept for a preference over all that is given.
    let within: [Bool]?

    init(
        areaOf: [Int32], siteOf: [Int32], starts: [Int], columns: [Int32], costs: [Double], within: [Bool]?
    ) {
        areas = areaOf.count
        sites = siteOf.count
        self.areaOf = areaOf
        self.siteOf = siteOf
        self.starts = starts
        self.columns = columns
        self.costs = costs
        self.within = within
    }

    /// How many pairs lie within reach.
    public var pairs: Int { within.map { $0.count { $0 } } ?? costs.count }

    /// An area, a site, and what it takes to go from one to the other.
    public struct Cost: Hashable, Sendable {
        public let area: Int
        public let site: Int
        public let cost: Double

        public init(area: Int, site: Int, cost: Double) {
            self.area = area
            self.site = site
            self.cost = cost
        }
    }

    /// From a table of travel times or costs; a pair that is not in it cannot be travelled.
    ///
    /// - Throws: `Refusal`: `bad-cost` (negative, or not finite), `pair-twice`, `bad-reach`.
    public init(areas: Int, sites: Int, costs: [Cost], reach: Reach) throws(Refusal) {
        try reach.check(areas: areas, sites: sites)
        let sorted = costs.sorted { ($0.area, $0.site) < ($1.area, $1.site) }
        var starts = [Int](repeating: 0, count: areas + 1)
        for (place, pair) in sorted.enumerated() {
            precondition(
                (0..<areas).contains(pair.area) && (0..<sites).contains(pair.site), "a pair is of an area and a site")
            guard pair.cost >= 0, pair.cost.isFinite else {
                throw Refusal(
                    .input, code: "bad-cost", "A cost of \(digits(pair.cost)) from an area to a site means nothing.")
            }
            if place > 0, sorted[place - 1].area == pair.area, sorted[place - 1].site == pair.site {
                throw Refusal(
                    .input, code: "pair-twice",
                    "The costs have area \(pair.area + 1) and site \(pair.site + 1) twice.")
            }
            starts[pair.area + 1] += 1
        }
        for row in 0..<areas { starts[row + 1] += starts[row] }
        self.init(
            areaOf: (0..<areas).map(Int32.init), siteOf: (0..<sites).map(Int32.init), starts: starts,
            columns: sorted.map { Int32($0.site) }, costs: sorted.map(\.cost),
            within: sorted.map { reach.holds($0.cost, area: $0.area, site: $0.site) })
    }
}

extension Reach {
    func check(areas: Int, sites: Int) throws(Refusal) {
        let (reaches, wanted) =
            switch self {
            case .same(let reach): ([reach], 1)
            case .byArea(let reaches): (reaches, areas)
            case .bySite(let reaches): (reaches, sites)
            }
        guard reaches.count == wanted, reaches.allSatisfy({ $0 >= 0 }) else {
            throw Refusal(
                .input, code: "bad-reach",
                "A reach is not negative, and is one for all, one for each area, or one for each site.")
        }
    }
}
