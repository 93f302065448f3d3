public import Vocabulary

/// Puts somebody in the register, so that interests, posts and memberships can be theirs.
///
/// The short name is neutral and stands for good (`p014`); the name itself is a personal text. Refused: a
/// short name that is taken (`person-exists`), a first day to come (`day-in-future`), and what `EnterPost`,
/// `EnterDecisionMaking` and `EnterTie` refuse.
public struct EnterPerson: GovernanceAct {
    public static let name = "enterPerson"

    public var person: Slug
    /// The person's name, kept apart.
    public var name: Personal
    /// The first day on which the person was of the body, or known to it.
    public var knownFrom: Day
    public var posts: [PersonFile.Post]
    public var decisionMaking: [PersonFile.DecisionMaking]
    public var ties: [PersonFile.Tie]

    public init(
        person: Slug, name: Personal, knownFrom: Day, posts: [PersonFile.Post] = [],
        decisionMaking: [PersonFile.DecisionMaking] = [], ties: [PersonFile.Tie] = []
    ) {
        self.person = person
        self.name = name
        self.knownFrom = knownFrom
        self.posts = posts
        self.decisionMaking = decisionMaking
        self.ties = ties
    }

    enum CodingKeys: String, CodingKey { case person, name, knownFrom, posts, decisionMaking, ties }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            person: try container.decode(Slug.self, forKey: .person),
            name: try container.decode(Personal.self, forKey: .name),
            knownFrom: try container.decode(Day.self, forKey: .knownFrom),
            posts: try container.decodeIfPresent([PersonFile.Post].self, forKey: .posts) ?? [],
            decisionMaking: try container.decodeIfPresent([PersonFile.DecisionMaking].self, forKey: .decisionMaking)
                ?? [],
            ties: try container.decodeIfPresent([PersonFile.Tie].self, forKey: .ties) ?? [])
    }

    public var record: RecordName { RecordName(.person, person) }

    public func decide(
        _ before: GovernanceBefore, by author: Author, at moment: Moment
    ) throws(Refusal) -> GovernanceBook {
        guard before.book.people[person] == nil else {
            throw Refusal(
                .rule, code: "person-exists", "Somebody stands in the register as “\(person)” already.",
                remedy: "Choose another short name; two people never share one.")
        }
        try refuseFuture(knownFrom, "The first day of “\(person)”", at: moment)
        try PersonFile.refuseLongAgo(knownFrom, "The first day of “\(person)”")
        var file = PersonFile(id: person, name: name, knownFrom: knownFrom)
        for post in posts { try file.enter(post) }
        for span in decisionMaking { try file.enter(span) }
        for tie in ties { try file.enter(tie) }
        var book = before.book
        book.people[person] = file
        return book
    }
}
