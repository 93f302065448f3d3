public import Vocabulary

/// A raised challenge in its bundle, with what the provider answered and what the commissioner concluded last.
public struct Challenge: Hashable, Sendable {
    /// Within its bundle, from 1.
    public let number: Int
    public let raised: RaisedChallenge
    public var answer: ChallengeAnswer?
    public var conclusion: ChallengeConclusion?

    public init(
        number: Int, raised: RaisedChallenge, answer: ChallengeAnswer? = nil, conclusion: ChallengeConclusion? = nil
    ) {
        (self.number, self.raised, self.answer, self.conclusion) = (number, raised, answer, conclusion)
    }

    public var isOpen: Bool { conclusion == nil }
    /// False for what was withdrawn before anything was sent: the provider never saw it.
    public var isForProvider: Bool { !(conclusion?.isBeforeSending ?? false) }
    public var agreed: Money { conclusion?.agreed ?? .zero }

    /// - Parameter isSent: whether its bundle has been sent.
    public func state(isSent: Bool) -> State {
        if let conclusion {
            switch conclusion.outcome {
            case .upheld: return .upheld
            case .part: return .partUpheld
            case .withdrawn: return .withdrawn
            }
        }
        guard let answer else { return isSent ? .sent : .raised }
        switch answer.kind {
        case .accepted: return .accepted
        case .part: return .partAccepted
        case .rejected: return .rejected
        }
    }

    public enum State: String, Hashable, Sendable, CaseIterable {
        case raised, sent, accepted, partAccepted, rejected, upheld, partUpheld, withdrawn

        public var inWords: String {
            switch self {
            case .raised: "raised"
            case .sent: "sent"
            case .accepted: "accepted"
            case .partAccepted: "accepted in part"
            case .rejected: "rejected"
            case .upheld: "upheld"
            case .partUpheld: "upheld in part"
            case .withdrawn: "withdrawn"
            }
        }
    }
}

/// What a provider says to one challenge.
public struct ChallengeAnswer: Hashable, Sendable {
    public var kind: Kind
    /// What is accepted of a challenge that is accepted in part; nil of the others: all that is claimed, or nothing.
    public var amount: Money?
    /// Blank where the challenge is accepted.
    public var reason: String
    /// Where the provider's evidence is: a reference, never the evidence itself; may be blank.
    public var evidence: String
    public var on: Day

    public enum Kind: String, Hashable, Sendable, CaseIterable, Codable { case accepted, part, rejected }

    public init(kind: Kind, amount: Money? = nil, reason: String = "", evidence: String = "", on: Day) {
        (self.kind, self.amount, self.reason, self.evidence, self.on) = (kind, amount, reason, evidence, on)
    }
}

/// What the commissioner concluded on one challenge.
public struct ChallengeConclusion: Hashable, Sendable {
    public var outcome: Outcome
    /// Nil pounds where it was withdrawn, or is of data only.
    public var agreed: Money
    public var reason: String
    public var on: Day
    /// True where it was withdrawn before the bundle was sent.
    public var isBeforeSending: Bool

    public enum Outcome: String, Hashable, Sendable, CaseIterable, Codable { case upheld, part, withdrawn }

    public init(outcome: Outcome, agreed: Money, reason: String, on: Day, isBeforeSending: Bool = false) {
        (self.outcome, self.agreed, self.reason) = (outcome, agreed, reason)
        (self.on, self.isBeforeSending) = (on, isBeforeSending)
    }
}
