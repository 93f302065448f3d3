public import Vocabulary

/// Where a contract stands at the end of a month of a financial year.
///
/// A position rests on every row of the contract from April to the month: where a person has not accepted one that
/// a rule flags, the whole position is held out of totals and counted beside them.
public struct Position: Hashable, Sendable {
    public var contract: ContractNumber
    public var year: FinancialYear
    /// 1 for April to 12 for March.
    public var month: Int
    public var commissioner: OrganisationCode
    public var commissionerName: String
    /// A sole trader's is personal data; see `ProviderName`.
    public var providerName: String
    /// For the whole year, as the last row up to the month says.
    public var contracted: Units
    /// Of the UDA line for the whole year, as the last row up to the month says.
    public var value: Money
    /// Due by the end of the month: contracted × working days to date ÷ working days in the year.
    public var scheduled: Units
    /// From April to the month; blank months count nothing.
    public var delivered: Units
    public var carriedIn: CarriedIn
    /// Months up to this one in which the contract has a row without delivery: no claims.
    public var blankMonths: Int
    public var standing: Standing
    /// True where the target changed within the year.
    public var isRebased: Bool
    /// Codes of the rules that flag a row up to the month and that no person accepted.
    public var flags: [String]
    /// Months up to this one whose files are not held: deliveries lack them, and nothing is judged.
    public var monthsMissing: [Month] = []
    /// From the month of the review on.
    public var midYear: MidYearReview?
    /// In March, where the year can be judged.
    public var yearEnd: YearEndOutcome?
    /// Before March, where there is a forecast.
    public var projection: Projection?

    public enum Standing: String, Hashable, Sendable, CaseIterable {
        /// Held since April.
        case whole
        /// Began within the year.
        case new
        /// Has no row in the month asked for.
        case closed
    }

    /// Delivered, after what was carried in.
    public var adjusted: Units { delivered + carriedIn.units }

    /// Of the annual target, after what was carried in; nil without a target.
    public var achieved: Share? { Share(adjusted, of: contracted) }

    public var isHeldOut: Bool { !flags.isEmpty }

    public var dataTo: Month { year.month(month) }

    /// The nearest penny for one UDA; nil without a target. The exact rate is `value` over `contracted`.
    public var valuePerUnit: Money? {
        contracted > .zero ? value.scaled(by: 100, over: contracted.hundredths) : nil
    }

    /// Recovered in March, expected before; nil where neither is known.
    public var recovery: Money? { yearEnd?.recovery ?? projection?.expectedRecovery }
}

extension Position {
    /// What a forecast makes of a contract's year.
    public struct Projection: Hashable, Sendable {
        public var forecast: YearEndForecast
        /// The judgement if the year ends exactly at the forecast's estimate.
        public var atEstimate: YearEndOutcome
        /// The mean of the recovery over the whole forecast: more than the recovery at the estimate wherever the
        /// contract may miss the threshold but probably will not.
        public var expectedRecovery: Money
        /// Standard deviation of the recovery, in pence.
        public var recoveryDeviation: Double
        /// The probability of ending below the threshold, 0 to 1.
        public var probabilityBelow: Double
    }

    /// The reasoning, line by line.
    public var steps: [Working.Step] {
        var steps = [
            Working.Step(
                "\(contracted) UDAs are contracted for \(year) at \(value); \(scheduled) are due by the end of "
                    + "\(dataTo.inWords) by working days, and \(delivered) are delivered.")
        ]
        switch carriedIn {
        case .derived(let units, let from):
            steps.append(Working.Step("\(units) UDAs are carried in, derived from \(from): the files do not say."))
        case .unknown(let reason):
            steps.append(Working.Step("Nothing is taken as carried in: \(reason.sentence)."))
        }
        if isRebased { steps.append(Working.Step("The target changed within the year.")) }
        if isHeldOut {
            steps.append(
                Working.Step("Held out of totals until a person accepts it: \(flags.joined(separator: ", ")).")
            )
        }
        return steps + (yearEnd?.steps ?? [])
    }
}
