public import Vocabulary

/// Who answers to whom as nodes and links, for a picture: in one order whatever the order in which edges were drawn.
public struct AccountabilityChart: Hashable, Sendable, Codable {
    public var day: Day
    /// By row, then by text.
    public var nodes: [Node]
    /// By short name.
    public var links: [Link]

    /// A party, and how far up it stands.
    public struct Node: Hashable, Sendable, Codable {
        public var party: AccountabilityEdge.Party
        public var title: String
        /// 0 is at the top: who answers to nobody by a vertical edge; the public is in a row of its own, the last.
        public var row: Int
        /// What was found of it.
        public var findings: [AccountabilityFinding.Kind]
    }

    /// An edge from its actor to its forum.
    public struct Link: Hashable, Sendable, Codable {
        public var edge: Slug
        public var actor: AccountabilityEdge.Party
        public var forum: AccountabilityEdge.Party
        public var about: String
        public var direction: AccountabilityEdge.Direction
        public var missing: [AccountabilityEdge.Element]

        /// True where an element is missing.
        public var isBroken: Bool { !missing.isEmpty }
    }

    /// - Parameter findings: those of the day, to be shown at what they are about.
    public init(
        _ book: GovernanceBook, on day: Day, names: PartyNames, findings: [AccountabilityFinding] = []
    ) {
        self.day = day
        let edges = book.edges.keys.sorted().compactMap { book.edges[$0]?.asOf(day) }
        links = edges.map { edge in
            Link(
                edge: edge.id, actor: edge.actor, forum: edge.forum, about: edge.about, direction: edge.direction,
                missing: edge.missing)
        }
        let parties = Set(edges.flatMap { [$0.actor, $0.forum] })
        let rows = Self.rows(of: parties, edges)
        let single = findings.filter { $0.parties.count == 1 }
        nodes = parties.map { party in
            Node(
                party: party, title: names.name(party), row: rows[party] ?? 0,
                findings: single.filter { $0.parties == [party] }.map(\.kind))
        }.sorted { ($0.row, $0.party.description) < ($1.row, $1.party.description) }
    }

    /// One row below the lowest forum that a party answers to by a vertical edge; circles are cut where they close.
    private static func rows(
        of parties: Set<AccountabilityEdge.Party>, _ edges: [AccountabilityEdge]
    ) -> [AccountabilityEdge.Party: Int] {
        let up = Dictionary(
            grouping: edges.filter { $0.direction == .vertical && $0.forum != .thePublic }, by: \.actor
        ).mapValues { $0.map(\.forum) }
        var rows: [AccountabilityEdge.Party: Int] = [:]
        var entered: Set<AccountabilityEdge.Party> = []
        func place(_ party: AccountabilityEdge.Party) {
            guard entered.insert(party).inserted else { return }
            let forums = Set(up[party] ?? []).sorted { $0.description < $1.description }
            for forum in forums { place(forum) }
            // A forum that has no row yet closes a circle.
            rows[party] = (forums.compactMap { rows[$0] }.max() ?? -1) + 1
        }
        for party in parties.sorted(by: { $0.description < $1.description }) where party != .thePublic {
            place(party)
        }
        if parties.contains(.thePublic) { rows[.thePublic] = (rows.values.max() ?? -1) + 1 }
        return rows
    }
}
