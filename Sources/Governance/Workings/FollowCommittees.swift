public import Vocabulary

/// Which committees have taken the place of others: structures change, and what was decided is still found.
public enum FollowCommittees {
    /// The committees under which a committee's matters are found on a day: itself while it exists, then those that
    /// took its place, and so on; none where it ended without a successor.
    public static func successors(of committee: Slug, on day: Day, in book: GovernanceBook) -> [Slug] {
        func isOver(_ id: Slug) -> Bool { book.committees[id]?.dissolvedOn.map { day > $0 } ?? false }
        let line = reached(from: committee) { isOver($0) ? book.committees[$0]?.successors ?? [] : [] }
        return line.filter { book.committees[$0] != nil && !isOver($0) }
    }

    /// Every committee that a committee has followed, nearest first: their decisions are found under it.
    public static func predecessors(of committee: Slug, in book: GovernanceBook) -> [Slug] {
        let line = reached(from: committee) { id in
            book.committees.values.filter { $0.successors.contains(id) }.map(\.id).sorted()
        }
        return Array(line.dropFirst())
    }

    /// The committees of a body on a day, by short name: its own, and those of bodies that it has followed.
    ///
    /// - Parameter predecessors: every code that the body has followed, also at several removes.
    public static func committees(
        of body: OrganisationCode, on day: Day, in book: GovernanceBook,
        predecessors: (OrganisationCode) -> [OrganisationCode] = { _ in [] }
    ) -> [Committee] {
        let bodies = Set([body] + predecessors(body))
        return book.committees.values.filter { bodies.contains($0.body) && $0.exists(on: day) }
            .sorted { $0.id < $1.id }
    }
}
