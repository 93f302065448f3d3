public import Vocabulary

/// What is put to the vote on an item: the decision proposed, with its reasons.
public struct Motion: Hashable, Sendable, Codable {
    public var id: Slug
    public var item: Slug
    public var text: String
    /// The options of the item on which it decides; empty for the whole item.
    public var parts: [Slug]
    /// What it asks for these options, or for the whole item.
    public var asks: Ask
    /// What it would commit; nil: the item's own amount.
    public var amount: Money?
    public var reasons: String
    /// The options that were considered, the one proposed among them.
    public var considered: [String]
    public var evidence: [EvidenceID]
    /// Needed for a vote; who proposes and who supports it.
    public var mover: Slug?
    public var seconder: Slug?
    public var openedAt: Moment?
    public var votes: [Cast] = []
    public var secretVotes: [SecretVotes] = []
    public var results: [Result] = []

    public enum Ask: String, Hashable, Sendable, Codable, CaseIterable {
        case approve, reject, postpone

        /// For reading: `not to go ahead`.
        public var inWords: String {
            switch self {
            case .approve: "to go ahead"
            case .reject: "not to go ahead"
            case .postpone: "to come back later"
            }
        }
    }

    /// A vote by show of hands, and in which committee.
    public struct Cast: Hashable, Sendable, Codable {
        public var vote: Vote
        public var committee: Slug
    }

    /// The counts of a secret vote in one committee, and who took part.
    public struct SecretVotes: Hashable, Sendable, Codable {
        public var committee: Slug
        public var counts: CountVotes.SealedCounts
        public var voted: [Slug]
    }

    /// What became of it in one committee.
    public struct Result: Hashable, Sendable, Codable {
        public var committee: Slug
        public var outcome: Outcome
        public var at: Moment

        public enum Outcome: String, Hashable, Sendable, Codable, CaseIterable {
            case carried, notCarried, quorumLost
        }
    }

    public init(
        id: Slug, item: Slug, text: String, parts: [Slug] = [], asks: Ask = .approve, amount: Money? = nil,
        reasons: String, considered: [String] = [], evidence: [EvidenceID] = [], mover: Slug? = nil,
        seconder: Slug? = nil
    ) {
        self.id = id
        self.item = item
        self.text = text
        self.parts = parts
        self.asks = asks
        self.amount = amount
        self.reasons = reasons
        self.considered = considered
        self.evidence = evidence
        self.mover = mover
        self.seconder = seconder
    }

    enum CodingKeys: String, CodingKey {
        case id, item, text, parts, asks
        case amount = "amountPence"
        case reasons, considered, evidence, mover, seconder, openedAt, votes, secretVotes, results
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            id: try container.decode(Slug.self, forKey: .id),
            item: try container.decode(Slug.self, forKey: .item),
            text: try container.decode(String.self, forKey: .text),
            parts: try container.decodeIfPresent([Slug].self, forKey: .parts) ?? [],
            asks: try container.decodeIfPresent(Ask.self, forKey: .asks) ?? .approve,
            amount: try container.decodeIfPresent(Money.self, forKey: .amount),
            reasons: try container.decode(String.self, forKey: .reasons),
            considered: try container.decodeIfPresent([String].self, forKey: .considered) ?? [],
            evidence: try container.decodeIfPresent([EvidenceID].self, forKey: .evidence) ?? [],
            mover: try container.decodeIfPresent(Slug.self, forKey: .mover),
            seconder: try container.decodeIfPresent(Slug.self, forKey: .seconder))
        openedAt = try container.decodeIfPresent(Moment.self, forKey: .openedAt)
        votes = try container.decodeIfPresent([Cast].self, forKey: .votes) ?? []
        secretVotes = try container.decodeIfPresent([SecretVotes].self, forKey: .secretVotes) ?? []
        results = try container.decodeIfPresent([Result].self, forKey: .results) ?? []
    }

    /// True while votes may be cast.
    public var isOpen: Bool { results.isEmpty }
}
