public import Vocabulary

/// Which committees have taken the place of others: structures change, and what was decided is still found.
public enum FollowCommittees {
    /// The committees under which a committee's matters are found on a day: itself while it exists, then those that
    /// took its place, and so on; none where it ended without a successor.
    public static func successors(of committee: Slug, on day: Day, in book: GovernanceBook) -> [Slug] {
        var found: [Slug] = []
        var seen: Set<Slug> = []
        var next = [committee]
        while let id = next.first {
            next.removeFirst()
            guard seen.insert(id).inserted, let committee = book.committees[id] else { continue }
            if let last = committee.dissolvedOn, day > last {
                next += committee.successors
            } else {
                found.append(id)
            }
        }
        return found
    }

    /// Every committee that a committee has followed, nearest first: their decisions are found under it.
    public static func predecessors(of committee: Slug, in book: GovernanceBook) -> [Slug] {
        var found: [Slug] = []
        var next = [committee]
        while let id = next.first {
            next.removeFirst()
            let before = book.committees.values.filter { $0.successors.contains(id) }.map(\.id).sorted()
            for earlier in before where earlier != committee && !found.contains(earlier) {
                found.append(earlier)
                next.append(earlier)
            }
        }
        return found
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
