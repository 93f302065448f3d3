public import Vocabulary

/// A contract over one financial year, month by month, as the files held on the day say: what workings read.
///
/// Where a contract moved between commissioners in the year, the later commissioner holds it; a contract that two
/// commissioners report in one month makes two of these, both held out of totals until a person accepts one.
public struct ContractYear: Hashable, Sendable {
    public var contract: ContractNumber
    public var year: FinancialYear
    /// As of the last month held.
    public var commissioner: OrganisationCode
    public var commissionerName: String
    public var providerName: String
    /// Twelve places, April first; nil where the contract has no row in that month's file.
    public var months: [MonthHeld?]

    public struct MonthHeld: Hashable, Sendable {
        /// Contracted for the whole year, as that month's file says.
        public var target: Units
        /// Money of the UDA line for the whole year, as that month's file says.
        public var value: Money
        /// Nil where blank: no claims.
        public var delivered: Units?
        public var children: Int?
        public var adults: Int?
        /// Codes of the rules that flag the row and that no person has accepted; empty where it counts.
        public var flags: [String]

        public init(
            target: Units, value: Money, delivered: Units?, children: Int?, adults: Int?, flags: [String]
        ) {
            self.target = target
            self.value = value
            self.delivered = delivered
            self.children = children
            self.adults = adults
            self.flags = flags
        }
    }

    public init(
        contract: ContractNumber, year: FinancialYear, commissioner: OrganisationCode, commissionerName: String,
        providerName: String, months: [MonthHeld?]
    ) {
        precondition(months.count == 12, "a financial year has twelve months")
        self.contract = contract
        self.year = year
        self.commissioner = commissioner
        self.commissionerName = commissionerName
        self.providerName = providerName
        self.months = months
    }

    /// The last month of the year, up to and with `month` (1 to 12), in which the contract has a row.
    public func lastHeld(through month: Int) -> MonthHeld? {
        months.prefix(month).last { $0 != nil } ?? nil
    }

    /// Units delivered from April to the month, inclusive; blank months count nothing.
    public func delivered(through month: Int) -> Units {
        months.prefix(month).reduce(.zero) { $0 + ($1?.delivered ?? .zero) }
    }
}
