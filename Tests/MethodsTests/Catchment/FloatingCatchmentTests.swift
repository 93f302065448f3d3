import TestSupport
import Testing
import Vocabulary

@testable import Methods

/// Floating catchments: laws over many drawn maps, and edges; published figures stand beside `remit calc`.
struct FloatingCatchmentTests {
    private static let decays: [Decay] = [
        .none, .zones([.init(to: 2, weight: 1), .init(to: 5, weight: 0.68), .init(to: 20, weight: 0.22)]),
        .gaussian(width: 4), .gravity(scale: 3, exponent: -1.5, least: 0.1), .exponential(rate: 0.3),
    ]

    private struct DrawnMap {
        var areas: [MapPoint]
        var sites: [MapPoint]
        var people: [Double]
        var supply: [Double]

        init(_ numbers: inout SeededNumbers) {
            func point(_ numbers: inout SeededNumbers) -> MapPoint {
                MapPoint(Double.random(in: -5...25, using: &numbers), Double.random(in: 100...120, using: &numbers))
            }
            areas = (0..<Int.random(in: 1...40, using: &numbers)).map { _ in point(&numbers) }
            sites = (0..<Int.random(in: 1...15, using: &numbers)).map { _ in point(&numbers) }
            people = areas.map { _ in Double(Int.random(in: 0...900, using: &numbers)) }
            supply = sites.map { _ in Double(Int.random(in: 0...5_000, using: &numbers)) }
        }

        func distance(_ area: Int, _ site: Int) -> Double {
            let (across, up) = (areas[area].first - sites[site].first, areas[area].second - sites[site].second)
            return (across * across + up * up).squareRoot()
        }

        /// All pairs, as a table of costs.
        var costs: [ReachTable.Cost] {
            areas.indices.flatMap { area in
                sites.indices.map { .init(area: area, site: $0, cost: distance(area, $0)) }
            }
        }
    }

    @Test(arguments: 0..<5) func `supply that is reached is supply that is shared out`(decay: Int) throws {
        var numbers = SeededNumbers(seed: UInt64(100 + decay))
        for _ in 0..<60 {
            let map = DrawnMap(&numbers)
            let table = try ReachTable(
                areas: map.areas, sites: map.sites, system: .plane, reach: .same(.random(in: 0...15, using: &numbers)))
            let catchment = try FloatingCatchment(table, population: map.people, supply: map.supply)
            for steps in [FloatingCatchment.Steps.two, .three] {
                let found = try catchment.access(steps: steps, decay: Self.decays[decay])
                let far = (found.supplyShared - found.supplyReached).magnitude
                #expect(far <= 1e-9 * max(1, found.supplyReached))
                let left = found.unreached.reduce(0) { $0 + map.supply[$1] }
                #expect((found.supplyReached + left - map.supply.reduce(0, +)).magnitude < 1e-6)
            }
        }
    }

    @Test(arguments: [FloatingCatchment.Steps.one, .two, .three], [FloatingCatchment.Choice.reached, .given])
    func `the access is that of the sums written out`(
        steps: FloatingCatchment.Steps, choice: FloatingCatchment.Choice
    ) throws {
        var numbers = SeededNumbers(seed: 5)
        for decay in Self.decays {
            for _ in 0..<20 {
                let map = DrawnMap(&numbers)
                let reach = Double.random(in: 1...15, using: &numbers)
                let table = try ReachTable(
                    areas: map.areas.count, sites: map.sites.count, costs: map.costs.shuffled(using: &numbers),
                    reach: .same(reach))
                let found = try FloatingCatchment(table, population: map.people, supply: map.supply)
                    .access(steps: steps, decay: decay, choice: choice)
                let (areas, sites) = (map.areas.indices, map.sites.indices)
                let weights = areas.map { area in
                    let all = sites.map { decay.weight(at: map.distance(area, $0)) }
                    let within = sites.map { map.distance(area, $0) <= reach }
                    let chosen = sites.filter { choice == .given || within[$0] }.reduce(0) { $0 + all[$1] }
                    return sites.map { site -> Double in
                        guard within[site], chosen > 0 else { return 0 }
                        return steps == .three ? all[site] * all[site] / chosen : all[site]
                    }
                }
                let demand = sites.map { site in areas.reduce(0) { $0 + map.people[$1] * weights[$1][site] } }
                for area in areas {
                    let expected = sites.reduce(0) { sum, site in
                        let share =
                            steps == .one
                            ? map.supply[site] : demand[site] > 0 ? map.supply[site] / demand[site] : 0
                        return sum + weights[area][site] * share
                    }
                    let reaches = sites.contains { map.distance(area, $0) <= reach }
                    #expect((found.access[area] == nil) == !reaches)
                    #expect(((found.access[area] ?? 0) - expected).magnitude <= 1e-9 * max(1, expected))
                }
            }
        }
    }

