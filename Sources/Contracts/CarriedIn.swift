public import Vocabulary

/// What a contract brings from the year before; the published files do not say, so it is derived, or is not known.
public enum CarriedIn: Hashable, Sendable {
    /// From last year's outcome; negative where a shortfall is owed.
    case derived(Units, from: FinancialYear)
    case unknown(Reason)

    public enum Reason: String, Hashable, Sendable, CaseIterable {
        /// No earlier year is held.
        case firstYearHeld
        /// The contract has no row in last year's files.
        case newContract
        /// Last year was not judged by a threshold.
        case lastYearNotJudged
        /// Last year's rows are held out of totals.
        case lastYearHeldOut
        /// Last year's files are not all held, or its March is missing for the contract.
        case lastYearIncomplete

        public var sentence: String {
            switch self {
            case .firstYearHeld: "no earlier year is held"
            case .newContract: "the contract has no row last year"
            case .lastYearNotJudged: "last year was not judged"
            case .lastYearHeldOut: "last year's rows are held out"
            case .lastYearIncomplete: "last year is not held to its March"
            }
        }
    }

    /// Nothing where it is not known.
    public var units: Units {
        switch self {
        case .derived(let units, _): units
        case .unknown: .zero
        }
    }

    public var isDerived: Bool {
        switch self {
        case .derived: true
        case .unknown: false
        }
    }
}
