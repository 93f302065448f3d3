public import Vocabulary

/// Somebody on the panel; known in the record by short name and role.
public struct Member: Hashable, Sendable, Codable {
    public var id: Slug
    /// `dental practice manager`, `lay member`, `consultant in dental public health`.
    public var role: String
    public var kind: Kind
    /// The name, kept apart.
    public var person: Personal?
    /// The class whose common interest the member shares, such as `dentists`.
    public var sharedClass: Slug?
    public var isChair: Bool

    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        case commissioner, clinical, lay, provider, publicHealth, finance
    }

    public init(
        id: Slug, role: String, kind: Kind, person: Personal? = nil, sharedClass: Slug? = nil, isChair: Bool = false
    ) {
        self.id = id
        self.role = role
        self.kind = kind
        self.person = person
        self.sharedClass = sharedClass
        self.isChair = isChair
    }

    enum CodingKeys: String, CodingKey { case id, role, kind, person, sharedClass, isChair }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            id: try container.decode(Slug.self, forKey: .id),
            role: try container.decode(String.self, forKey: .role),
            kind: try container.decode(Kind.self, forKey: .kind),
            person: try container.decodeIfPresent(Personal.self, forKey: .person),
            sharedClass: try container.decodeIfPresent(Slug.self, forKey: .sharedClass),
            isChair: try container.decodeIfPresent(Bool.self, forKey: .isChair) ?? false)
    }
}

/// An interest of a member in options of the round.
public struct Interest: Hashable, Sendable, Codable {
    public var id: Slug
    public var member: Slug
    public var kind: Kind
    /// The options that it touches; empty where a whole class shares it.
    public var options: [Slug]
    /// The class that shares it, such as `dentists`: noted, and the chair decides.
    public var sharedClass: Slug?
    /// What it is, in words that may be published, without a name.
    public var nature: String
    /// The declaration itself, kept apart.
    public var declaration: Personal?

    public typealias Kind = InterestKind

    public init(
        id: Slug, member: Slug, kind: Kind, options: [Slug] = [], sharedClass: Slug? = nil, nature: String,
        declaration: Personal? = nil
    ) {
        self.id = id
        self.member = member
        self.kind = kind
        self.options = options
        self.sharedClass = sharedClass
        self.nature = nature
        self.declaration = declaration
    }

    enum CodingKeys: String, CodingKey { case id, member, kind, options, sharedClass, nature, declaration }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            id: try container.decode(Slug.self, forKey: .id),
            member: try container.decode(Slug.self, forKey: .member),
            kind: try container.decode(Kind.self, forKey: .kind),
            options: try container.decodeIfPresent([Slug].self, forKey: .options) ?? [],
            sharedClass: try container.decodeIfPresent(Slug.self, forKey: .sharedClass),
            nature: try container.decode(String.self, forKey: .nature),
            declaration: try container.decodeIfPresent(Personal.self, forKey: .declaration))
    }
}

/// What the chair decided about an interest.
public struct InterestRuling: Hashable, Sendable, Codable {
    public var interest: Slug
    /// False: the member scores and votes on the options all the same, and the record says so.
    public var isExcluded: Bool
    /// The options that it speaks of, where it does not speak of all that the interest touches; for a class's interest
    /// that names none they are named here.
    public var options: [Slug]
    public var reason: String

    public init(interest: Slug, isExcluded: Bool, options: [Slug] = [], reason: String) {
        self.interest = interest
        self.isExcluded = isExcluded
        self.options = options
        self.reason = reason
    }
}
