public import Rulebook
public import Vocabulary

/// Providers against their plan, from the months of monitoring that stand.
public enum DeriveActivityPosition {
    /// - Parameters:
    ///   - months: each provider's months as the latest submission states them, in any order; those of other years are
    ///     passed over. A month counts up to the last in which the provider has activity or cost.
    ///   - plan: takes the place of what monitoring says was planned, for the providers that it has in that year; their
    ///     lines are then compared at the plan's own level.
    /// - Throws: what `SpreadPlan` refuses, and `amounts-too-large`.
    public static func position(
        of months: [MonthlyActivity], in year: FinancialYear, plan: IndicativePlan? = nil, by calendar: WorkingDays
    ) throws(Refusal) -> ActivityPosition {
        let months = months.filter { $0.year == year }
        let planned =
            try plan.map { plan throws(Refusal) in try SpreadPlan.months(of: plan, in: year, by: calendar) } ?? []
        try (months + planned).refuseTooLarge()
        let byPlan = Dictionary(grouping: planned, by: \.line.provider)
        let byProvider = Dictionary(grouping: months, by: \.line.provider)
        var providers: [ActivityPosition.Provider] = []
        var sums: [ActivityLine: PlanAndActual] = [:]
        for (code, stated) in byProvider.sorted(by: { $0.key < $1.key }) {
            let given = byPlan[code]
            let submitted = Set(stated.map(\.month))
            let through = stated.filter(\.figures.hasCome).map(\.month).max() ?? 0
            let counting = submitted.filter { $0 <= through }
            for one in stated where counting.contains(one.month) {
                if let level = given?.first?.line.dimensions {
                    sums[one.line.summed(by: level), default: .nothing] += one.figures.actual
                } else {
                    sums[one.line, default: .nothing] += one.figures
                }
            }
            for one in given ?? [] where counting.contains(one.month) {
                sums[one.line, default: .nothing] += one.figures
            }
            providers.append(
                ActivityPosition.Provider(
                    code: code, months: counting.sorted(),
                    missing: (1...12).filter { $0 < through && !submitted.contains($0) },
                    plan: given != nil ? .file : stated.contains(where: \.figures.isPlanned) ? .monitoring : .none,
                    yearPlan: yearPlan(given ?? stated)))
        }
        let rows = sums.keys.sorted().compactMap { line in
            sums[line].flatMap { figures in
                figures == .nothing ? nil : ActivityPosition.Row(line: line, figures: figures)
            }
        }
        return ActivityPosition(year: year, providers: providers, rows: rows)
    }

    private static func yearPlan(_ months: [MonthlyActivity]) -> Money? {
        let planned = months.filter(\.figures.isPlanned)
        guard Set(planned.map(\.month)).count == 12 else { return nil }
        return planned.map(\.figures.plannedCost).total()
    }
}
