public import Vocabulary

extension CountVotes {
    /// Who could vote, on which terms, and what was said: by name, or as sealed counts where the vote was secret.
    ///
    /// In JSON and YAML the lists and flags may be left out: `{seats: […], majority: twoThirds, votes: [{voter: p014,
    /// choice: for}]}`.
    public struct Question: Hashable, Sendable, Codable {
        /// Every seat of the committee, as it stands at the vote.
        public var seats: [Seat]
        public var majority: Majority
        public var allowsProxies: Bool
        public var proxies: [Proxy]
        public var votes: [Vote]
        /// The counts of a secret vote, given in place of `votes`.
        public var sealed: SealedCounts?
        public var hasCastingVote: Bool
        /// Who chairs the item.
        public var chair: Slug?
        public var castingVote: CastingVote?

        public init(
            seats: [Seat], majority: Majority = .simple, allowsProxies: Bool = false, proxies: [Proxy] = [],
            votes: [Vote] = [], sealed: SealedCounts? = nil, hasCastingVote: Bool = false, chair: Slug? = nil,
            castingVote: CastingVote? = nil
        ) {
            self.seats = seats
            self.majority = majority
            self.allowsProxies = allowsProxies
            self.proxies = proxies
            self.votes = votes
            self.sealed = sealed
            self.hasCastingVote = hasCastingVote
            self.chair = chair
            self.castingVote = castingVote
        }

        enum CodingKeys: String, CodingKey {
            case seats, majority, allowsProxies, proxies, votes, sealed, hasCastingVote, chair, castingVote
        }

        public init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            self.init(
                seats: try container.decode([Seat].self, forKey: .seats),
                majority: try container.decodeIfPresent(Majority.self, forKey: .majority) ?? .simple,
                allowsProxies: try container.decodeIfPresent(Bool.self, forKey: .allowsProxies) ?? false,
                proxies: try container.decodeIfPresent([Proxy].self, forKey: .proxies) ?? [],
                votes: try container.decodeIfPresent([Vote].self, forKey: .votes) ?? [],
                sealed: try container.decodeIfPresent(SealedCounts.self, forKey: .sealed),
                hasCastingVote: try container.decodeIfPresent(Bool.self, forKey: .hasCastingVote) ?? false,
                chair: try container.decodeIfPresent(Slug.self, forKey: .chair),
                castingVote: try container.decodeIfPresent(CastingVote.self, forKey: .castingVote))
        }
    }

    /// How many said what in a secret vote.
    public struct SealedCounts: Hashable, Sendable, Codable {
        public var inFavour: Int
        public var against: Int
        public var abstained: Int

        enum CodingKeys: String, CodingKey {
            case inFavour = "for"
            case against, abstained
        }

        public init(inFavour: Int, against: Int, abstained: Int = 0) {
            self.inFavour = inFavour
            self.against = against
            self.abstained = abstained
        }
    }
}
