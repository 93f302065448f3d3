import Contracts
import Testing
import Vocabulary

struct SumSpendByTests {
    static func forecast(_ position: Position, from low: Int, to high: Int) -> YearEndForecast {
        YearEndForecast(
            contract: position.contract, year: position.year, madeAtMonth: position.month,
            deliveredSoFar: position.delivered,
            estimate: Estimate(
                value: Units((low + high) / 2),
                intervals: [
                    .init(level: 50, low: Units(low), high: Units(high)),
                    .init(level: 90, low: Units(low), high: Units(high)),
                ], method: "test"),
            quantiles: [.init(probability: 0.0001, units: Units(low)), .init(probability: 0.9999, units: Units(high))],
            standing: .established)
    }

    static func projected(_ place: Int = 1, from low: Int = 900, to high: Int = 1_200) -> Position {
        var position = DerivePosition.position(
            of: TestYears.year(2024, contract: TestYears.number(place)), at: 9, carriedIn: .unknown(.firstYearHeld),
            by: TestYears.rules(2024))!
        position.projection = ProjectYearEnd.projection(
            of: position, forecast: forecast(position, from: low, to: high), by: TestRules.normal())
        return position
    }

    static func sum(_ positions: [Position], common: Int) throws -> SpendBy {
        try SumSpendBy.sum(
            positions, by: TestYears.rules(2024), common: Share(percent: common), on: Day("2025-01-15")!)
    }

    @Test func `means add and the last day is the year's`() throws {
        let one = Self.projected()
        let sum = try Self.sum([one, Self.projected(2)], common: 10)
        let mean = try #require(one.projection).expectedRecovery
        #expect(sum.whole.expected.value == mean + mean)
        #expect(sum.lastDay == Day("2025-03-31"))
        #expect(sum.daysLeft == 75)
        #expect(sum.commissioners.count == 1)
    }

    @Test func `errors in common widen the interval and others cancel`() throws {
        let positions = (1...100).map { Self.projected($0) }
        func width(_ common: Int) throws -> Int {
            let expected = try Self.sum(positions, common: common).whole.expected
            return try #require(expected.interval(at: 90)).high.pence - expected.value.pence
        }
        #expect(try width(0) < width(10))
        #expect(try width(10) < width(100))
        // 100 alike: with everything in common ten times the width of nothing in common.
        #expect(abs(Double(try width(100)) / Double(try width(0)) - 10) < 0.01)
    }

    @Test func `an interval does not go below nothing`() throws {
        let sum = try Self.sum([Self.projected(from: 1_140, to: 1_300)], common: 0)
        #expect(try #require(sum.whole.expected.interval(at: 90)).low == .zero)
    }

    @Test func `held-out and closed contracts stand beside`() throws {
        var heldOut = Self.projected(2)
        heldOut.flags = ["unit-value-low"]
        var closed = Self.projected(3)
        closed.standing = .closed
        let sum = try Self.sum([Self.projected(1), heldOut, closed], common: 0)
        #expect(sum.whole.contracts == 1)
        #expect(sum.heldOut.contracts == 1)
        #expect(sum.closing.contracts == 1)
    }

    @Test func `a year that is not judged has nothing to spend`() {
        #expect(throws: Refusal.self) {
            try SumSpendBy.sum(
                [Self.projected()], by: TestYears.rules(2024, judged: false), common: Share(percent: 0),
                on: Day("2025-01-15")!)
        }
        #expect(throws: Refusal.self) { try Self.sum([], common: 0) }
    }
}
