public import Vocabulary

/// A line's plan and actual in one month: what aggregate contract monitoring states.
public struct MonthlyActivity: Hashable, Sendable {
    public var line: ActivityLine
    public var year: FinancialYear
    /// 1 for April to 12 for March.
    public var month: Int
    public var figures: PlanAndActual

    /// - Precondition: 1 to 12 for the month.
    public init(_ line: ActivityLine, _ year: FinancialYear, month: Int, _ figures: PlanAndActual) {
        precondition((1...12).contains(month), "a month of the year is 1 to 12")
        (self.line, self.year, self.month, self.figures) = (line, year, month, figures)
    }
}

extension Sequence where Element == MonthlyActivity {
    /// - Throws: `Refusal`, code `amounts-too-large`, where sums of them or differences of such sums may be beyond 64 bits.
    func refuseTooLarge() throws(Refusal) {
        let figures = map(\.figures)
        // Planned and actual together, each twice: a difference and a sum of it and another still fit.
        let money = figures.flatMap { [$0.cost.pence, $0.plannedCost.pence] }
        let counts = figures.flatMap { [$0.activity.tenThousandths, $0.plannedActivity.tenThousandths] }
        guard fits(money + money), fits(counts + counts) else {
            throw Refusal(
                .input, code: "amounts-too-large", "The amounts of these months do not add up within 64 bits.",
                remedy: "Look for a slip in the largest of them.")
        }
    }
}
