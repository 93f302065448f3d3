public import Tabular
public import Vocabulary

/// The tables of activity against plan.
public enum ActivityTables {
    /// Providers with their months and sums, then a row for all.
    public static func providers(_ position: ActivityPosition) -> Table {
        var table = Table(
            key: "providers", caption: "Providers against their plan, \(position.year)",
            columns: [
                .init("provider", "Provider"), .init("dataTo", "Data to"), .init("months", "Months"),
                .init("plan", "Plan from"),
            ] + figureColumns)
        let sums = Dictionary(
            position.summed(by: []).map { ($0.line.provider, $0.figures) }, uniquingKeysWith: { $1 })
        for provider in position.providers {
            table.append(
                [
                    .text(provider.code),
                    provider.through.map { .month(position.year.month($0)) } ?? .absent("nothing came"),
                    .count(provider.months.count), .text(provider.plan.inWords),
                ] + cells(of: sums[provider.code] ?? .nothing))
        }
        if position.providers.count > 1 {
            table.append([.text("All"), .absent(""), .absent(""), .absent("")] + cells(of: position.total))
        }
        table.notes = notes(position)
        return table
    }

    /// The rows at a level; its notes stand under the providers.
    public static func rows(_ position: ActivityPosition, by dimensions: [ActivityLine.Dimension]) -> Table {
        var table = Table(
            key: "lines", caption: caption("Activity and cost against plan", dimensions, position.year),
            columns: lineColumns(dimensions) + figureColumns)
        for row in position.summed(by: Set(dimensions)) {
            table.append(cells(of: row.line, dimensions) + cells(of: row.figures))
        }
        return table
    }

    /// Price, volume and mix at a level.
    public static func variance(
        _ rows: [ActivityVariance.Row], of position: ActivityPosition, by dimensions: [ActivityLine.Dimension]
    ) -> Table {
        var table = Table(
            key: "variances", caption: caption("Why the cost is another than planned", dimensions, position.year),
            columns: lineColumns(dimensions) + [
                .init("plannedPence", "Planned"), .init("costPence", "Actual"), .init("differencePence", "Difference"),
                .init("pricePence", "Price"), .init("volumePence", "Volume"), .init("mixPence", "Mix"),
                .init("newLines", "New lines"), .init("newPence", "New come to"),
                .init("stoppedLines", "Stopped lines"),
                .init("stoppedPence", "Stopped come to"),
            ])
        for row in ActivityVariance.summed(rows, by: Set(dimensions)) {
            table.append(
                cells(of: row.line, dimensions) + [
                    .money(row.figures.plannedCost), .money(row.figures.cost), .money(row.figures.difference),
                    .money(row.variance.price), .money(row.variance.volume), .money(row.variance.mix), .count(row.new),
                    .money(row.variance.newLines), .count(row.stopped), .money(row.variance.stoppedLines),
                ])
        }
        table.notes =
            [
                "Price + volume + mix = actual − planned, to the penny, in every row. Volume and mix are taken within a "
                    + "provider’s point of delivery, line by line (treatment function and tariff).",
                "What new and stopped lines come to is within the three parts. A new line has no planned price: its own "
                    + "is taken.",
            ] + notes(position)
        return table
    }

    /// The lines that were not planned or in which nothing came, the largest first.
    public static func changedLines(_ rows: [ActivityVariance.Row]) -> Table {
        var table = Table(
            key: "changedLines", caption: "New and stopped lines",
            columns: lineColumns(ActivityLine.Dimension.allCases) + [
                .init("kind", "What it is"), .init("differencePence", "Comes to"),
            ])
        let changed = rows.filter { $0.new > 0 || $0.stopped > 0 }.sorted {
            let (one, other) = ($0.figures.difference.pence.magnitude, $1.figures.difference.pence.magnitude)
            return one == other ? $0.line < $1.line : one > other
        }
        for row in changed {
            table.append(
                cells(of: row.line, ActivityLine.Dimension.allCases) + [
                    .text(row.new > 0 ? "new" : "stopped"), .money(row.figures.difference),
                ])
        }
        return table
    }

    /// Year ends with their intervals.
    public static func forecasts(
        _ forecasts: [ActivityForecast], of position: ActivityPosition, by dimensions: [ActivityLine.Dimension],
        refused: [Refusal] = []
    ) -> Table {
        let levels = forecasts.first?.cost.intervals.map(\.level) ?? []
        var table = Table(
            key: "forecasts", caption: caption("Year end", dimensions, position.year),
            columns: lineColumns(dimensions) + [
                .init("dataTo", "Data to"), .init("months", "Months"), .init("soFarPence", "Cost so far"),
                .init("forecastPence", "Year end"),
            ]
                + levels.flatMap { level -> [Table.Column] in
                    [
                        .init("low\(level)Pence", "Low, \(level) %"), .init("high\(level)Pence", "High, \(level) %"),
                    ]
                } + [.init("planPence", "Plan of the year"), .init("activity", "Activity at year end")])
        for one in forecasts {
            table.append(
                cells(of: one.line, dimensions) + [
                    .month(position.year.month(one.through)), .count(one.months.count), .money(one.soFar.cost),
                    .money(one.cost.value),
                ] + one.cost.intervals.flatMap { [Cell.money($0.low), .money($0.high)] } + [
                    .optional(one.yearPlan, else: "not all months"), .number(one.activity.value.approximate, places: 0),
                ])
        }
        table.notes =
            ["\(ActivityForecast.method) It does not see a trend or a season."] + refused.map(\.sentence)
            + notes(position)
        return table
    }

    /// How forecasts of a year that is over would have done, by the last month used.
    public static func backtest(_ trials: [ActivityForecast.Trial], in year: FinancialYear) -> Table {
        let levels = trials.first?.forecast.intervals.map(\.level) ?? []
        var table = Table(
            key: "trials", caption: "Forecasts of \(year) held against what came",
            columns: [
                .init("month", "Data to"), .init("lines", "Lines"), .init("meanMiss", "Mean miss"),
            ] + levels.map { .init("within\($0)", "Within \($0) %") })
        let byMonth = Dictionary(grouping: trials, by: \.month)
        for (month, made) in byMonth.sorted(by: { $0.key < $1.key }) {
            let miss = made.reduce(Money.zero) { sum, trial in
                sum + Money(pence: Int((trial.forecast.value - trial.outcome).pence.magnitude))
            }
            let whole = made.map(\.outcome).total()
            table.append(
                [
                    .month(year.month(month)), .count(made.count),
                    .optional(Share(miss, of: whole), else: "nothing came"),
                ]
                    + levels.map { level in
                        .optional(Share(made.count { $0.isWithin(level: level) }, of: made.count), else: "none")
                    })
        }
        table.notes = [
            "The mean miss is the sum of all misses, signs left out, as a share of what came. Within 90 % says in how "
                + "many lines the interval of that level held what came; the lines of one month are not independent."
        ]
        return table
    }

    /// Grounds for an Activity Query Notice.
    public static func overPlan(_ runs: [FindOverPlan.Run], of position: ActivityPosition) -> Table {
        var table = Table(
            key: "overPlan", caption: "Points of delivery that ran over plan",
            columns: [
                .init("provider", "Provider"), .init("pointOfDelivery", "Point of delivery"), .init("from", "From"),
                .init("to", "To"),
            ] + figureColumns)
        for run in runs {
            table.append(
                [
                    .text(run.line.provider), cell(run.line.pointOfDelivery),
                    .month(position.year.month(run.months[0])),
                    .month(position.year.month(run.months[run.months.count - 1])),
                ] + cells(of: run.figures))
        }
        return table
    }
}