    @Test func `the search finds the very pairs that looking at all of them does`() throws {
        var numbers = SeededNumbers(seed: 77)
        for turn in 0..<120 {
            let map = DrawnMap(&numbers)
            let reach: Reach =
                switch turn % 4 {
                case 0: .byArea(map.areas.map { _ in .random(in: 0...12, using: &numbers) })
                case 1: .bySite(map.sites.map { _ in .random(in: 0...12, using: &numbers) })
                case 2: .same(.infinity)
                default: .same(.random(in: 0...40, using: &numbers))
                }
            let detour = turn % 3 == 0 ? 1.3 : 1
            let found = try ReachTable(
                areas: map.areas, sites: map.sites, system: .plane, detour: detour, reach: reach)
            let expected = map.costs.filter { reach.holds($0.cost * detour, area: $0.area, site: $0.site) }
            #expect(found.pairs == expected.count, "turn \(turn)")
            var pairs: Set<[Int]> = []
            for row in 0..<found.areas {
                for pair in found.starts[row]..<found.starts[row + 1] {
                    let (area, site) = (Int(found.areaOf[row]), Int(found.siteOf[Int(found.columns[pair])]))
                    pairs.insert([area, site])
                    #expect((found.costs[pair] - map.distance(area, site) * detour).magnitude < 1e-9)
                }
            }
            #expect(pairs == Set(expected.map { [$0.area, $0.site] }))
        }
    }

    @Test func `on the globe the search finds what great circles say`() throws {
        var numbers = SeededNumbers(seed: 78)
        for reach in [0.5, 5, 40, 300] {
            func points(_ count: Int) -> [MapPoint] {
                (0..<count).map { _ in
                    MapPoint(.random(in: 50...55.8, using: &numbers), .random(in: -6...1.7, using: &numbers))
                }
            }
            let (areas, sites) = (points(150), points(60))
            let found = try ReachTable(areas: areas, sites: sites, system: .degrees, detour: 1.2, reach: .same(reach))
            let expected = areas.reduce(0) { sum, area in
                sum + sites.count { area.greatCircle(to: $0) * 1.2 <= reach }
            }
            #expect(found.pairs == expected, "\(reach)")
        }
    }

    @Test func `London is 343 km from Paris, as the great circle goes`() {
        let far = MapPoint(51.5074, -0.1278).greatCircle(to: MapPoint(48.8566, 2.3522))
        #expect((far - 343.6).magnitude < 0.5)
    }

    @Test func `where every area reaches every site alike, all have the same`() throws {
        let table = try ReachTable(
            areas: [MapPoint(0, 0), MapPoint(3, 4)], sites: [MapPoint(1, 1), MapPoint(2, 2)], system: .plane,
            reach: .same(100))
        let found = try FloatingCatchment(table, population: [10, 30], supply: [100, 60])
            .access(steps: .two, decay: .none)
        #expect(found.access == [4, 4] && found.ratios == [2.5, 1.5])
    }

