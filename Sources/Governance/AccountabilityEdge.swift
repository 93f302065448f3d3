public import Vocabulary

/// That an actor answers to a forum for something: Bovens' relation, with each of its elements said or missing.
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
    public var until: Day?
    public var citation: String

    /// Who answers, or to whom: a body, a committee, a person's post, or the public.
    public enum Party: Hashable, Sendable, Codable {
        case organisation(OrganisationCode)
        case committee(Slug)
        case person(Slug)
        /// A joint matter, system or partnership that is no body in law, by a short name: `wexbourne-stp`.
        case partnership(Slug)
        case thePublic
    }

    public enum Direction: String, Hashable, Sendable, Codable, CaseIterable {
        case vertical, diagonal, horizontal
    }

    public enum Nature: String, Hashable, Sendable, Codable, CaseIterable {
        case political, legal, administrative, professional, social
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
}
