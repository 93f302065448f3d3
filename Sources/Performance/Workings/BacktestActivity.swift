public import Rulebook
public import Vocabulary

/// How forecasts would have done in a year that is over: each made from its first months, held against all twelve.
public enum BacktestActivity {
    /// - Parameter months: as for `DeriveActivityPosition`; lines of providers with fewer than twelve months that count
    ///   are left out.
    /// - Returns: by line, then by the last month used, from the fewest that a forecast may rest on to eleven.
    /// - Throws: `Refusal`: `no-rule`, `no-calendar`, `year-not-over` where no provider has twelve months.
    public static func trials(
        of months: [MonthlyActivity], _ position: ActivityPosition, by dimensions: Set<ActivityLine.Dimension>,
        calendar: WorkingDays, under rules: Rulebook
    ) throws(Refusal) -> [ActivityForecast.Trial] {
        let whole = Set(position.providers.filter { $0.months.count == 12 }.map(\.code))
        guard !whole.isEmpty else {
            throw Refusal(
                .rule, code: "year-not-over", "No provider has all twelve months of \(position.year).",
                remedy: "Back-test a year that is over.")
        }
        let least = try rules.count(PerformanceRuleID.forecastMonths, on: position.year.firstDay)
        var trials: [ActivityForecast.Trial] = []
        for series in ActivitySeries.all(of: months, position, by: dimensions, through: nil)
        where whole.contains(series.line.provider) {
            let outcome = series.months.values.map(\.cost).total()
            for last in stride(from: least, through: 11, by: 1) {
                let found = try ForecastActivity.forecast(
                    series.line, series.months.filter { $0.key <= last }, in: position.year, by: calendar,
                    under: rules)
                trials.append(.init(line: series.line, month: last, forecast: found.cost, outcome: outcome))
            }
        }
        return trials
    }
}
