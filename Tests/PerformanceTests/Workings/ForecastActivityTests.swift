import Methods
import Rulebook
import Testing
import Vocabulary

@testable import Performance

struct ForecastActivityTests {
    private func forecast(_ months: [Int: PlanAndActual]) throws(Refusal) -> ActivityForecast {
        try ForecastActivity.forecast(Sample.line("A"), months, in: Sample.year, by: .shipped, under: .shipped)
    }

    private func steady(_ months: Int) throws -> [Int: PlanAndActual] {
        var figures: [Int: PlanAndActual] = [:]
        for month in 1...months {
            let days = try WorkingDays.shipped.count(in: Sample.year.month(month))
            figures[month] = PlanAndActual(activity: ActivityAmount(days), cost: Money(pence: days * 1_000))
        }
        return figures
    }

    @Test func `the same each working day ends the year at working days times that, with nothing unsure`() throws {
        let found = try forecast(try steady(5))
        #expect(found.cost.value == Money(pence: 253_000))
        #expect(found.cost.interval(at: 90)?.low == found.cost.interval(at: 90)?.high)
        #expect(found.activity.value == ActivityAmount(253))
        #expect(found.through == 5)
    }

    @Test func `three months are too few, and the rule says so`() throws {
        let months = try steady(3)
        #expect(Sample.code { _ = try forecast(months) } == "too-few-months")
    }

    @Test func `a wider level holds a narrower one, and nothing ends below what has come`() throws {
        var months = try steady(4)
        months[2]?.cost = Money(pence: 900_000)
        months[3]?.cost = .zero
        let found = try forecast(months)
        let (half, wide) = (try #require(found.cost.interval(at: 50)), try #require(found.cost.interval(at: 90)))
        #expect(wide.low <= half.low && half.high <= wide.high)
        #expect(wide.low >= found.soFar.cost)
    }

    @Test func `of many random years the interval holds as many as its level says`() throws {
        let seed: UInt64 = 7
        var draws = RandomStream(seed: seed)
        let days = try (1...12).map { try WorkingDays.shipped.count(in: Sample.year.month($0)) }
        var held = 0
        let years = 1_000
        for _ in 0..<years {
            let costs = days.map {
                Int((Double($0) * 100_000 + Double($0).squareRoot() * 30_000 * draws.normal()).rounded())
            }
            let months = Dictionary(
                uniqueKeysWithValues: (1...6).map { ($0, PlanAndActual(cost: Money(pence: costs[$0 - 1]))) })
            let interval = try #require(try forecast(months).cost.interval(at: 90))
            if (interval.low.pence...interval.high.pence).contains(costs.reduce(0, +)) { held += 1 }
        }
        #expect(abs(held - 900) < 38, "\(held) of \(years) held, four standard deviations are 38; seed \(seed)")
    }

    @Test func `lines with too few months are said, and the others are forecast`() throws {
        var months = (1...5).map { Sample.month($0, Sample.figures(1, 1, 20, 2_000)) }
        months += (1...2).map { Sample.month($0, Sample.figures(1, 1, 5, 50), Sample.line("A", "EL", "RY2")) }
        let position = try Sample.position(months)
        let found = try ForecastActivity.forecasts(
            of: months, position, by: [], calendar: .shipped, under: .shipped)
        #expect(found.forecasts.map(\.line.provider) == ["RX1"])
        #expect(found.refused.map(\.code) == ["too-few-months"])
    }
}
