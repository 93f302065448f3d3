public import Vocabulary

/// Names what is missing, broken or too much in who answers to whom on a day.
///
/// Bovens' four elements make a relation accountability (European Law Journal 13 (2007) 447); what is looked for besides
/// follows Moran and others' study of partnerships without forums (Social Science & Medicine, 2021).
public enum FindAccountabilityGaps {
    /// What is known on the day, in plain values: the question of `remit calc`.
    public struct Question: Hashable, Sendable, Codable {
        public var day: Day
        public var edges: [AccountabilityEdge]
        public var rights: [DecisionRight]
        /// Who sits on which committee on the day.
        public var sittings: [Sitting]
        public var committees: [Body]
        /// Posts held on the day outside the body itself.
        public var posts: [Post]
        public var successions: [Handover]
        /// Rights that are not settled, with a question that has no answer yet.
        public var asked: [Slug]
        /// More forums than this for one matter, or by one standard, are too many; nil: nobody is overloaded.
        public var forumsMost: Int?
        /// The instruments that are known, with the days on which they are in force.
        public var instruments: [Instrument]

        public init(
            day: Day, edges: [AccountabilityEdge] = [], rights: [DecisionRight] = [], sittings: [Sitting] = [],
            committees: [Body] = [], posts: [Post] = [], successions: [Handover] = [], asked: [Slug] = [],
            forumsMost: Int? = nil, instruments: [Instrument] = []
        ) {
            self.day = day
            self.edges = edges
            self.rights = rights
            self.sittings = sittings
            self.committees = committees
            self.posts = posts
            self.successions = successions
            self.asked = asked
            self.forumsMost = forumsMost
            self.instruments = instruments
        }
    }

    /// A seat on a committee.
    public struct Sitting: Hashable, Sendable, Codable {
        public var committee: Slug
        public var person: Slug
        public var isChair: Bool

        public init(committee: Slug, person: Slug, isChair: Bool = false) {
            self.committee = committee
            self.person = person
            self.isChair = isChair
        }
    }

    /// A committee and the body whose it is.
    public struct Body: Hashable, Sendable, Codable {
        public var committee: Slug
        public var body: OrganisationCode

        public init(committee: Slug, body: OrganisationCode) {
            self.committee = committee
            self.body = body
        }
    }

    /// A person's post at an organisation.
    public struct Post: Hashable, Sendable, Codable {
        public var person: Slug
        public var organisation: OrganisationCode

        public init(person: Slug, organisation: OrganisationCode) {
            self.person = person
            self.organisation = organisation
        }
    }

    /// A body that has handed over to another.
    public struct Handover: Hashable, Sendable, Codable {
        public var predecessor: OrganisationCode
        public var successor: OrganisationCode

        public init(predecessor: OrganisationCode, successor: OrganisationCode) {
            self.predecessor = predecessor
            self.successor = successor
        }
    }

    /// An instrument by which rights are held or passed on, as the Rulebook has it.
    public struct Instrument: Hashable, Sendable, Codable {
        public var name: String
        public var from: Day
        /// The first day on which it no longer holds.
        public var until: Day?

        public init(name: String, from: Day, until: Day? = nil) {
            self.name = name
            self.from = from
            self.until = until
        }
    }

    /// - Parameter names: what bodies and committees are called in the sentences.
    /// - Returns: by kind, then by the edges, rights and parties that they are about.
    public static func findings(
        _ question: Question, names: PartyNames = PartyNames()
    ) -> [AccountabilityFinding] {
        let ground = AccountabilityGround(question, names: names)
        let all =
            ground.jointMatters() + ground.forums() + ground.elements() + ground.toPublic() + ground.functions()
            + ground.overloads() + ground.samePersons() + ground.delegations() + ground.instruments()
            + ground.unsettled()
        let order = Dictionary(
            uniqueKeysWithValues: AccountabilityFinding.Kind.allCases.enumerated().map { ($1, $0) })
        return all.sorted { left, right in
            (order[left.kind] ?? 0, key(left)) < (order[right.kind] ?? 0, key(right))
        }
    }

    private static func key(_ finding: AccountabilityFinding) -> String {
        "\(finding.parties) \(finding.edges) \(finding.rights) \(finding.sentence)"
    }
}
