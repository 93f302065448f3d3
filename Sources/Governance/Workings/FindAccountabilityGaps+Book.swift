public import Rulebook
public import Vocabulary

extension FindAccountabilityGaps.Question {
    /// What the book and the Rulebook hold on a day.
    ///
    /// - Parameter successor: bodies that handed over by the day.
    public init(
        of book: GovernanceBook, on day: Day, rulebook: Rulebook, successor: FollowSuccession.Successor
    ) {
        func stands(_ from: Day, _ until: Day?) -> Bool { from <= day && until.map { day <= $0 } ?? true }
        let committees = book.committees.values.sorted { $0.id < $1.id }
        self.init(
            day: day, edges: book.edges.keys.sorted().compactMap { book.edges[$0]?.asOf(day) },
            rights: book.rights.keys.sorted().compactMap { book.rights[$0]?.asOf(day) },
            sittings: committees.flatMap { committee in
                committee.memberships.filter { stands($0.from, $0.until) && $0.isVoting }.map {
                    .init(committee: committee.id, person: $0.person, isChair: $0.office == .chair)
                }
            },
            committees: committees.map { .init(committee: $0.id, body: $0.body) },
            posts: book.people.values.sorted { $0.id < $1.id }.flatMap { person in
                person.posts.filter { stands($0.from, $0.until) }.compactMap { post in
                    post.organisation.map { .init(person: person.id, organisation: $0) }
                }
            },
            asked: book.questions.values.filter { $0.isOpen(on: day) }.compactMap(\.right).sorted(),
            forumsMost: try? rulebook.count(GovernanceRuleID.forumsMost, on: day),
            instruments: rulebook.rules.filter { $0.id.hasPrefix(GovernanceRuleID.instrumentPrefix) }.map {
                .init(
                    name: String($0.id.dropFirst(GovernanceRuleID.instrumentPrefix.count)), from: $0.period.start,
                    until: $0.period.end)
            })
        var met: Set<OrganisationCode> = []
        var waiting =
            rights.flatMap { $0.holders + ($0.statutoryHolder.map { [$0] } ?? []) }
            + self.committees.map(\.body)
        for party in edges.flatMap({ [$0.actor, $0.forum] }) {
            if case .organisation(let code) = party { waiting.append(code) }
        }
        while let code = waiting.popLast() {
            guard met.insert(code).inserted else { continue }
            for next in successor(code) {
                successions.append(.init(predecessor: code, successor: next))
                waiting.append(next)
            }
        }
        successions.sort { ($0.predecessor, $0.successor) < ($1.predecessor, $1.successor) }
    }

    enum CodingKeys: String, CodingKey {
        case day, edges, rights, sittings, committees, posts, successions, asked, forumsMost, instruments
    }

    /// What is absent is an empty list.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        func list<Item: Decodable>(_ key: CodingKeys) throws -> [Item] {
            try container.decodeIfPresent([Item].self, forKey: key) ?? []
        }
        self.init(
            day: try container.decode(Day.self, forKey: .day), edges: try list(.edges), rights: try list(.rights),
            sittings: try list(.sittings), committees: try list(.committees), posts: try list(.posts),
            successions: try list(.successions), asked: try list(.asked),
            forumsMost: try container.decodeIfPresent(Int.self, forKey: .forumsMost),
            instruments: try list(.instruments))
    }
}
