public import Vocabulary

/// A decision of one committee, or of an officer for it, with all that it needs to stand.
public struct Resolution: Hashable, Sendable, Codable {
    /// The motion's short name, or the decision's own where no meeting made it.
    public var id: Slug
    public var committee: Slug
    /// The meeting and item that made it; nil for urgent action and an officer's decision.
    public var meeting: Slug?
    public var item: Slug?
    public var title: String
    public var text: String
    public var isCarried: Bool
    public var manner: Manner
    public var reasons: String
    public var considered: [String]
    public var evidence: [EvidenceID]
    public var parts: [Slug]
    public var touches: [AgendaItem.Touch]
    public var subject: AgendaItem.Subject
    /// Who was left out, of what and how.
    public var excluded: [Excluded]
    public var tally: VoteTally?
    /// Whose votes were cast and not counted, since they or their proxies had left or were left out.
    public var setAside: [Slug] = []
    /// Who decided: those who voted, agreed, or acted.
    public var deciders: [Slug]
    /// Whom those who acted asked first.
    public var consulted: [Slug] = []
    public var matter: Slug?
    public var amount: Money?
    /// The terms under which it was decided, and the most that they let one decision commit.
    public var upTo: Money?
    public var citation: String
    public var gates: [AgendaItem.Gate]
    public var decidedAt: Moment

    public enum Manner: String, Hashable, Sendable, Codable, CaseIterable {
        case vote, secretVote, consensus, urgentAction, officer

        /// For reading: `by vote`.
        public var inWords: String {
            switch self {
            case .vote: "by vote"
            case .secretVote: "by secret vote"
            case .consensus: "by consensus"
            case .urgentAction: "by urgent action"
            case .officer: "by a delegated officer"
            }
        }
    }

    /// A member who took no part in the decision, or in that on some options.
    public struct Excluded: Hashable, Sendable, Codable {
        public var member: Slug
        public var parts: [Slug]
        public var option: HandlingOption
    }
}
