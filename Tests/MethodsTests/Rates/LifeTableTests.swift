import TestSupport
import Testing
import Vocabulary

@testable import Methods

/// Life tables: edges and laws.
struct LifeTableTests {
    private static let ages = [0, 1] + Array(stride(from: 5, through: 90, by: 5))
    private let limits = LifeTable.Limits(leastPopulation: 5_000, widestInterval: 20)

    private func table(
        _ people: (Int) -> Double, _ deaths: (Int) -> Double?, limits: LifeTable.Limits? = nil
    ) throws -> LifeTable.Result {
        try LifeTable.expectations(
            area: "A",
            bands: Self.ages.map { LifeTable.Band(age: $0, population: people($0), deaths: deaths($0)) },
            at: [ConfidenceLevel(percent: 95)], limits: limits ?? self.limits)
    }

    @Test func `people who die at one rate all their lives may expect its inverse at any age`() throws {
        // One in fifty a year: in a band of five years the middle is a little late, so not to the last figure.
        let found = try table({ _ in 100_000 }, { _ in 2_000 })
        #expect(found.expectations.count == 20)
        for one in found.expectations { #expect(((one.years.value ?? 0) - 50).magnitude < 0.6, "\(one.age)") }
        #expect(((found.expectations.last?.years.value ?? 0) - 50).magnitude < 1e-9)
    }

    @Test func `more deaths at any age shorten the life that a child may expect`() throws {
        var numbers = SeededNumbers(seed: 7)
        for _ in 0..<50 {
            let deaths = Dictionary(
                uniqueKeysWithValues: Self.ages.map {
                    ($0, Double.random(in: $0 < 90 ? 10...300 : 2_000...3_000, using: &numbers))
                })
            let harder = Self.ages.randomElement(using: &numbers) ?? 0
            let before = try table({ _ in 10_000 }, { deaths[$0] })
            let after = try table({ _ in 10_000 }, { (deaths[$0] ?? 0) + ($0 == harder ? 30 : 0) })
            #expect((after.expectations[0].years.value ?? 99) < (before.expectations[0].years.value ?? 0))
        }
    }

    @Test func `fewer people than the rule asks for, a suppressed count, or no death of the oldest withhold all`()
        throws
    {
        #expect(try table({ _ in 249 }, { _ in 5 }).withheld?.code == "too-few-people")
        #expect(try table({ _ in 250 }, { _ in 5 }).withheld == nil)
        #expect(try table({ _ in 9_000 }, { $0 == 30 ? nil : 50 }).withheld?.code == "suppressed-count")
        #expect(try table({ _ in 9_000 }, { $0 == 90 ? 0 : 50 }).withheld?.code == "no-last-deaths")
    }

    @Test func `a figure whose interval is too wide is withheld, and its interval is shown`() throws {
        let found = try table({ _ in 300 }, { _ in 1 })
        let oldest = try #require(found.expectations.last)
        #expect(oldest.years.value == nil && oldest.years.withheld?.code == "interval-too-wide")
        #expect(oldest.years.intervals.count == 1)
    }

    @Test func `where everybody dies in a band, nobody reaches the next`() throws {
        let found = try table({ _ in 9_000 }, { $0 == 50 ? 9_000 : 90 })
        #expect(found.expectations[11].age == 50 && found.expectations[11].years.value == 2.5)
        #expect(found.expectations[12].years.withheld?.code == "nobody-left")
    }

    @Test(
        arguments: [
            ([0, 5, 10], "life-table-bands"), ([1, 5, 10], "life-table-bands"), ([0, 1, 1], "life-table-bands"),
            ([0, 1], "life-table-bands"), ([], "life-table-bands"),
        ])
    func `bands that make no life table are refused`(ages: [Int], code: String) throws {
        let refusal = #expect(throws: Refusal.self) {
            try LifeTable.expectations(
                area: "A", bands: ages.map { .init(age: $0, population: 9_000, deaths: 9) },
                at: [ConfidenceLevel(percent: 95)], limits: limits)
        }
        #expect(refusal?.code == code)
    }
}
