import TestSupport
import Testing
import Vocabulary

@testable import Methods

/// Intervals and rates: edges and laws; published figures stand beside `remit calc`.
struct RatesTests {
    private let ninetyFive: ConfidenceLevel
    private let wide: ConfidenceLevel

    init() throws {
        ninetyFive = try ConfidenceLevel(percent: 95)
        wide = try ConfidenceLevel(percent: 99.8)
    }

    @Test func `a level is in per cent, and knows its width and tail`() throws {
        #expect((ninetyFive.width - 1.959963984540054).magnitude < 1e-12)
        #expect((wide.width - 3.090232306167813).magnitude < 1e-12)
        #expect((wide.tail - 0.001).magnitude < 1e-15 && ninetyFive < wide)
        for percent in [0.95, 49.9, 100, -1] {
            #expect(throws: Refusal.self) { try ConfidenceLevel(percent: percent) }
        }
    }

    @Test func `exact limits of a count leave the level's tail on either side`() {
        for count in 1...30 {
            for level in [ninetyFive, wide] {
                let interval = CountInterval.exact(Double(count), at: level)
                // At the lower limit so many or more, at the upper so few or fewer, have the tail for a chance.
                let more = GammaDistribution.probabilities(of: interval.low ?? 0, shape: Double(count)).atMost
                let fewer = GammaDistribution.probabilities(of: interval.high ?? 0, shape: Double(count) + 1).above
                #expect((more - level.tail).magnitude < 1e-12 && (fewer - level.tail).magnitude < 1e-12)
            }
        }
    }

    @Test func `no event has nothing for a lower exact limit, and none by Byar`() {
        #expect(CountInterval.exact(0, at: ninetyFive).low == 0)
        #expect(CountInterval.byar(0, at: ninetyFive).low == nil)
        #expect(CountInterval.byar(1, at: wide).low == nil)
        #expect(CountInterval.byar(10, at: wide).low != nil)
    }

    @Test func `the exact limits are taken below the number of events, and Byar's from it`() {
        #expect(CountInterval.limits(9, at: [ninetyFive], exactBelow: 10).method.name == "Exact")
        #expect(CountInterval.limits(10, at: [ninetyFive], exactBelow: 10).method.name == "Byar")
    }

    @Test func `Wilson's limits hold the proportion, stay within 0 and 1, and mirror one another`() {
        for whole in [1.0, 2, 7, 100, 12_345] {
            for count in stride(from: 0, through: whole, by: max(1, (whole / 9).rounded())) {
                for level in [ninetyFive, wide] {
                    let interval = Proportion.wilson(count, of: whole, at: level)
                    let mirrored = Proportion.wilson(whole - count, of: whole, at: level)
                    let (low, high) = (interval.low ?? -1, interval.high ?? 2)
                    #expect(low >= 0 && high <= 1 && low <= count / whole && count / whole <= high)
                    #expect((low + (mirrored.high ?? 0) - 1).magnitude < 1e-12)
                }
            }
        }
        #expect(Proportion.wilson(0, of: 5, at: wide).low == 0 && Proportion.wilson(5, of: 5, at: wide).high == 1)
    }