    @Test func `an area that reaches nothing has no access, and a site that nobody reaches is named`() throws {
        let table = try ReachTable(
            areas: [MapPoint(0, 0), MapPoint(500, 0)], sites: [MapPoint(0, 10), MapPoint(0, 900)], system: .plane,
            reach: .same(10))
        let found = try FloatingCatchment(table, population: [10, 30], supply: [100, 60])
            .access(steps: .two, decay: .none)
        // The end of reach is within it.
        #expect(found.access == [10, nil] && found.ratios == [10, nil] && found.unreached == [1])
        #expect(found.supplyReached == 100 && found.supplyShared == 100)
    }

    @Test func `a site that only an empty area reaches is reached by nobody`() throws {
        let table = try ReachTable(
            areas: [MapPoint(0, 0)], sites: [MapPoint(0, 1)], system: .plane, reach: .same(10))
        let found = try FloatingCatchment(table, population: [0], supply: [100]).access(steps: .two, decay: .none)
        #expect(found.access == [0] && found.ratios == [nil] && found.unreached == [0])
    }

    @Test func `what cannot be is refused`() throws {
        func code(_ body: () throws -> Void) -> String? {
            do {
                try body()
                return nil
            } catch { return (error as? Refusal)?.code }
        }
        let here = [MapPoint(0, 0)]
        func table(_ detour: Double = 1, _ reach: Reach = .same(5)) throws -> ReachTable {
            try ReachTable(areas: here, sites: here, system: .plane, detour: detour, reach: reach)
        }
        #expect(code { _ = try table(0.9) } == "bad-detour")
        #expect(code { _ = try table(1, .same(-1)) } == "bad-reach")
        #expect(code { _ = try table(1, .byArea([1, 2])) } == "bad-reach")
        #expect(
            code {
                _ = try ReachTable(areas: [MapPoint(.nan, 0)], sites: here, system: .plane, reach: .same(1))
            } == "bad-coordinates")
        let twice = [ReachTable.Cost(area: 0, site: 0, cost: 1), .init(area: 0, site: 0, cost: 2)]
        #expect(code { _ = try ReachTable(areas: 1, sites: 1, costs: twice, reach: .same(1)) } == "pair-twice")
        let before = [ReachTable.Cost(area: 0, site: 0, cost: -1)]
        #expect(code { _ = try ReachTable(areas: 1, sites: 1, costs: before, reach: .same(1)) } == "bad-cost")
        #expect(code { _ = try FloatingCatchment(table(), population: [-1], supply: [1]) } == "negative-count")
        #expect(code { _ = try FloatingCatchment(table(), population: [1, 2], supply: [1]) } == "no-areas")
        let catchment = try FloatingCatchment(table(), population: [1], supply: [1])
        #expect(
            code { _ = try catchment.access(steps: .two, decay: .gravity(scale: 1, exponent: -1, least: 0)) }
                == "no-weight")
        for decay in [
            Decay.zones([]), .zones([.init(to: 2, weight: 1), .init(to: 2, weight: 0.5)]),
            .zones([.init(to: 2, weight: -1)]), .gaussian(width: 0), .gravity(scale: 0, exponent: -1, least: 1),
            .exponential(rate: -1),
        ] {
            #expect(code { _ = try catchment.access(steps: .two, decay: decay) } == "bad-decay")
        }
    }

    @Test func `coordinates that are swapped or lie elsewhere are named`() throws {
        let england = try MapExtent(text: "49.8 55.9 -6.5 1.8")
        func code(_ point: MapPoint) -> String? {
            do throws(Refusal) {
                try england.check([MapPoint(51.5, -0.1), point], names: ["London", "other"])
                return nil
            } catch {
                #expect(error.sentence.contains("“other”"))
                return error.code
            }
        }
        #expect(code(MapPoint(53.4, -2.2)) == nil)
        #expect(code(MapPoint(-2.2, 53.4)) == "coordinates-swapped")
        #expect(code(MapPoint(48.9, 2.4)) == "coordinates-outside")
        #expect(throws: Refusal.self) { try MapExtent(text: "1 2 3") }
    }
}
