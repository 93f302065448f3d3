#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

public import Vocabulary

extension ReachTable {
    /// The sites within reach by straight line, times a factor for the way round.
    ///
    /// Places are put into square cells half a reach wide, so that an area looks only into cells near its own: the cost
    /// grows with the pairs that are found, not with areas times sites. 1.4 million pairs take about 30 ms and 17 MB.
    ///
    /// - Parameters:
    ///   - system: of both lists; distances are in its unit, for degrees in kilometres.
    ///   - detour: how much longer the way is than the line; 1 or more.
    ///   - reach: in the same unit, along the way.
    /// - Throws: `Refusal`: `bad-reach`, `bad-detour`, `bad-coordinates` (not finite).
    public init(
        areas: [MapPoint], sites: [MapPoint], system: MapPoint.System, detour: Double = 1, reach: Reach
    ) throws(Refusal) {
        try reach.check(areas: areas.count, sites: sites.count)
        guard detour >= 1, detour.isFinite else {
            throw Refusal(
                .input, code: "bad-detour", "A way \(digits(detour)) times as long as the line is none.",
                remedy: "Give 1 for the straight line, or more.")
        }
        guard (areas + sites).allSatisfy({ $0.first.isFinite && $0.second.isFinite }) else {
            throw Refusal(.input, code: "bad-coordinates", "A place has a coordinate that is no number.")
        }
        let (areaPlaces, sitePlaces) = ReachTable.flat(areas, sites, system: system)
        let furthest = reach.furthest / detour
        let grid = PlaceGrid(sitePlaces, covering: areaPlaces, reach: furthest)
        let order = grid.order(of: areaPlaces)
        var starts = [Int](repeating: 0, count: areas.count + 1)
        var most = 0
        for area in areaPlaces { grid.ranges(near: area) { most += $0.count } }
        // Room for every place that is looked at; only what is written takes memory.
        var columns: [Int32] = []
        let costs = [Double](unsafeUninitializedCapacity: most) { costs, found in
            columns = [Int32](unsafeUninitializedCapacity: most) { columns, foundToo in
                for (row, area) in order.enumerated() {
                    let place = areaPlaces[Int(area)]
                    grid.ranges(near: place) { range in
                        grid.find(range, near: place, within: furthest, columns, costs, &found)
                    }
                    starts[row + 1] = found
                }
                foundToo = found
            }
            for place in 0..<found { costs[place] = costs[place].squareRoot() * detour }
        }
        var table = (starts: starts, columns: columns, costs: costs)
        let isExact = system != .degrees
        var simple = false
        if case .same = reach { simple = isExact }
        if !simple {
            table = ReachTable.kept(table, order: order, siteOrder: grid.order) { area, site, cost in
                let along = isExact ? cost : areas[area].greatCircle(to: sites[site]) * detour
                return reach.holds(along, area: area, site: site) ? along : nil
            }
        }
        self.init(
            areaOf: order, siteOf: grid.order, starts: table.starts, columns: table.columns, costs: table.costs,
            within: nil)
    }

    private typealias Pairs = (starts: [Int], columns: [Int32], costs: [Double])

    /// The pairs that a rule keeps, with the cost that it gives them.
    private static func kept(
        _ pairs: Pairs, order: [Int32], siteOrder: [Int32], _ rule: (Int, Int, Double) -> Double?
    ) -> Pairs {
        var kept: Pairs = ([0], [], [])
        for row in order.indices {
            for place in pairs.starts[row]..<pairs.starts[row + 1] {
                let column = pairs.columns[place]
                if let cost = rule(Int(order[row]), Int(siteOrder[Int(column)]), pairs.costs[place]) {
                    kept.columns.append(column)
                    kept.costs.append(cost)
                }
            }
            kept.starts.append(kept.columns.count)
        }
        return kept
    }

    /// Places on a flat map on which no two are further apart than on the ground.
    private static func flat(
        _ areas: [MapPoint], _ sites: [MapPoint], system: MapPoint.System
    ) -> (areas: [MapPoint], sites: [MapPoint]) {
        guard system == .degrees else { return (areas, sites) }
        let radian = Double.pi / 180
        // East and west are drawn as narrow as at the place furthest from the equator. A chord is a hair shorter than
        // its arc on a parallel, so the map is drawn a hair smaller still; what is beyond reach is dropped afterwards.
        let north = min(89.9, (areas + sites).map(\.first.magnitude).max() ?? 0)
        let across = MapPoint.earth * radian * cos(north * radian) * 0.995
        let up = MapPoint.earth * radian * 0.995
        func drawn(_ point: MapPoint) -> MapPoint { MapPoint(point.second * across, point.first * up) }
        return (areas.map(drawn), sites.map(drawn))
    }
}
