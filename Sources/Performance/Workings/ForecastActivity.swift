import Methods
public import Rulebook
public import Vocabulary

/// The year end of lines of activity, from the months that have come and the working days of those that have not.
public enum ForecastActivity {
    /// - Parameters:
    ///   - months: figures of one line by month, 1 for April; a month that is missing counts among those to come.
    ///   - yearPlan: of all twelve months; nil where it is not known.
    ///   - rules: the least months and the levels, as they stand on the year's first day.
    /// - Throws: `Refusal`: `too-few-months`, `no-rule`, `no-calendar`.
    /// - Reference: `RatioPrediction`; the weights are working days, as in `SpreadPlan`.
    public static func forecast(
        _ line: ActivityLine, _ months: [Int: PlanAndActual], in year: FinancialYear, yearPlan: Money? = nil,
        by calendar: WorkingDays, under rules: Rulebook
    ) throws(Refusal) -> ActivityForecast {
        let least = try rules.count(PerformanceRuleID.forecastMonths, on: year.firstDay)
        guard months.count >= least else {
            throw Refusal(
                .rule, code: "too-few-months",
                "\(line.inWords) has \(counted(months.count, "month", "months")) of \(year), and a forecast needs \(least).",
                remedy: "Wait for further months; see the rule \(PerformanceRuleID.forecastMonths).")
        }
        let levels = [
            try level(PerformanceRuleID.narrowLevel, year, rules), try level(PerformanceRuleID.wideLevel, year, rules),
        ]
        let held = months.keys.sorted()
        var (sizes, toCome): ([Int: Double], Double) = ([:], 0)
        for month in 1...12 {
            let days = Double(try calendar.count(in: year.month(month)))
            sizes[month] = days
            if months[month] == nil { toCome += days }
        }
        func series(_ value: (PlanAndActual) -> Double) -> [(size: Double, value: Double)] {
            held.map { (size: sizes[$0] ?? 1, value: months[$0].map(value) ?? 0) }
        }
        let soFar = held.reduce(PlanAndActual.nothing) { $0 + (months[$1] ?? .nothing) }
        let cost = try estimate(series { Double($0.cost.pence) }, toCome: toCome, levels, line)
        let activity = try estimate(series { Double($0.activity.tenThousandths) }, toCome: toCome, levels, line)
        return ActivityForecast(
            line: line, year: year, months: held, soFar: soFar, yearPlan: yearPlan,
            cost: cost.inUnits { Money(pence: $0) }, activity: activity.inUnits { ActivityAmount(tenThousandths: $0) })
    }

    /// Each line of a position's months at a level, those without enough months apart.
    ///
    /// - Parameter through: only months up to this one; nil for all that count.
    public static func forecasts(
        of months: [MonthlyActivity], _ position: ActivityPosition, by dimensions: Set<ActivityLine.Dimension>,
        through: Int? = nil, calendar: WorkingDays, under rules: Rulebook
    ) throws(Refusal) -> (forecasts: [ActivityForecast], refused: [Refusal]) {
        var (forecasts, refused): ([ActivityForecast], [Refusal]) = ([], [])
        for series in ActivitySeries.all(of: months, position, by: dimensions, through: through) {
            do throws(Refusal) {
                forecasts.append(
                    try forecast(
                        series.line, series.months, in: position.year, yearPlan: series.yearPlan, by: calendar,
                        under: rules))
            } catch {
                guard error.code == "too-few-months" else { throw error }
                refused.append(error)
            }
        }
        return (forecasts, refused)
    }

    private struct Outlook {
        var total: Double
        var halves: [(level: Int, half: Double)]
        /// What has come already; nil where something was taken back, so that less may be the end of it.
        var least: Double?

        func inUnits<Value>(_ make: (Int) -> Value) -> Estimate<Value> {
            func whole(_ value: Double) -> Value { make(Int(value.rounded())) }
            return Estimate(
                value: whole(total),
                intervals: halves.map { level, half in
                    .init(
                        level: level, low: whole(max(total - half, min(least ?? -.infinity, total))),
                        high: whole(total + half))
                },
                method: ActivityForecast.method)
        }
    }

    private static func estimate(
        _ series: [(size: Double, value: Double)], toCome: Double, _ levels: [Int], _ line: ActivityLine
    ) throws(Refusal) -> Outlook {
        guard let found = RatioPrediction(known: series, sizeToCome: toCome) else {
            throw Refusal(
                .rule, code: "too-few-months", "\(line.inWords) has fewer than two months.",
                remedy: "Wait for further months.")
        }
        let halves = levels.map { (level: $0, half: found.halfWidth(level: $0)) }
        guard halves.allSatisfy({ abs(found.total) + $0.half < Double(Int.max / 2) }) else {
            throw Refusal(
                .input, code: "amounts-too-large", "The forecast of \(line.inWords) does not fit in 64 bits.",
                remedy: "Look for a slip in its months.")
        }
        let soFar = series.reduce(0) { $0 + $1.value }
        return Outlook(
            total: found.total, halves: halves, least: series.allSatisfy({ $0.value >= 0 }) ? soFar : nil)
    }

    private static func level(_ rule: String, _ year: FinancialYear, _ rules: Rulebook) throws(Refusal) -> Int {
        let share = try rules.share(rule, on: year.firstDay)
        let level = share.part * 100 / share.whole
        guard (1...99).contains(level) else {
            throw Refusal(
                .rule, code: "rule-level", "The rule \(rule) says \(share), which is no level of an interval.",
                remedy: "Give 1 to 99 per cent.")
        }
        return level
    }
}

/// One line's figures by month.
struct ActivitySeries {
    let line: ActivityLine
    let months: [Int: PlanAndActual]
    let yearPlan: Money?

    /// A month that counts and in which nothing of the line came is a month of nothing.
    static func all(
        of months: [MonthlyActivity], _ position: ActivityPosition, by dimensions: Set<ActivityLine.Dimension>,
        through: Int?
    ) -> [ActivitySeries] {
        let counting = Dictionary(
            position.providers.map { ($0.code, $0.months.filter { $0 <= through ?? 12 }) }, uniquingKeysWith: { $1 })
        let plans = Dictionary(position.providers.map { ($0.code, $0.yearPlan) }, uniquingKeysWith: { $1 })
        let ofYear = months.filter { $0.year == position.year }
        let groups = Dictionary(grouping: ofYear) { $0.line.summed(by: dimensions) }
        return groups.keys.sorted().compactMap { line in
            let held = counting[line.provider] ?? []
            var figures: [Int: PlanAndActual] = Dictionary(held.map { ($0, .nothing) }, uniquingKeysWith: { $1 })
            for one in groups[line] ?? [] where figures[one.month] != nil {
                figures[one.month, default: .nothing] += one.figures
            }
            guard figures.values.contains(where: \.hasCome) else { return nil }
            return ActivitySeries(
                line: line, months: figures, yearPlan: dimensions.isEmpty ? plans[line.provider] ?? nil : nil)
        }
    }
}