    @Test func `with one band the directly standardised rate is the crude one, with its limits`() throws {
        let standard = try StandardPopulation(name: "one", bands: ["all"], people: [17])
        for count in [10.0, 65, 1_045] {
            let direct = try DirectRate.estimate(
                area: "A", bands: [.init("all", events: .independent(count), population: 5_000)], standard: standard,
                per: 1_000, at: [ninetyFive, wide], leastEvents: 10, exactBelow: 10)
            let crude = try CrudeRate.estimate(
                count, population: 5_000, per: 1_000, at: [ninetyFive, wide], exactBelow: 10, area: "A")
            #expect(agree([direct.rate.value ?? 0], [crude.value ?? 0], within: 1e-9))
            for (left, right) in zip(direct.rate.intervals, crude.intervals) {
                #expect(
                    agree([left.low ?? 0, left.high ?? 0], [right.low ?? -1, right.high ?? -1], within: 1e-9))
            }
        }
    }

    @Test func `a rate does not change with the order of bands or the size of the standard`() throws {
        var numbers = SeededNumbers(seed: 41)
        for _ in 0..<200 {
            let bands = (0..<6).map { band in
                DirectRate.Band(
                    "\(band)", events: .independent(Double(Int.random(in: 0...40, using: &numbers))),
                    population: Double(Int.random(in: 50...5_000, using: &numbers)))
            }
            let people = (0..<6).map { _ in Double(Int.random(in: 1...900, using: &numbers)) }
            let names = (0..<6).map { "\($0)" }
            let standard = try StandardPopulation(name: "s", bands: names, people: people)
            let tenfold = try StandardPopulation(name: "t", bands: names, people: people.map { $0 * 10 })
            func rate(_ bands: [DirectRate.Band], _ standard: StandardPopulation) throws -> MeasuredValue {
                try DirectRate.estimate(
                    area: "A", bands: bands, standard: standard, per: 1, at: [ninetyFive], leastEvents: 10,
                    exactBelow: 10
                ).rate
            }
            let (one, other) = (try rate(bands, standard), try rate(bands.shuffled(using: &numbers), tenfold))
            guard let value = one.value, let again = other.value else {
                #expect(one.withheld == other.withheld)
                continue
            }
            #expect(agree([value], [again], within: 1e-12))
            #expect((one.intervals[0].low ?? 0) < value && value < (one.intervals[0].high ?? 0))
        }
    }

    @Test func `events of the same people widen the limits and leave the rate`() throws {
        let standard = try StandardPopulation(name: "one", bands: ["all"], people: [1])
        func rate(_ events: DirectRate.Events) throws -> MeasuredValue {
            try DirectRate.estimate(
                area: "A", bands: [.init("all", events: events, population: 1_000)], standard: standard, per: 1,
                at: [ninetyFive], leastEvents: 10, exactBelow: 10
            ).rate
        }
        let apart = try rate(.independent(100))
        let once = try rate(.repeated([.init(times: 1, people: 100)]))
        let fourTimes = try rate(.repeated([.init(times: 4, people: 25)]))
        #expect(apart == once && fourTimes.value == apart.value)
        // Four times each: the spread is √4 of that of events by themselves.
        let (narrow, broad) = (apart.intervals[0], fourTimes.intervals[0])
        let (half, whole) = ((narrow.high ?? 0) - 0.1, (broad.high ?? 0) - 0.1)
        #expect((whole / half - 2).magnitude < 1e-9)
    }

    @Test func `areas at the reference's own rates have a ratio of one`() throws {
        var numbers = SeededNumbers(seed: 42)
        for _ in 0..<100 {
            let bands = (0..<5).map { band in
                IndirectRate.Band(
                    "\(band)", count: Double(Int.random(in: 1...400, using: &numbers)),
                    population: Double(Int.random(in: 500...5_000, using: &numbers)))
            }
            let found = try IndirectRate.estimate(
                area: "A", bands: bands, reference: IndirectRate.Reference(bands), ratioPer: 1, ratePer: 1_000,
                at: [ninetyFive], exactBelow: 10)
            #expect(agree([found.ratio.value ?? 0], [1], within: 1e-12))
            #expect(
                agree(
                    [found.rate.value ?? 0], [found.expected / bands.reduce(0) { $0 + $1.population } * 1_000],
                    within: 1e-9))
        }
    }

    @Test func `a suppressed count of one band withholds the area, and a given total does without bands`() throws {
        let reference = try IndirectRate.Reference([
            .init("a", count: 5, population: 100), .init("b", count: 9, population: 100),
        ])
        func found(_ total: Double?) throws -> IndirectRate.Result {
            try IndirectRate.estimate(
                area: "A", bands: [.init("b", count: nil, population: 10), .init("a", count: 3, population: 10)],
                observed: total, reference: reference, ratioPer: 1, ratePer: 1, at: [ninetyFive], exactBelow: 10)
        }
        #expect(try found(nil).ratio.withheld?.code == "suppressed-count")
        #expect(try found(14).ratio.value == 10)
    }

    @Test func `a standard population is read from the rule's words, and faults are named`() throws {
        let standard = try StandardPopulation(name: "s", text: "0-4 5000; 5-9 5500")
        #expect(standard.bands == ["0-4", "5-9"] && standard.people == [5_000, 5_500])
        for text in ["", "0-4", "0-4 x", "0-4 1; 0-4 2", "0-4 -1", "0-4 0"] {
            let refusal = #expect(throws: Refusal.self) { try StandardPopulation(name: "s", text: text) }
            #expect(refusal?.code == "bad-standard")
        }
    }

    @Test func `the mean of one value has no interval, and of none no value`() {
        let one = MeanInterval.estimate([4], at: [ninetyFive])
        #expect(one.mean.value == 4 && one.mean.intervals.isEmpty && one.mean.withheld?.code == "one-value")
        #expect(MeanInterval.estimate([], at: [ninetyFive]).mean.withheld?.code == "no-values")
        let alike = MeanInterval.estimate([4, 4, 4], at: [ninetyFive])
        #expect(alike.mean.intervals[0].low == 4 && alike.standardDeviation == 0)
    }
}
