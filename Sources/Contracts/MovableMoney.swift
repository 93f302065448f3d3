public import Vocabulary

/// Every pound of the programme, by what can be done with it and from when.
///
/// Amounts are gross, and net of patient charges too where charge data are given.
public struct MovableMoney: Hashable, Sendable {
    /// The month of the annual contract file.
    public var asOf: Month
    /// The month up to which delivery was known; nil where under-delivery was not asked about.
    public var deliveryTo: Month?
    /// By contract and line, in the order of the file; each has an amount above nothing.
    public var items: [Item]
    /// Expected under-delivery of contracts with no line in the annual file: beside the programme, not in it.
    public var outside: Beside
    /// Expected under-delivery on money that is already counted as recurrent from a day: it is free this year too.
    public var onRecurrent: Beside
    /// Under-delivery of a year whose last day to commit has passed: no longer movable.
    public var lapsed: Beside
    /// Lines of contracts whose year-end is neither over nor forecast, so that no under-delivery is counted for them.
    public var notForecast: Beside
    /// Released by an act, and not found on the line in the annual file.
    public var releasesNotFound: Beside

    public struct Item: Hashable, Sendable {
        public var contract: ContractNumber
        public var commissioner: OrganisationCode
        public var commissionerName: String
        /// A sole trader's is personal data; see `ProviderName`.
        public var providerName: String
        public var service: ServiceLine
        /// True where the line has UDAs contracted: recovery is on these lines only.
        public var isUDALine: Bool
        /// Gross, whole pence, of one year.
        public var amount: Money
        public var state: MoneyState
        /// Patient charges of a year that belong to the amount; nil where none are given for the contract.
        public var charges: Money?

        public var net: Money? { charges.map { amount - $0 } }
    }

    /// Money that is not in the shares, and how many contracts it comes from.
    public struct Beside: Hashable, Sendable {
        public var contracts: Int
        public var amount: Money

        public init(contracts: Int, amount: Money) {
            self.contracts = contracts
            self.amount = amount
        }

        public static let none = Beside(contracts: 0, amount: .zero)

        mutating func add(_ amount: Money) {
            guard amount > .zero else { return }
            contracts += 1
            self.amount += amount
        }
    }

    /// The parts of a programme; they sum to it, because it is their sum.
    public struct Shares: Hashable, Sendable {
        public var locked: Money = .zero
        public var unclear: Money = .zero
        public var recurrent: Money = .zero
        public var nonRecurrent: Money = .zero

        public var programme: Money { locked + unclear + recurrent + nonRecurrent }

        public func amount(of kind: MoneyState.Kind) -> Money {
            switch kind {
            case .locked: locked
            case .unclear: unclear
            case .recurrent: recurrent
            case .nonRecurrent: nonRecurrent
            }
        }

        mutating func add(_ amount: Money, to kind: MoneyState.Kind) {
            switch kind {
            case .locked: locked += amount
            case .unclear: unclear += amount
            case .recurrent: recurrent += amount
            case .nonRecurrent: nonRecurrent += amount
            }
        }
    }

    public var shares: Shares { MovableMoney.shares(of: items) }

    public static func shares(of items: some Sequence<Item>) -> Shares {
        items.reduce(into: Shares()) { $0.add($1.amount, to: $1.state.kind) }
    }

    /// The shares of each commissioner, or of whatever a code is placed on.
    public func shares(by place: (OrganisationCode) -> OrganisationCode = { $0 }) -> [OrganisationCode: Shares] {
        items.reduce(into: [:]) { $0[place($1.commissioner), default: Shares()].add($1.amount, to: $1.state.kind) }
    }

    /// What a reader must know besides the figures; one sentence each.
    public var notes: [String] {
        let charged = Set(items.filter { $0.charges != nil }.map(\.contract)).count
        let net = charged == 1 ? "1 contract is" : "\(charged) contracts are"
        var notes = [
            charged == 0
                ? "Gross only: no patient charges are given."
                : "Gross; \(net) shown net of patient charges too, spread over its UDA lines by amount."
        ]
        if let deliveryTo, deliveryTo.financialYear != asOf.financialYear {
            notes.append(
                "The programme is that of \(asOf.inWords) (\(asOf.financialYear)); under-delivery is that of "
                    + "\(deliveryTo.financialYear).")
        }
        func note(_ beside: Beside, _ sentence: String) {
            guard beside.contracts > 0 else { return }
            let contracts = beside.contracts == 1 ? "1 contract" : "\(beside.contracts) contracts"
            notes.append("\(sentence): \(beside.amount) of \(contracts).")
        }
        note(outside, "Expected under-delivery of contracts that the annual file does not have, not in the shares")
        note(onRecurrent, "Expected under-delivery this year on money that is counted as recurrent")
        note(lapsed, "Under-delivery that could be committed only up to a day that has passed, not movable")
        note(notForecast, "No year-end is known or forecast, so no under-delivery is counted, for lines worth")
        note(releasesNotFound, "Released by an act and not found on the line in the annual file")
        return notes
    }
}
