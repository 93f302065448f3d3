public import Vocabulary

/// That a bundle was sent, and until when it is to be answered.
public struct BundleSending: Hashable, Sendable {
    public var on: Day
    /// The last day on which an answer is in time.
    public var deadline: Day
    /// To whom the letter is addressed: the provider's name and office.
    public var addressee: String
    /// Whom the provider answers: a team and its mailbox.
    public var contact: String
    /// The day on which the account came that is contested; nil where nobody said.
    public var accountReceivedOn: Day?
    /// True where it was sent later than the contract allows after that day.
    public var isLate: Bool
    /// Why it was sent again; nil of the first.
    public var reason: String?
    /// What was sent, each by its digest.
    public var papers: [Paper]

    public struct Paper: Hashable, Sendable, Codable {
        public var name: String
        public var digest: EvidenceID

        public init(name: String, digest: EvidenceID) { (self.name, self.digest) = (name, digest) }
    }

    public init(
        on: Day, deadline: Day, addressee: String, contact: String, accountReceivedOn: Day?, isLate: Bool,
        reason: String?,
        papers: [Paper]
    ) {
        (self.on, self.deadline, self.addressee, self.contact) = (on, deadline, addressee, contact)
        (self.accountReceivedOn, self.isLate, self.reason, self.papers) = (accountReceivedOn, isLate, reason, papers)
    }
}

/// A credit note that the provider sent.
public struct CreditNote: Hashable, Sendable {
    /// The provider's own number.
    public var number: String
    public var on: Day
    public var amount: Money
    /// Why it is more than was agreed, or what it corrects; nil where nothing is to be said.
    public var reason: String?

    public init(number: String, on: Day, amount: Money, reason: String?) {
        (self.number, self.on, self.amount, self.reason) = (number, on, amount, reason)
    }
}

/// A dispute about a bundle, step by step.
public struct BundleDispute: Hashable, Sendable {
    /// In the order of the contract: each once.
    public var steps: [DisputeStep]
    public var settlement: Settlement?

    public struct Settlement: Hashable, Sendable {
        public var on: Day
        public var words: String

        public init(on: Day, words: String) { (self.on, self.words) = (on, words) }
    }

    public init(steps: [DisputeStep], settlement: Settlement? = nil) {
        (self.steps, self.settlement) = (steps, settlement)
    }
}

/// One step of a dispute.
public struct DisputeStep: Hashable, Sendable {
    public var kind: Kind
    public var on: Day
    /// The last day of the step; the next follows where nothing was settled by then.
    public var deadline: Day
    /// What is in dispute, or why the step before settled nothing.
    public var words: String

    /// - Reference: NHS Standard Contract, General Conditions, GC14.
    public enum Kind: String, Hashable, Sendable, CaseIterable, Codable {
        case negotiation, mediation, expert

        public var inWords: String { self == .expert ? "expert determination" : rawValue }
        public var next: Kind? {
            switch self {
            case .negotiation: .mediation
            case .mediation: .expert
            case .expert: nil
            }
        }
    }

    public init(kind: Kind, on: Day, deadline: Day, words: String) {
        (self.kind, self.on, self.deadline, self.words) = (kind, on, deadline, words)
    }
}

/// The end of a bundle.
public struct BundleClosing: Hashable, Sendable {
    public var on: Day
    /// Why it was closed with money outstanding; nil where none was.
    public var reason: String?

    public init(on: Day, reason: String?) { (self.on, self.reason) = (on, reason) }
}
