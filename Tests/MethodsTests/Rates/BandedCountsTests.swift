import TestSupport
import Testing
import Vocabulary

@testable import Methods

/// Rates of many areas from rows by place.
struct BandedCountsTests {
    private func rows(_ rows: [(Int32, Int32, Double, Double)]) -> BandedCounts {
        BandedCounts(
            areas: ["A", "B"], bands: ["y", "o"], areaOf: rows.map(\.0), bandOf: rows.map(\.1), counts: rows.map(\.2),
            populations: rows.map(\.3))
    }

    private func estimates(_ list: [(Int32, Int32, Double, Double)]) throws -> [DirectRate.Result] {
        try DirectRate.estimates(
            of: rows(list), standard: StandardPopulation(name: "s", bands: ["o", "y"], people: [1, 3]), per: 1_000,
            at: [ConfidenceLevel(percent: 95)], leastEvents: 10, exactBelow: 10)
    }

    @Test func `many areas at once have the rates that each has by itself`() throws {
        var numbers = SeededNumbers(seed: 3)
        let standard = try StandardPopulation(name: "s", bands: ["o", "y"], people: [1, 3])
        for _ in 0..<100 {
            func figures() -> [Double] {
                [Double(Int.random(in: 0...90, using: &numbers)), Double(Int.random(in: 1...900, using: &numbers))]
            }
            let list = (0..<2).flatMap { area in
                (0..<2).map { band -> (Int32, Int32, Double, Double) in
                    let pair = figures()
                    return (Int32(area), Int32(band), pair[0], pair[1])
                }
            }
            for (area, found) in try estimates(list.shuffled(using: &numbers)).enumerated() {
                let bands = list.filter { $0.0 == Int32(area) }.map {
                    DirectRate.Band(["y", "o"][Int($0.1)], events: .independent($0.2), population: $0.3)
                }
                let alone = try DirectRate.estimate(
                    area: ["A", "B"][area], bands: bands, standard: standard, per: 1_000,
                    at: [ConfidenceLevel(percent: 95)], leastEvents: 10, exactBelow: 10)
                #expect(found.events == alone.events && found.population == alone.population)
                #expect(agree([found.rate.value ?? -1], [alone.rate.value ?? -1], within: 1e-9))
                #expect(found.rate.withheld == alone.rate.withheld)
            }
        }
    }

    @Test func `a suppressed count withholds its own area alone`() throws {
        let found = try estimates([(0, 0, .nan, 10), (0, 1, 5, 10), (1, 0, 50, 100), (1, 1, 5, 10)])
        #expect(found[0].rate.withheld?.code == "suppressed-count" && found[0].events == nil)
        #expect(found[1].rate.value != nil)
    }

    @Test(
        arguments: [
            ([(0, 0, 1, 10), (0, 1, 1, 10), (1, 0, 1, 10)], "bands-differ"),
            ([(0, 0, 1, 10), (0, 0, 1, 10)], "bands-differ"), ([(0, 0, 1, 0)], "zero-denominator"),
            ([(0, 0, -1, 10)], "negative-count"),
        ] as [([(Int32, Int32, Double, Double)], String)])
    func `rows that cannot be are refused with the area`(
        list: [(Int32, Int32, Double, Double)], code: String
    ) throws {
        let refusal = #expect(throws: Refusal.self) { try estimates(list) }
        #expect(refusal?.code == code, "\(refusal?.sentence ?? "")")
    }
}
