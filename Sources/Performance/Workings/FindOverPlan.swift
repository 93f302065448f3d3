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

    /// Every run, also one that has ended, by provider and point of delivery; each as long as it lasts.
    ///
    /// - Parameter rules: by how much a month is over plan, and how many months make a run, on the year's first day.
    /// - Throws: `Refusal`, code `no-rule`.
    public static func runs(
        of months: [MonthlyActivity], _ position: ActivityPosition, under rules: Rulebook
    ) throws(Refusal) -> [Run] {
        let over = try rules.count(PerformanceRuleID.overPercent, on: position.year.firstDay)
        let least = try rules.count(PerformanceRuleID.monthsRunning, on: position.year.firstDay)
        return ActivitySeries.all(of: months, position, by: [.pointOfDelivery], through: nil).flatMap { series in
            let above = series.months.keys.sorted().filter { month in
                guard let figures = series.months[month], figures.plannedActivity > .zero else { return false }
                return Int128(figures.activity.tenThousandths) * 100
                    > Int128(figures.plannedActivity.tenThousandths) * Int128(100 + over)
            }
            var runs: [[Int]] = []
            for month in above {
                if let last = runs.last?.last, last + 1 == month {
                    runs[runs.count - 1].append(month)
                } else {
                    runs.append([month])
                }
            }
            return runs.filter { $0.count >= max(1, least) }.map { run in
                Run(
                    line: series.line, months: run,
                    figures: run.reduce(.nothing) { $0 + (series.months[$1] ?? .nothing) })
            }
        }
    }
}
