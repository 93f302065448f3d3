public import Vocabulary

/// What any set of funded options must keep to, besides the envelope.
public struct PortfolioRule: Hashable, Sendable, Codable {
    public var id: Slug
    public var title: String
    public var kind: Kind
    /// The options that the rule speaks of; empty where a tag, an area or all are meant.
    public var options: [Slug]
    /// The options that carry this tag.
    public var tag: Slug?
    /// The options of this area.
    public var area: Slug?
    /// For limits of money.
    public var limit: Money?
    /// For limits of numbers: options, or hundredths of a whole-time equivalent for `workforceMost`.
    public var number: Int?

    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        /// Full-year recurrent spend of the options meant is at most `limit`.
        case ringFenceMost
        /// Full-year recurrent spend of the options meant is at least `limit`.
        case ringFenceLeast
        /// Whole-time equivalents of the options meant, in hundredths, are at most `number`.
        case workforceMost
        /// Capital of the options meant over all years is at most `limit`.
        case capitalMost
        /// At least `number` of the options meant.
        case optionsLeast
        /// At most `number` of the options meant.
        case optionsMost
        /// At most one of `options`.
        case exclusive
        /// The first of `options` only with each of the others.
        case prerequisite
        case forcedIn
        case forcedOut
    }

    public init(
        id: Slug, title: String, kind: Kind, options: [Slug] = [], tag: Slug? = nil, area: Slug? = nil,
        limit: Money? = nil, number: Int? = nil
    ) {
        self.id = id
        self.title = title
        self.kind = kind
        self.options = options
        self.tag = tag
        self.area = area
        self.limit = limit
        self.number = number
    }

    enum CodingKeys: String, CodingKey {
        case id, title, kind, options, tag, area
        case limit = "limitPence"
        case number
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            id: try container.decode(Slug.self, forKey: .id),
            title: try container.decode(String.self, forKey: .title),
            kind: try container.decode(Kind.self, forKey: .kind),
            options: try container.decodeIfPresent([Slug].self, forKey: .options) ?? [],
            tag: try container.decodeIfPresent(Slug.self, forKey: .tag),
            area: try container.decodeIfPresent(Slug.self, forKey: .area),
            limit: try container.decodeIfPresent(Money.self, forKey: .limit),
            number: try container.decodeIfPresent(Int.self, forKey: .number))
    }
}
