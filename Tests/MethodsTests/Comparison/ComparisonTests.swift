import TestSupport
import Testing
import Vocabulary

@testable import Methods

/// Inequality, quantiles, funnels, neighbours and trends: edges and laws.
struct ComparisonTests {
    private let ninetyFive: ConfidenceLevel
    private let wide: ConfidenceLevel

    init() throws {
        ninetyFive = try ConfidenceLevel(percent: 95)
        wide = try ConfidenceLevel(percent: 99.8)
    }

    private func groups(_ values: [Double], error: Double = 0.1) -> [SlopeIndex.Group] {
        values.enumerated().map { .init(name: "\($0)", population: 100, value: $1, standardError: error) }
    }

    @Test func `a measure that is the same in all groups has no slope and a ratio of one`() throws {
        for kind in SlopeIndex.Kind.allCases {
            for transform in [false, true] {
                let found = try SlopeIndex(groups([0.3, 0.3, 0.3, 0.3, 0.3]), kind: kind, transform: transform)
                    .result(multiplier: 1, at: [ninetyFive], draws: 1_000, seed: 3)
                #expect(agree([found.slope.value ?? 9, found.relative.value ?? 9], [0, 1], within: 1e-12))
                #expect((found.slope.intervals[0].low ?? 1) < 0 && (found.slope.intervals[0].high ?? -1) > 0)
            }
        }
    }

    @Test func `groups in the other order have the other slope, and one over the ratio`() throws {
        let values = [0.1, 0.2, 0.15, 0.4, 0.35]
        for kind in SlopeIndex.Kind.allCases {
            let there = try SlopeIndex(groups(values), kind: kind, transform: true)
                .result(multiplier: 1, at: [], draws: 1_000, seed: 3)
            let back = try SlopeIndex(groups(values.reversed()), kind: kind, transform: true)
                .result(multiplier: 1, at: [], draws: 1_000, seed: 3)
            #expect(agree([there.slope.value ?? 0], [-(back.slope.value ?? 0)], within: 1e-12))
            #expect(agree([there.relative.value ?? 0], [1 / (back.relative.value ?? 0)], within: 1e-9))
        }
    }

    @Test func `the same seed gives the same limits, and another seed others`() throws {
        let index = try SlopeIndex(groups([1, 2, 3, 3, 5]), kind: .plain, transform: false)
        let first = try index.result(multiplier: 1, at: [ninetyFive, wide], draws: 2_000, seed: 9)
        #expect(try first == index.result(multiplier: 1, at: [ninetyFive, wide], draws: 2_000, seed: 9))
        #expect(try first.slope != index.result(multiplier: 1, at: [ninetyFive, wide], draws: 2_000, seed: 10).slope)
        #expect((first.slope.intervals[1].low ?? 9) < (first.slope.intervals[0].low ?? 0))
    }

    @Test func `a line that begins below zero has no ratio`() throws {
        let found = try SlopeIndex(groups([0, 0, 1, 4]), kind: .plain, transform: false)
            .result(multiplier: 1, at: [ninetyFive], draws: 1_000, seed: 1)
        #expect(found.relative.value == nil && found.relative.withheld?.code == "no-ratio")
    }

