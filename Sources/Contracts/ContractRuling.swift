public import Vocabulary

/// What a person said about a contract whose end the annual file leaves unclear.
public struct ContractRuling: Hashable, Sendable {
    public var contract: ContractNumber
    /// Which the annual file has no column for; nil where the person did not say.
    public var type: ContractType?
    public var term: Term
    public var reason: String
    /// The document that it rests on, if it is kept here.
    public var evidence: EvidenceID?

    public enum Term: Hashable, Sendable {
        /// Runs until it is terminated, whatever end the file prints.
        case openEnded
        /// Ends for good on this day, inclusive.
        case ends(Day)
        /// The type is known and the end is not: a GDS contract is open-ended, any other stays unclear.
        case notSaid
    }

    public init(
        contract: ContractNumber, type: ContractType?, term: Term, reason: String, evidence: EvidenceID? = nil
    ) {
        self.contract = contract
        self.type = type
        self.term = term
        self.reason = reason
        self.evidence = evidence
    }

    /// The term that follows from what was said.
    public var settledTerm: Term { term == .notSaid && type == .gds ? .openEnded : term }
}

/// Recurrent money that a rule, an agreement or an end sets free on one line of a contract.
public struct Release: Hashable, Sendable {
    public var contract: ContractNumber
    public var line: ServiceLine
    public var kind: Kind
    /// A year's worth.
    public var amount: Money
    /// Units that go with the money; nil where the line has none.
    public var units: Units?
    public var noticeDay: Day
    /// The first day on which the money can be used.
    public var fromDay: Day
    public var reason: String

    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case rebasing
        case handBack
        case termination

        public var title: String {
            switch self {
            case .rebasing: "Rebasing"
            case .handBack: "Hand-back"
            case .termination: "Termination"
            }
        }
    }

    public init(
        contract: ContractNumber, line: ServiceLine, kind: Kind, amount: Money, units: Units? = nil,
        noticeDay: Day, fromDay: Day, reason: String
    ) {
        self.contract = contract
        self.line = line
        self.kind = kind
        self.amount = amount
        self.units = units
        self.noticeDay = noticeDay
        self.fromDay = fromDay
        self.reason = reason
    }
}
