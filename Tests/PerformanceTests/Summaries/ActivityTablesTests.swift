import Rulebook
import Tabular
import Testing
import Vocabulary

@testable import Performance

struct ActivityTablesTests {
    private let months = (1...5).flatMap { month in
        [
            Sample.month(month, Sample.figures(10, 1_000, 11, 1_200)),
            Sample.month(month, Sample.figures(5, 500, 4, 380), Sample.line("B", "", "RY2")),
        ]
    }

    @Test func `providers stand with their last month, and the last row is all of them`() throws {
        let table = ActivityTables.providers(try Sample.position(months))
        #expect(table.rows.count == 3)
        #expect(table.rows[0][1] == .month(Month("2025-08")!))
        #expect(table.rows[2][6] == .money(Money(pence: 750_000)))
        #expect(table.rows[2][7] == .money(Money(pence: 790_000)))
    }

    @Test func `a level has a column for each of its keys, and what is not stated is said`() throws {
        let table = ActivityTables.rows(try Sample.position(months), by: [.pointOfDelivery])
        #expect(table.columns.map(\.key).prefix(2) == ["provider", "pointOfDelivery"])
        #expect(table.rows.map { $0[1] } == [.text("EL"), .absent("none stated")])
        #expect(table.caption == "Activity and cost against plan by provider and point of delivery, 2025/26")
    }

    @Test func `the parts of a variance stand beside the difference that they come to`() throws {
        let position = try Sample.position(months)
        let rows = try SplitVariance.rows(of: position.rows)
        let table = ActivityTables.variance(rows, of: position, by: [])
        let parts = try #require(table.rows.first)
        #expect(parts[3] == .money(Money(pence: 100_000)))
        #expect(table.notes.first?.contains("to the penny") == true)
        #expect(ActivityTables.changedLines(rows).rows.isEmpty)
    }

    @Test func `a forecast stands with its levels, and who has too few months is named below`() throws {
        let position = try Sample.position(months)
        let found = try ForecastActivity.forecasts(of: months, position, by: [], calendar: .shipped, under: .shipped)
        let table = ActivityTables.forecasts(
            found.forecasts, of: position, by: [], refused: [Refusal(.rule, code: "x", "RZ3 has 2 months.")])
        #expect(table.columns.map(\.key).contains("low90Pence"))
        #expect(table.notes.contains("RZ3 has 2 months."))
        #expect(table.rows.count == 2)
    }

    @Test func `trials are summed by the last month used`() throws {
        let whole = (1...12).map { Sample.month($0, Sample.figures(0, 0, 1, 900 + $0 * $0)) }
        let trials = try BacktestActivity.trials(
            of: whole, try Sample.position(whole), by: [], calendar: .shipped, under: .shipped)
        let table = ActivityTables.backtest(trials, in: Sample.year)
        #expect(table.rows.count == 8)
        #expect(table.rows[0][1] == .count(1))
    }
}