    @Test func `a slope times nothing, too few draws, and a rate of zero are refused`() throws {
        let index = try SlopeIndex(groups([1, 2, 3]), kind: .plain, transform: false)
        #expect(throws: Refusal.self) { try index.result(multiplier: 0, at: [], draws: 1_000, seed: 1) }
        #expect(throws: Refusal.self) { try index.result(multiplier: 1, at: [], draws: 999, seed: 1) }
        for values in [[0.0, 1, 2], [0.5, 1, 0.5]] {
            #expect(throws: Refusal.self) { try SlopeIndex(groups(values), kind: .proportion, transform: false) }
        }
        #expect(throws: Refusal.self) {
            try SlopeIndex(groups([1, 2, 3], error: -1), kind: .plain, transform: false)
        }
    }

    @Test func `quantiles have equal numbers where no two values are alike`() throws {
        var numbers = SeededNumbers(seed: 17)
        for _ in 0..<100 {
            let count = Int.random(in: 2...10, using: &numbers)
            let values = (0..<Int.random(in: count...400, using: &numbers)).map { Double($0) }.shuffled(using: &numbers)
            let places = try QuantileGroups.places(of: values, count: count, highestFirst: false).compactMap { $0 }
            let sizes = (1...count).map { group in places.count { $0 == group } }
            #expect((sizes.max() ?? 0) - (sizes.min() ?? 0) <= 1 && sizes.reduce(0, +) == values.count)
            // A higher value is never in a lower group.
            let ordered = zip(values, places).sorted { $0.0 < $1.0 }.map(\.1)
            #expect(ordered == ordered.sorted())
        }
    }

    @Test func `areas alike share a group, a missing value has none, and too few values have none at all`() throws {
        let tied = try QuantileGroups.places(of: [1, 1, 1, 1, 9], count: 5, highestFirst: false)
        #expect(Set(tied.prefix(4)).count == 1)
        #expect(try QuantileGroups.places(of: [4, nil, 2], count: 2, highestFirst: true) == [1, nil, 2])
        #expect(try QuantileGroups.places(of: [4, nil, 2], count: 3, highestFirst: true) == [nil, nil, nil])
    }

    @Test func `parts of larger areas are grouped each among their own`() throws {
        let areas = (0..<8).map {
            QuantileGroups.Area(
                name: "\($0)", value: Double($0), within: $0 < 4 ? "north" : "south", highestFirst: $0 < 4)
        }
        #expect(try QuantileGroups.places(of: areas, count: 2) == [2, 2, 1, 1, 1, 1, 2, 2])
    }

    @Test func `funnel limits narrow with size and hold the average`() throws {
        for kind in Funnel.Kind.allCases {
            let funnel = try Funnel(
                [.init(name: "A", numerator: 30, denominator: 100), .init(name: "B", numerator: 20, denominator: 150)],
                kind: kind, per: 1, at: [wide, ninetyFive], exactBelow: 10)
            #expect(funnel.levels == [ninetyFive, wide])
            var width = Double.infinity
            for size in [10.0, 50, 100, 1_000, 100_000] {
                let limits = funnel.limits(denominator: size)
                let (low, high) = (limits[1].low ?? 9, limits[1].high ?? 0)
                #expect(low < funnel.average && funnel.average < high && high - low < width)
                #expect(low <= (limits[0].low ?? 0) && (limits[0].high ?? 0) <= high)
                width = high - low
            }
        }
    }

    @Test func `the limits of a count leave the level's tail on either side`() {
        for expected in [0.5, 3, 12, 90, 4_000] {
            let limits = Funnel.poisson(expected: expected, at: ninetyFive)
            let high = GammaDistribution.probabilities(of: expected, shape: limits.high ?? 0).atMost
            #expect((high - 0.025).magnitude < 1e-9)
            if let low = limits.low, low > 0 {
                #expect((GammaDistribution.probabilities(of: expected, shape: low + 1).above - 0.025).magnitude < 1e-9)
            }
        }
        #expect(Funnel.poisson(expected: 2, at: ninetyFive).low == 0)
    }

    @Test func `an area far above its expected count is high, at the furthest level it is beyond`() throws {
        let funnel = try Funnel(
            [
                .init(name: "far", numerator: 90, denominator: 40), .init(name: "some", numerator: 55, denominator: 40),
                .init(name: "low", numerator: 0, denominator: 40), .init(name: "mid", numerator: 41, denominator: 40),
            ], kind: .ratio, per: 100, at: [ninetyFive, wide], exactBelow: 10)
        #expect(funnel.flags.map(\.side) == [.high, .high, .low, .within])
        #expect(funnel.flags.map { $0.level?.percent } == [99.8, 95, 99.8, nil])
        #expect(funnel.flags[0].value == 225 && funnel.averagePer == 100)
    }

    @Test func `an area is as far from another as the other from it, and a unit does not matter`() throws {
        var numbers = SeededNumbers(seed: 23)
        let values = (0..<12).map { _ in (0..<3).map { _ in Double.random(in: 0...9, using: &numbers) } }
        let names = (0..<12).map { "\($0)" }
        let plain = try StatisticalNeighbours(areas: names, variables: ["a", "b", "c"], values: values)
        let scaled = try StatisticalNeighbours(
            areas: names, variables: ["a", "b", "c"], values: values.map { [$0[0] * 1_000, $0[1] - 5, $0[2]] })
        for name in names {
            let near = try plain.nearest(11, to: name)
            #expect(near.map(\.distance) == near.map(\.distance).sorted())
            #expect(agree(near.map(\.distance), try scaled.nearest(11, to: name).map(\.distance), within: 1e-9))
            for one in near {
                let back = try plain.nearest(11, to: one.area).first { $0.area == name }
                #expect(agree([one.distance], [back?.distance ?? -1], within: 1e-12))
            }
        }
    }

    @Test func `weights are one for each variable, and how a value stands among none is not said`() throws {
        for weights in [[1.0], [1, -1], [0, 0]] {
            #expect(throws: Refusal.self) {
                try StatisticalNeighbours(
                    areas: ["A", "B"], variables: ["x", "y"], values: [[1, 2], [2, 3]], weights: weights)
            }
        }
        #expect(StatisticalNeighbours.standing(of: 3, among: []) == nil)
        #expect(StatisticalNeighbours.standing(of: 3, among: [1, 3, 9])?.equal == 1)
    }

    @Test func `a rising figure rises, turned round it falls, and with chance alone there is seldom a trend`() throws {
        var numbers = SeededNumbers(seed: 31)
        var found = 0
        for _ in 0..<400 {
            let counts = (0..<6).map { _ in
                Double((0..<500).count { _ in Double.random(in: 0..<1, using: &numbers) < 0.2 })
            }
            let points = counts.enumerated().map { Trend.Point(time: Double($0), numerator: $1, denominator: 500) }
            let turned = counts.reversed().enumerated().map {
                Trend.Point(time: Double($0), numerator: $1, denominator: 500)
            }
            let trend = try Trend(points, isProportion: true, per: 1, leastPoints: 5, level: ninetyFive)
            let back = try Trend(turned, isProportion: true, per: 1, leastPoints: 5, level: ninetyFive)
            #expect(agree([trend.statistic, trend.change], [back.statistic, -back.change], within: 1e-9))
            if trend.direction != .none { found += 1 }
        }
        // One in twenty, give or take three standard deviations.
        #expect((7...33).contains(found), "\(found) of 400")
    }

    @Test func `a period twice, one with more than its whole, and no event at all are refused`() throws {
        func code(_ points: [Trend.Point]) -> String? {
            do throws(Refusal) {
                _ = try Trend(points, isProportion: true, per: 1, leastPoints: 3, level: ninetyFive)
                return nil
            } catch { return error.code }
        }
        func point(_ time: Double, _ count: Double) -> Trend.Point {
            .init(time: time, numerator: count, denominator: 9)
        }
        #expect(code([point(1, 1), point(1, 2), point(3, 3)]) == "period-twice")
        #expect(code([point(1, 1), point(2, 10), point(3, 3)]) == "numerator-above")
        #expect(code([point(1, 0), point(2, 0), point(3, 0)]) == "no-variation")
        #expect(code([point(1, 0), point(2, 0)]) == "too-few-periods")
    }
}
