public import Vocabulary

/// One contract in one month, as NHSBSA's contractor file has it: one row.
public struct DentalMonth: Hashable, Sendable {
    public var month: Month
    public var commissioner: OrganisationCode
    public var commissionerName: String
    public var contract: ContractNumber
    /// As published; a sole trader's is personal data.
    public var providerName: String
    public var postcode: String
    public var lsoa: String
    /// UDAs contracted for the whole financial year (UDA_PERF_TARGET).
    public var target: Units
    /// Money for the UDA target for the whole year (UDA_FIN_VAL).
    public var value: Money
    /// Nil where the delivered columns are blank: no claims.
    public var activity: DentalActivity?
    /// Child patients seen in twelve months.
    public var children: Int?
    /// Adult patients seen in twenty-four months.
    public var adults: Int?
    /// Money for general dental services for the whole year (GENERAL_DENTAL_FIN_VALUE).
    public var generalValue: Money

    public init(
        month: Month, commissioner: OrganisationCode, commissionerName: String, contract: ContractNumber,
        providerName: String, postcode: String, lsoa: String, target: Units, value: Money, activity: DentalActivity?,
        children: Int?, adults: Int?, generalValue: Money
    ) {
        self.month = month
        self.commissioner = commissioner
        self.commissionerName = commissionerName
        self.contract = contract
        self.providerName = providerName
        self.postcode = postcode
        self.lsoa = lsoa
        self.target = target
        self.value = value
        self.activity = activity
        self.children = children
        self.adults = adults
        self.generalValue = generalValue
    }
}

/// What was delivered in a month: units, late claims and courses of treatment by band.
public struct DentalActivity: Hashable, Sendable {
    /// UDAs of the month (UDA_DELIVERED).
    public var delivered: Units
    /// Claims sent later than the rule allows (LATE_SUBMITTED_FP17).
    public var lateClaims: Int
    /// UDAs of foundation dentists in the month (UDA_DELIVERED_FD).
    public var foundation: Units
    public var bands: BandCounts

    public init(delivered: Units, lateClaims: Int, foundation: Units, bands: BandCounts) {
        self.delivered = delivered
        self.lateClaims = lateClaims
        self.foundation = foundation
        self.bands = bands
    }
}

/// Courses of treatment by band; band 2 is one number until its three sub-bands were published (April 2023).
public struct BandCounts: Hashable, Sendable {
    public var one: Int
    public var two: Two
    public var three: Int
    public var urgent: Int
    public var other: Int

    public enum Two: Hashable, Sendable {
        case whole(Int)
        case parts(a: Int, b: Int, c: Int)

        public var total: Int {
            switch self {
            case .whole(let count): count
            case .parts(let a, let b, let c): a + b + c
            }
        }
    }

    public init(one: Int, two: Two, three: Int, urgent: Int, other: Int) {
        self.one = one
        self.two = two
        self.three = three
        self.urgent = urgent
        self.other = other
    }

    public var total: Int { one + two.total + three + urgent + other }
}
