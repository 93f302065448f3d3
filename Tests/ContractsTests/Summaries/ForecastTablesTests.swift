import Contracts
import Tabular
import Testing
import Vocabulary

struct ForecastTablesTests {
    private let history = ForecastYearEnd.History(InventedDelivery([2016, 2017, 2018, 2022]).years)

    @Test func `each forecast is a row with its intervals and its method`() throws {
        let forecasts = try ForecastYearEnd.forecasts(in: FinancialYear(startingIn: 2022), at: 4, from: history)
        let table = ForecastTables.contracts(forecasts)
        #expect(table.rows.count == forecasts.count)
        let (row, forecast) = try (#require(table.rows.first), #require(forecasts.first))
        #expect(row[2] == .month(Month("2022-07")!))
        #expect(row[4] == .units(forecast.estimate.value))
        #expect(row[10] == .text(forecast.method))
    }

    @Test func `each trial is a row, and a year without a year before it has no profile`() throws {
        let backtest = try BacktestForecast.trials(from: history, at: [4])
        let table = ForecastTables.backtest(backtest)
        #expect(table.rows.count == 4)
        #expect(table.rows[0][5] == .absent("no last year"))
        #expect(table.rows[1][5] != .absent("no last year"))
        #expect(table.notes.count == 2 && table.notes[1].contains("month 4: "))
    }
}
