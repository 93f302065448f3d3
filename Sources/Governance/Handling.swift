public import Vocabulary

/// How the chair decided to handle a member's interest in an item, beside what was proposed.
///
/// A later one of the same member, item and parts takes its place; one for the whole item takes the place of all
/// before it. Nothing is overwritten.
public struct Handling: Hashable, Sendable, Codable {
    public var member: Slug
    public var item: Slug
    /// The options that it speaks of; empty for the whole item.
    public var parts: [Slug]
    /// The declarations, on the register or made at the meeting, on which it rests.
    public var interests: [Slug]
    public var option: HandlingOption
    /// Papers may be withheld besides; `doesNotAttend` and `noPapers` withhold them anyway.
    public var withholdsPapers: Bool
    /// Who took the chair for the item.
    public var decidedBy: Slug
    public var reason: String?
    /// What was proposed, and by which rule; nil where nothing was.
    public var proposed: HandlingOption?
    public var rule: String?
    public var decidedAt: Moment

    /// True where the member gets no papers on it.
    public var keepsPapersBack: Bool { withholdsPapers || !option.getsPapers }
}

/// What a member with an interest does, from the strongest to the weakest.
///
/// Source: the options of NHS England's guidance of 2016 and 2017 on managing conflicts of interest. Which of them may
/// be chosen on a day is a rule of the Rulebook.
public enum HandlingOption: String, Hashable, Sendable, Codable, CaseIterable, Comparable {
    case doesNotAttend
    /// Gets no papers or minutes of the item. The text leaves open whether such a member takes part; here: no.
    case noPapers
    /// Leaves for discussion and decision; in public the member may sit in the gallery.
    case leaves
    case discussesThenLeaves
    /// Stays, may be asked for facts, does not vote.
    case staysNoVote
    /// Takes full part.
    case noted

    public var getsPapers: Bool { self != .doesNotAttend && self != .noPapers }
    public var mayDiscuss: Bool { self >= .discussesThenLeaves }
    public var mayStayForDecision: Bool { self >= .staysNoVote }
    /// Only who may vote counts towards the quorum of the item.
    public var votes: Bool { self == .noted }

    /// For reading: `leaves for the item`.
    public var inWords: String {
        switch self {
        case .doesNotAttend: "does not attend"
        case .noPapers: "gets no papers and takes no part"
        case .leaves: "leaves for discussion and decision"
        case .discussesThenLeaves: "takes part in the discussion and leaves for the decision"
        case .staysNoVote: "stays and does not vote"
        case .noted: "interest noted; takes full part"
        }
    }

    private var place: Int { HandlingOption.allCases.firstIndex(of: self) ?? 0 }
    /// The stronger stands before the weaker.
    public static func < (left: HandlingOption, right: HandlingOption) -> Bool { left.place < right.place }
}

/// An interest that a member told the meeting; it belongs on the register too.
public struct MeetingInterest: Hashable, Sendable, Codable {
    public var id: Slug
    public var member: Slug
    public var item: Slug
    public var parts: [Slug]
    public var kind: InterestKind
    public var underlying: InterestKind?
    public var relationship: String?
    public var sharedClass: Slug?
    /// What it is, in words that the minutes may say.
    public var nature: String

    public init(
        id: Slug, member: Slug, item: Slug, parts: [Slug] = [], kind: InterestKind, underlying: InterestKind? = nil,
        relationship: String? = nil, sharedClass: Slug? = nil, nature: String
    ) {
        self.id = id
        self.member = member
        self.item = item
        self.parts = parts
        self.kind = kind
        self.underlying = underlying
        self.relationship = relationship
        self.sharedClass = sharedClass
        self.nature = nature
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            id: try container.decode(Slug.self, forKey: .id),
            member: try container.decode(Slug.self, forKey: .member),
            item: try container.decode(Slug.self, forKey: .item),
            parts: try container.decodeIfPresent([Slug].self, forKey: .parts) ?? [],
            kind: try container.decode(InterestKind.self, forKey: .kind),
            underlying: try container.decodeIfPresent(InterestKind.self, forKey: .underlying),
            relationship: try container.decodeIfPresent(String.self, forKey: .relationship),
            sharedClass: try container.decodeIfPresent(Slug.self, forKey: .sharedClass),
            nature: try container.decode(String.self, forKey: .nature))
    }
}
