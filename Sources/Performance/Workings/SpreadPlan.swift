public import Rulebook
public import Vocabulary

/// A plan by month, whatever it was written by.
public enum SpreadPlan {
    /// Each month's own rows, and a year's rows spread by working days, not by twelfths.
    ///
    /// - Returns: planned figures only; the twelve months of a year's row sum to it, to the penny.
    /// - Throws: `Refusal`: `plan-level-mixed`, `plan-stated-twice`, `amounts-too-large`, or `no-calendar`.
    /// - Reference: a monthly target is the annual one × working days in the month ÷ working days in the year (NHS
    ///   England's dental code); largest remainders.
    public static func months(
        of plan: IndicativePlan, in year: FinancialYear, by calendar: WorkingDays
    ) throws(Refusal) -> [MonthlyActivity] {
        let entries = plan.entries.filter { $0.year == year }
        try refuseMixed(entries)
        try refuseTwice(entries)
        var weights: [Int] = []
        for month in year.months { weights.append(try calendar.count(in: month)) }
        var months: [MonthlyActivity] = []
        for entry in entries {
            guard entry.month == nil else {
                months.append(
                    MonthlyActivity(
                        entry.line, year, month: entry.month ?? 1,
                        PlanAndActual(plannedActivity: entry.activity, plannedCost: entry.cost)))
                continue
            }
            do {
                let (activity, cost) = (try entry.activity.shared(by: weights), try entry.cost.shared(by: weights))
                for month in 1...12 {
                    months.append(
                        MonthlyActivity(
                            entry.line, year, month: month,
                            PlanAndActual(plannedActivity: activity[month - 1], plannedCost: cost[month - 1])))
                }
            } catch {
                preconditionFailure("every financial year has working days")
            }
        }
        try months.refuseTooLarge()
        return months
    }

    /// By which dimensions each provider is planned: the same in all its rows.
    private static func refuseMixed(_ entries: [IndicativePlan.Entry]) throws(Refusal) {
        var levels: [String: Set<ActivityLine.Dimension>] = [:]
        for entry in entries {
            let level = entry.line.dimensions
            if let other = levels[entry.line.provider], other != level {
                throw Refusal(
                    .input, code: "plan-level-mixed",
                    "The plan of \(entry.line.provider) is in some rows by other keys than in others.",
                    remedy:
                        "Fill point of delivery, treatment function and tariff in all rows of a provider, or leave the same ones blank in all."
                )
            }
            levels[entry.line.provider] = level
        }
    }

    private static func refuseTwice(_ entries: [IndicativePlan.Entry]) throws(Refusal) {
        var stated: [ActivityLine: Set<Int>] = [:]
        for entry in entries {
            let months = entry.month.map { Set([$0]) } ?? Set(1...12)
            guard stated[entry.line, default: []].isDisjoint(with: months) else {
                throw Refusal(
                    .input, code: "plan-stated-twice",
                    "The plan of \(entry.line.inWords) in \(entry.year) is stated twice.",
                    remedy: "Give each month once, or the year once and no month.")
            }
            stated[entry.line, default: []].formUnion(months)
        }
    }
}

extension ActivityLine {
    /// Those that it goes down to.
    var dimensions: Set<Dimension> { Set(Dimension.allCases.filter { self[$0] != nil }) }

    /// `RX1, DC, 100`.
    public var inWords: String {
        ([provider] + Dimension.allCases.compactMap { self[$0] }.filter { !$0.isEmpty }).joined(separator: ", ")
    }
}
