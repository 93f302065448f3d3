import Contracts
import Testing
import Vocabulary

struct ForecastYearEndTests {
    private let tested = FinancialYear(startingIn: 2024)
    private let ordinary = [2016, 2017, 2018, 2022, 2023, 2024]

    private func forecasts(
        _ years: [ContractYear], in year: FinancialYear? = nil, at month: Int
    ) throws -> [YearEndForecast] {
        try ForecastYearEnd.forecasts(in: year ?? tested, at: month, from: years)
    }

    @Test(arguments: [3, 6, 7, 11])
    func `a forecast is never below what is delivered, and its intervals hold it, one within the other`(
        month: Int
    ) throws {
        let found = try forecasts(InventedDelivery(ordinary).years, at: month)
        #expect(found.count == 130)
        for forecast in found {
            let (half, nineTenths) = try (
                #require(forecast.estimate.interval(at: 50)), #require(forecast.estimate.interval(at: 90))
            )
            #expect(forecast.deliveredSoFar <= nineTenths.low)
            #expect(nineTenths.low <= half.low && half.low <= forecast.estimate.value)
            #expect(forecast.estimate.value <= half.high && half.high <= nineTenths.high)
            #expect(forecast.quantiles.map(\.probability) == [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95])
            #expect(forecast.quantiles[3].units == forecast.estimate.value)
        }
    }

    @Test func `a steady pool is foretold to within a few per cent`() throws {
        let pool = InventedDelivery(ordinary).years
        let outcomes = Dictionary(
            uniqueKeysWithValues: pool.filter { $0.year == tested }.map { ($0.contract, $0.delivered(through: 12)) })
        for forecast in try forecasts(pool, at: 6) {
            let outcome = try #require(outcomes[forecast.contract]).approximate
            #expect(abs(forecast.estimate.value.approximate - outcome) < 0.08 * outcome)
        }
    }

    @Test(arguments: [3, 9])
    func `months after the forecast are not looked at`(month: Int) throws {
        let whole = try forecasts(InventedDelivery(ordinary).years, at: month)
        let cut = try forecasts(InventedDelivery(ordinary, monthsOfLastYear: month).years, at: month)
        #expect(whole == cut)
    }

    @Test func `the order in which contract-years are given changes nothing`() throws {
        let years = InventedDelivery(ordinary).years
        #expect(try forecasts(years, at: 9) == forecasts(years.reversed(), at: 9))
    }

    @Test func `twice the targets and twice the delivery are twice the forecast`() throws {
        let one = try forecasts(InventedDelivery(ordinary).years, at: 8)
        let two = try forecasts(InventedDelivery(ordinary, scale: 2).years, at: 8)
        for (single, double) in zip(one, two) {
            for (left, right) in zip(single.quantiles, double.quantiles) {
                #expect(abs(left.units.approximate * 2 - right.units.approximate) <= 0.02)
            }
        }
    }

