import Contracts
import Testing
import Vocabulary

struct BacktestForecastTests {
    private let history = ForecastYearEnd.History(
        InventedDelivery([2016, 2017, 2018, 2019, 2020, 2022, 2023, 2024]).years)

    private func trial(_ start: Int, at month: Int) throws -> ForecastTrial {
        try BacktestForecast.trial(of: FinancialYear(startingIn: start), at: month, from: history)
    }

    @Test func `the straight line misses by what can be worked out by hand`() throws {
        // One contract of 1,200 UDAs: 50 a month for six months, then 100: 900 in all, foretold as 600, a
        // miss of 25 %.
        let year = ContractYear(
            contract: InventedDelivery.contract(1), year: FinancialYear(startingIn: 2024),
            commissioner: OrganisationCode("QXX")!, commissionerName: "An invented commissioner", providerName: "One",
            months: (0..<12).map { InventedDelivery.held(target: 1_200, delivered: $0 < 6 ? 50 : 100) })
        let trial = try BacktestForecast.trial(of: year.year, at: 6, from: .init([year]))
        #expect(trial.contracts == 1)
        #expect(abs(trial.straightLineMiss - 0.25) < 1e-12)
        #expect(trial.ownProfileMiss == nil && trial.nationalProfileMiss == nil)
        #expect(trial.meanMiss == trial.straightLineMiss)
        #expect(trial.treatment.hasSuffix("Straight line: too few years to learn from."))
        #expect(trial.forecastTotal == Units(600) && trial.actualTotal == Units(900))
    }

    @Test func `last year's profile foretells a year that repeats it`() throws {
        let years = [2023, 2024].map { start in
            ContractYear(
                contract: InventedDelivery.contract(1), year: FinancialYear(startingIn: start),
                commissioner: OrganisationCode("QXX")!, commissionerName: "An invented commissioner",
                providerName: "One",
                months: (0..<12).map { InventedDelivery.held(target: 1_200, delivered: $0 < 6 ? 50 : 100) })
        }
        let trial = try BacktestForecast.trial(of: FinancialYear(startingIn: 2024), at: 6, from: .init(years))
        #expect(try abs(#require(trial.ownProfileMiss)) < 1e-12)
        #expect(try abs(#require(trial.nationalProfileMiss)) < 1e-12)
    }

    @Test func `what a finished year shows does not teach its own forecast`() throws {
        var years = InventedDelivery([2016, 2017, 2018, 2022, 2023, 2024]).years
        let year = FinancialYear(startingIn: 2024)
        let before = try BacktestForecast.trial(of: year, at: 6, from: .init(years))
        for place in years.indices where years[place].year == year {
            for month in 6..<12 { years[place].months[month]?.delivered = .zero }
        }
        let after = try BacktestForecast.trial(of: year, at: 6, from: .init(years))
        #expect(before.forecastTotal == after.forecastTotal)
        #expect(before.actualTotal > after.actualTotal)
    }

    @Test func `every complete year is tried at every month, in order`() throws {
        let backtest = try BacktestForecast.trials(from: history, at: [8, 3])
        #expect(backtest.trials.count == 16)
        #expect(backtest.months == [3, 8])
        #expect(backtest.trials.prefix(3).map { "\($0.year) \($0.month)" } == ["2016/17 3", "2016/17 8", "2017/18 3"])
        #expect(try #require(backtest.sharedDeviation(at: 8)) < 0.1)
        #expect(backtest.sharedDeviation(at: 6) == nil && backtest.commonShare(at: 6) == nil)
        #expect(try #require(backtest.commonShare(at: 8)) <= .whole)
        #expect(backtest.coverage(of: FinancialYear(startingIn: 2024)) != nil)
        #expect(backtest.coverage(of: FinancialYear(startingIn: 2010)) == nil)
    }

    @Test func `how a year is treated is said in words`() throws {
        #expect(
            try trial(2018, at: 6).treatment
                == "Judged. Compared with each contract's last year; 3 years learned from.")
        #expect(
            try trial(2019, at: 6).treatment
                == "Judged, though the pandemic cut it short after the month. Never learned from."
                + " Compared with each contract's last year; 4 years learned from.")
        #expect(
            try trial(2016, at: 6).treatment
                == "Judged. Not compared with last year (no usable last year); 5 years learned from.")
    }

    @Test func `a year that is not over cannot be tried`() {
        let years = InventedDelivery([2023, 2024], monthsOfLastYear: 9).years
        #expect {
            try BacktestForecast.trial(of: FinancialYear(startingIn: 2024), at: 6, from: .init(years))
        } throws: { ($0 as? Refusal)?.code == "forecast-year-incomplete" }
    }
}
