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
    /// Who held and commissioned it before a change within the year, in order; empty where nothing changed.
    public var earlier: [HeldUntil]
    /// Twelve places, April first; nil where the contract has no row in that month's file.
    public var months: [MonthHeld?]

    /// Who held and commissioned a contract up to and with a month of the year, 1 to 12.
    public struct HeldUntil: Hashable, Sendable {
        public var month: Int
        public var commissioner: OrganisationCode
        public var commissionerName: String
        public var providerName: String

        public init(month: Int, commissioner: OrganisationCode, commissionerName: String, providerName: String) {
            self.month = month
            self.commissioner = commissioner
            self.commissionerName = commissionerName
            self.providerName = providerName
        }
    }

    /// Who holds and commissions it at the end of a month of the year, 1 to 12: not who does so later.
    public func holder(at month: Int) -> HeldUntil {
        earlier.first { $0.month >= month }
            ?? HeldUntil(
                month: 12, commissioner: commissioner, commissionerName: commissionerName, providerName: providerName)
    }

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
        providerName: String, months: [MonthHeld?], earlier: [HeldUntil] = []
    ) {
        precondition(months.count == 12, "a financial year has twelve months")
        self.contract = contract
        self.year = year
        self.commissioner = commissioner
        self.commissionerName = commissionerName
        self.providerName = providerName
        self.months = months
        self.earlier = earlier
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
