public import Vocabulary

/// How concentrated a commissioner's UDA targets are in few providers.
public struct ProviderConcentration: Hashable, Sendable {
    /// Nil for all together.
    public var commissioner: OrganisationCode?
    public var name: String
    public var contracts: Int
    public var target: Units
    public var value: Money
    public var delivered: Units
    /// Providers, or groups where they are known, with a target.
    public var providers: Int
    /// Herfindahl–Hirschman index, 0 to 10,000; nil without any target.
    public var index: Double?
    /// As many providers of equal size would have that index.
    public var effectiveNumber: Double?
    /// The share of the four largest, 0 to 1.
    public var topFour: Double?

    /// Pounds for one UDA, for reading; nil without a target.
    public var averageValue: Double? {
        target > .zero ? Double(value.pence) / Double(target.hundredths) : nil
    }
}

/// What a contract holds in a market: one row of it.
public struct Holding: Hashable, Sendable {
    public var contract: ContractNumber
    public var commissioner: OrganisationCode
    public var commissionerName: String
    public var providerName: String
    public var target: Units
    public var value: Money
    public var delivered: Units

    public init(
        contract: ContractNumber, commissioner: OrganisationCode, commissionerName: String, providerName: String,
        target: Units, value: Money, delivered: Units
    ) {
        self.contract = contract
        self.commissioner = commissioner
        self.commissionerName = commissionerName
        self.providerName = providerName
        self.target = target
        self.value = value
        self.delivered = delivered
    }

    public init(_ row: DentalMonth) {
        self.init(
            contract: row.contract, commissioner: row.commissioner, commissionerName: row.commissionerName,
            providerName: row.providerName, target: row.target, value: row.value,
            delivered: row.activity?.delivered ?? .zero)
    }

    public init(_ position: Position) {
        self.init(
            contract: position.contract, commissioner: position.commissioner,
            commissionerName: position.commissionerName, providerName: position.providerName,
            target: position.contracted, value: position.value,
            delivered: position.delivered)
    }
}