    @Test func `a contract that has closed ends at what it had delivered`() throws {
        var years = InventedDelivery(ordinary).years
        let place = try #require(years.firstIndex { $0.year == tested })
        for month in 4..<12 { years[place].months[month] = nil }
        let forecast = try #require(
            forecasts(years, at: 6).first { $0.contract == InventedDelivery.contract(0) })
        #expect(forecast.standing == .closing)
        #expect(forecast.estimate.value == years[place].delivered(through: 4))
        #expect(forecast.estimate.interval(at: 90)?.high == forecast.estimate.value)
        #expect(forecast.method.contains("no row in September 2024"))
    }

    @Test func `a contract that began within the year is paced by the months it has had`() throws {
        var years = InventedDelivery(ordinary).years
        for (number, target, delivered) in [(9_998, 9_000, 750), (9_999, 400, 30)] {
            years.append(
                ContractYear(
                    contract: InventedDelivery.contract(number), year: tested,
                    commissioner: OrganisationCode("QXX")!, commissionerName: "An invented commissioner",
                    providerName: "New",
                    months: (0..<12).map {
                        $0 < 3 ? nil : InventedDelivery.held(target: target, delivered: delivered)
                    }))
        }
        let found = try forecasts(years, at: 6).suffix(2)
        #expect(found.map(\.standing) == [.new, .new])
        #expect(found.first?.method.contains("the months of this year, learned") == true)
        // Three months at 30, and six more: not six more at 15.
        #expect(found.last?.estimate.value == Units(270))
    }

    @Test func `a contract that has not begun has no forecast`() throws {
        var years = InventedDelivery(ordinary).years
        let place = try #require(years.firstIndex { $0.year == tested })
        for month in 0..<6 { years[place].months[month] = nil }
        #expect(try !forecasts(years, at: 6).contains { $0.contract == InventedDelivery.contract(0) })
    }

    @Test func `a target that changed within the year is rebased, and the latest target is the one used`() throws {
        var years = InventedDelivery(ordinary).years
        let place = try #require(years.firstIndex { $0.year == tested })
        for month in 0..<3 { years[place].months[month]?.target = Units(24_000) }
        let forecast = try #require(forecasts(years, at: 6).first)
        #expect(forecast.standing == .rebased)
        let plain = try #require(forecasts(InventedDelivery(ordinary).years, at: 6).first)
        #expect(forecast.estimate.value == plain.estimate.value)
    }

    @Test func `a small target is foretold by the straight line, and says so`() throws {
        var years = InventedDelivery(ordinary).years
        let place = try #require(years.firstIndex { $0.year == tested })
        for month in 0..<12 { years[place].months[month] = InventedDelivery.held(target: 400, delivered: 30) }
        let forecast = try #require(forecasts(years, at: 9).first)
        #expect(forecast.estimate.value == Units(360))
        #expect(forecast.method.hasPrefix("straight line with wide intervals: a target below 500 UDAs"))
    }

    @Test func `with fewer than two years to learn from the straight line is used, and says so`() throws {
        let forecast = try #require(forecasts(InventedDelivery([2023, 2024]).years, at: 6).first)
        #expect(forecast.method.hasPrefix("straight line with wide intervals: fewer than 2 complete"))
        #expect(forecast.estimate.value == forecast.deliveredSoFar + forecast.deliveredSoFar)
        let half = try #require(forecast.estimate.interval(at: 50))
        #expect(half.low < forecast.estimate.value && forecast.estimate.value < half.high)
    }

    @Test func `two years without their own last years are learned from without last year`() throws {
        let forecast = try #require(forecasts(InventedDelivery([2018, 2022, 2024]).years, at: 6).first)
        #expect(forecast.method == "median regression on the months of this year, learned from 2018/19, 2022/23")
    }

    @Test func `a pandemic year is never learned from, and a disrupted one is not judged`() throws {
        var years = InventedDelivery([2017, 2018, 2019, 2020, 2021, 2022]).years
        for place in years.indices where years[place].year == FinancialYear(startingIn: 2020) {
            for month in 0..<12 { years[place].months[month]?.delivered = Units(12) }
        }
        let forecast = try #require(
            forecasts(years, in: FinancialYear(startingIn: 2020), at: 6).first)
        #expect(forecast.standing == .pandemic)
        #expect(forecast.method.contains("learned from 2017/18, 2018/19, 2022/23; not judged"))
    }

    @Test func `a row held out is not learned from`() throws {
        var years = InventedDelivery(ordinary).years
        let before = try forecasts(years, at: 6)
        let place = try #require(years.firstIndex { $0.year == FinancialYear(startingIn: 2023) })
        for month in 0..<12 { years[place].months[month]?.delivered = Units(100_000) }
        for month in 0..<12 { years[place].months[month]?.flags = ["pence-as-units"] }
        let after = try forecasts(years, at: 6)
        // Other contracts move only by the loss of one of 130; the wild row itself would move them by far more.
        for (left, right) in zip(before.dropFirst(), after.dropFirst()) {
            let change = abs(left.estimate.value.approximate - right.estimate.value.approximate)
            #expect(change < 0.01 * left.estimate.value.approximate)
        }
    }

    @Test(arguments: [0, 2, 12, 13])
    func `a month out of range is refused`(month: Int) {
        #expect {
            try forecasts(InventedDelivery([2023, 2024]).years, at: month)
        } throws: { ($0 as? Refusal)?.code == "forecast-month" }
    }

    @Test func `a month that is not held is refused`() {
        let years = InventedDelivery([2023, 2024], monthsOfLastYear: 5).years
        #expect {
            try forecasts(years, at: 6)
        } throws: { ($0 as? Refusal)?.code == "forecast-not-held" }
        #expect {
            try forecasts(years, in: FinancialYear(startingIn: 2010), at: 6)
        } throws: { ($0 as? Refusal)?.code == "forecast-not-held" }
    }
}
