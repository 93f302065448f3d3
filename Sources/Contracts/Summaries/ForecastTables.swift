public import Tabular
import Vocabulary

/// Forecasts and their back-test as tables.
public enum ForecastTables {
    /// One row for each contract's forecast.
    public static func contracts(_ forecasts: [YearEndForecast], notes: [String] = []) -> Table {
        var table = Table(
            key: "forecasts", caption: "Forecast of each contract's delivery by the end of March",
            columns: [
                .init("contract", "Contract"), .init("year", "Year"), .init("dataTo", "Data to"),
                .init("delivered", "Delivered so far"), .init("forecast", "Forecast"),
                .init("low50", "Low (50 %)"), .init("high50", "High (50 %)"), .init("low90", "Low (90 %)"),
                .init("high90", "High (90 %)"), .init("standing", "Standing"), .init("method", "Method"),
            ], notes: notes)
        for forecast in forecasts {
            let half = forecast.estimate.interval(at: 50)
            let nineTenths = forecast.estimate.interval(at: 90)
            table.append([
                .text(forecast.contract.description), .text(forecast.year.description),
                .month(forecast.year.month(forecast.madeAtMonth)), .units(forecast.deliveredSoFar),
                .units(forecast.estimate.value), .optional(half?.low, else: "none"),
                .optional(half?.high, else: "none"), .optional(nineTenths?.low, else: "none"),
                .optional(nineTenths?.high, else: "none"), .text(forecast.standing.rawValue),
                .text(forecast.method),
            ])
        }
        return table
    }

    /// One row for each finished year and month tried; misses and widths in per cent of target.
    public static func backtest(
        _ backtest: ForecastBacktest, by definition: ForecastDefinition = .reviewed
    ) -> Table {
        var table = Table(
            key: "trials", caption: "How each finished year would have been foretold",
            columns: [
                .init("year", "Year"), .init("month", "Month"), .init("contracts", "Contracts"),
                .init("meanMiss", "Mean miss, % of target"), .init("straightLine", "Straight line, %"),
                .init("ownProfile", "Own last year, %"), .init("nationalProfile", "National profile, %"),
                .init("ratio", "Against the best of them"), .init("within50", "Within 50 % interval"),
                .init("within90", "Within 90 % interval"), .init("width50", "Width at 50 %"),
                .init("width90", "Width at 90 %"), .init("forecastTotal", "Forecast, all"),
                .init("actualTotal", "Outcome, all"), .init("totalExcess", "Forecast too high by, %"),
                .init("judged", "Judged"), .init("treatment", "How the year is treated"),
            ], notes: notes(backtest, definition))
        func percent(_ share: Double) -> Cell { .number(share * 100, places: 2) }
        for trial in backtest.trials {
            table.append([
                .text(trial.year.description), .count(trial.month), .count(trial.contracts), percent(trial.meanMiss),
                percent(trial.straightLineMiss), trial.ownProfileMiss.map(percent) ?? .absent("no last year"),
                trial.nationalProfileMiss.map(percent) ?? .absent("no last year"),
                trial.ratioToBest.isFinite ? .number(trial.ratioToBest, places: 2) : .absent("none"),
                .share(trial.withinHalf), .share(trial.withinNineTenths),
                .number(trial.meanWidthOfHalf * 100, places: 1), .number(trial.meanWidthOfNineTenths * 100, places: 1),
                .units(trial.forecastTotal), .units(trial.actualTotal), percent(trial.totalExcess),
                .flag(trial.isJudged), .text(trial.treatment),
            ])
        }
        return table
    }

    private static func notes(_ backtest: ForecastBacktest, _ definition: ForecastDefinition) -> [String] {
        let shared = backtest.months.compactMap { month in
            backtest.sharedDeviation(at: month).map { deviation in
                "month \(month): \(Share(Int((deviation * 10_000).rounded()), of: 10_000)!.percentText(decimals: 2))"
            }
        }
        return [
            "Everything fitted excludes the year tried; contracts with a target of \(definition.leastTarget) UDAs"
                + " or more and a row in all twelve months; rows held out are judged but not learned from."
        ] + (shared.isEmpty ? [] : ["Error of the total that all contracts share, \(shared.joined(separator: ", "))."])
    }
}
