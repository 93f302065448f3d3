public import Rulebook
public import Vocabulary

/// Points of delivery that run over plan: grounds for an Activity Query Notice.
public enum FindOverPlan {
    /// A point of delivery that was over plan in months that follow each other.
    public struct Run: Hashable, Sendable {
        public let line: ActivityLine
        /// The months over plan, in order, one after the other: 1 for April.
        public let months: [Int]
        /// Of those months.
        public let figures: PlanAndActual
    }

    /// The runs that reach the last month that counts, by provider and point of delivery.
    ///
    /// - Parameter rules: by how much a month is over plan, and how many months make a run, on the year's first day.
    /// - Throws: `Refusal`, code `no-rule`.
    public static func runs(
        of months: [MonthlyActivity], _ position: ActivityPosition, under rules: Rulebook
    ) throws(Refusal) -> [Run] {
        let over = try rules.count(PerformanceRuleID.overPercent, on: position.year.firstDay)
        let least = try rules.count(PerformanceRuleID.monthsRunning, on: position.year.firstDay)
        return ActivitySeries.all(of: months, position, by: [.pointOfDelivery], through: nil).compactMap { series in
            let held = series.months.keys.sorted()
            var run: [Int] = []
            for month in held.reversed() {
                guard let figures = series.months[month], figures.plannedActivity > .zero,
                    run.last.map({ $0 == month + 1 }) ?? true,
                    Int128(figures.activity.tenThousandths) * 100
                        > Int128(figures.plannedActivity.tenThousandths) * Int128(100 + over)
                else { break }
                run.append(month)
            }
            guard run.count >= max(1, least) else { return nil }
            return Run(
                line: series.line, months: run.reversed(),
                figures: run.reduce(.nothing) { $0 + (series.months[$1] ?? .nothing) })
        }
    }
}
