public import Vocabulary

/// That an actor answers to a forum for something: Bovens' relation, with each of its elements said or missing.
///
/// An edge that is amended keeps its short name: what it was before stands in `earlier`, in order.
///
/// Source: Bovens, European Law Journal 13 (2007) 447, p. 450.
public struct AccountabilityEdge: Hashable, Sendable, Codable {
    public var id: Slug
    public var actor: Party
    public var forum: Party
    /// About what: `use of the delegated dental budget`.
    public var about: String
    /// The matter, as decision rights name it; nil for conduct at large.
    public var matter: Slug?
    /// By what the conduct is judged: `delegation agreement, schedule 3`.
    public var standard: String?
    /// Each element in words, nil where there is none.
    public var explains: String?
    public var questions: String?
    public var judges: String?
    public var consequences: String?
    public var direction: Direction
    public var nature: Nature
    public var legalBasis: String?
    public var from: Day
    /// The last day; nil while it stands.
    public var until: Day?
    public var citation: String
    /// What it was before it was amended, oldest first; acts make it, and it stands in no document.
    public internal(set) var earlier: [AccountabilityEdge] = []

    /// Who answers, or to whom: a body, a committee, a person's post, or the public.
    ///
    /// In JSON `{"organisation": "Q99"}`, `{"committee": "pccc"}`, `{"person": "p014"}`,
    /// `{"partnership": "wexbourne-stp"}`, or the text `public`.
    public enum Party: Hashable, Sendable {
        case organisation(OrganisationCode)
        case committee(Slug)
        case person(Slug)
        /// A joint matter, system or partnership that is no body in law, by a short name: `wexbourne-stp`.
        case partnership(Slug)
        case thePublic
    }

    /// What makes a relation accountability: the actor explains; the forum questions, judges, and there are
    /// consequences.
    public enum Element: String, Hashable, Sendable, Codable, CaseIterable {
        case explain, question, judge, consequence
    }

    /// Up to a superior, across to a body that is neither above nor a peer, or among peers.
    public enum Direction: String, Hashable, Sendable, Codable, CaseIterable {
        case vertical, diagonal, horizontal
    }

    public enum Nature: String, Hashable, Sendable, Codable, CaseIterable {
        case political, legal, administrative, professional, social
    }

    enum CodingKeys: String, CodingKey {
        case id, actor, forum, about, matter, standard, explains, questions, judges, consequences, direction, nature
        case legalBasis, from, until, citation
    }

    public init(
        id: Slug, actor: Party, forum: Party, about: String, matter: Slug? = nil, standard: String? = nil,
        explains: String? = nil, questions: String? = nil, judges: String? = nil, consequences: String? = nil,
        direction: Direction, nature: Nature, legalBasis: String? = nil, from: Day, until: Day? = nil,
        citation: String
    ) {
        self.id = id
        self.actor = actor
        self.forum = forum
        self.about = about
        self.matter = matter
        self.standard = standard
        self.explains = explains
        self.questions = questions
        self.judges = judges
        self.consequences = consequences
        self.direction = direction
        self.nature = nature
        self.legalBasis = legalBasis
        self.from = from
        self.until = until
        self.citation = citation
    }

    /// The elements that nobody has said anything of, in Bovens' order; empty where it is accountability.
    public var missing: [Element] {
        zip(Element.allCases, [explains, questions, judges, consequences]).filter { _, words in
            !(words ?? "").contains { !$0.isWhitespace }
        }.map(\.0)
    }

    /// The edge as it stood on a day; nil where it did not.
    public func asOf(_ day: Day) -> AccountabilityEdge? { form(on: day) }
}
