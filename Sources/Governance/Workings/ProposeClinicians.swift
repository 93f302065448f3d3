public import Vocabulary

/// Clinicians in the register who could be asked where exclusions leave an item without a clinical voice.
///
/// Those without a known interest in what the item touches are proposed, of other areas first; the others are listed
/// with the reason. Nobody is asked by this: whom the chair asks is recorded at the meeting.
public enum ProposeClinicians {
    /// A clinician of the register, and whether to ask them.
    public struct Candidate: Hashable, Sendable, Codable {
        public var person: Slug
        /// The clinical posts of the day.
        public var posts: [String]
        public var clinicians: [Slug]
        public var areas: [Slug]
        public var isProposed: Bool
        /// Why, in a sentence's part: `of another area, no interest known`, `holds a post at Y02494`.
        public var why: String
    }

    /// - Parameters:
    ///   - touching: the organisations that the item concerns.
    ///   - excluded: those who are out already; whoever shares a tie with one of them is not proposed.
    ///   - ownArea: the area that the item concerns; nil where it concerns none more than another.
    ///   - kinds: the clinicians sought, such as `dentist`; any where it is empty.
    /// - Returns: the proposed of other areas, those of no known area, those of the own area, then the others; by
    ///   short name within each.
    public static func propose(
        in book: GovernanceBook, on day: Day, touching: [OrganisationCode], excluding excluded: [Slug] = [],
        ownArea: Slug? = nil, kinds: [Slug] = []
    ) -> [Candidate] {
        var ranked: [(rank: Int, candidate: Candidate)] = []
        for person in book.people.values.sorted(by: { $0.id < $1.id }) {
            let posts = person.posts(on: day).filter { post in
                post.clinician.map { kinds.isEmpty || kinds.contains($0) } ?? false
            }
            guard person.isKnown(on: day), !posts.isEmpty else { continue }
            let areas = Set(posts.compactMap(\.area)).sorted()
            let bar = bar(to: person, on: day, touching: touching, excluded: excluded, in: book)
            let (rank, why) =
                if let bar {
                    (3, bar)
                } else if let ownArea, areas.contains(ownArea) {
                    (2, "of the item’s own area “\(ownArea)”, no interest known")
                } else if areas.isEmpty {
                    (1, "of no known area, no interest known")
                } else {
                    (0, ownArea == nil ? "no interest known" : "of another area, no interest known")
                }
            ranked.append(
                (
                    rank,
                    Candidate(
                        person: person.id, posts: posts.map(\.title),
                        clinicians: Set(posts.compactMap(\.clinician)).sorted(),
                        areas: areas, isProposed: bar == nil, why: why)
                ))
        }
        return ranked.sorted { ($0.rank, $0.candidate.person) < ($1.rank, $1.candidate.person) }.map(\.candidate)
    }

    /// Why somebody is not to be asked; nil where nothing is known.
    private static func bar(
        to person: PersonFile, on day: Day, touching: [OrganisationCode], excluded: [Slug], in book: GovernanceBook
    ) -> String? {
        if excluded.contains(person.id) { return "is excluded from the item" }
        if let post = person.posts(on: day).first(where: { post in
            post.organisation.map { touching.contains($0) } ?? false
        }), let organisation = post.organisation {
            return "holds a post at \(organisation), which the item touches"
        }
        let interest = person.interests(on: day).first { declared in
            declared.counterparty.map { touching.contains($0) } ?? false
        }
        if let interest, let organisation = interest.counterparty {
            return "has declared an interest (“\(interest.id)”) in \(organisation), which the item touches"
        }
        let shared = FindSharedTies.find(among: [person.id] + excluded, on: day, in: book)
            .first { $0.people.contains(person.id) }
        if let shared, let other = shared.people.first(where: { $0 != person.id }) {
            return "shares “\(shared.tie)” with “\(other)”, who is excluded from the item"
        }
        return nil
    }
}
