public import Vocabulary

/// All that the Rulebook and the calendar say about dental contracts in one financial year.
public struct DentalYearRules: Hashable, Sendable {
    public var yearEnd: YearEndRules
    /// Nil where the year has no mid-year review.
    public var midYear: MidYearRules?
    public var workingDays: WorkingDaysByMonth
    /// The last day on which money of the year's under-delivery can be committed.
    public var spendBy: Day
    /// Days before `spendBy` by which a team wants to have committed.
    public var commitLead: Int

    public init(
        yearEnd: YearEndRules, midYear: MidYearRules?, workingDays: WorkingDaysByMonth, spendBy: Day, commitLead: Int
    ) {
        self.yearEnd = yearEnd
        self.midYear = midYear
        self.workingDays = workingDays
        self.spendBy = spendBy
        self.commitLead = commitLead
    }

    public var year: FinancialYear { yearEnd.year }
}

/// How many working days the months of a financial year have: what a monthly target is in proportion to.
public struct WorkingDaysByMonth: Hashable, Sendable {
    /// Twelve, April first.
    public let months: [Int]

    /// - Precondition: twelve months, none negative, not all without a working day.
    public init(months: [Int]) {
        precondition(months.count == 12, "a financial year has twelve months")
        precondition(months.allSatisfy { $0 >= 0 } && months.contains { $0 > 0 }, "a year has working days")
        self.months = months
    }

    public var inYear: Int { months.reduce(0, +) }

    /// From 1 April to the end of the month, 1 to 12.
    public func through(_ month: Int) -> Int { months.prefix(month).reduce(0, +) }

    /// The part of an annual target that is due by the end of the month: annual × days to date ÷ days in the year.
    public func scheduled(_ annual: Units, through month: Int) -> Units {
        annual.scaled(by: through(month), over: inYear)
    }
}
