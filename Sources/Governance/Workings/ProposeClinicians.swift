public import Rulebook
public import Vocabulary

/// Clinicians in the register who could be asked where exclusions leave an item without a clinical voice.
///
/// Those without a known interest in what the item touches are proposed: members of the committee who are not there,
/// then clinicians of other areas; the others are listed with the reason. Nobody is asked by this: whom the chair asks
/// is an act (`AskClinician`), and so is whoever joins (`CoOptMember`).
public enum ProposeClinicians {
    /// A clinician of the register, and whether to ask them.
    public struct Candidate: Hashable, Sendable, Codable {
        public var person: Slug
        /// The clinical posts of the day.
        public var posts: [String]
        public var clinicians: [Slug]
        public var areas: [Slug]
        public var isProposed: Bool
        /// Why, in a sentence's part: `of another area, no interest known`.
        public var why: String
    }

    /// Everybody who holds a clinical post on the day of the meeting and does not take part in the item already.
    ///
    /// The item's own areas are those of the clinicians who are left out of it, and of posts at what it touches.
    ///
    /// - Parameter kinds: the clinicians sought, such as `dentist`; any where it is empty.
    /// - Returns: the proposed (members who are not there, those of other areas, of no known area, of the item's own),
    ///   then the others; by short name within each.
    /// - Throws: `no-such-item`, and what `ProposeHandling` refuses.
    public static func propose(
        for item: Slug, in meeting: Meeting, book: GovernanceBook, rulebook: Rulebook, kinds: [Slug] = []
    ) throws(Refusal) -> [Candidate] {
        let agendaItem = try meeting.requireItem(item)
        let day = meeting.day
        let excluded = meeting.leftOut(of: item)
        let seated = Set(meeting.committees.flatMap { book.committees[$0]?.members(on: day).map(\.person) ?? [] })
        let here = meeting.state == .open ? Set(meeting.present) : seated
        let touched = Set(agendaItem.touches.map(\.organisation))
        let own = Set(
            book.people.values.flatMap { person in
                person.clinicalPosts(on: day).filter { post in
                    excluded.contains(person.id) || post.organisation.map(touched.contains) ?? false
                }
            }.compactMap(\.area))
        var ranked: [(rank: Int, candidate: Candidate)] = []
        for person in book.people.values.sorted(by: { $0.id < $1.id }) {
            let posts = person.clinicalPosts(on: day).filter { post in
                kinds.isEmpty || post.clinician.map(kinds.contains) ?? false
            }
            guard person.isKnown(on: day), !posts.isEmpty else { continue }
            let bar = try bar(to: person, item: item, in: meeting, book: book, rulebook: rulebook)
            if bar == nil, seated.contains(person.id), here.contains(person.id) { continue }
            let areas = Set(posts.compactMap(\.area)).sorted()
            let (rank, why) =
                if let bar {
                    (4, bar)
                } else if seated.contains(person.id) {
                    (0, "has a seat and is not there, no interest known")
                } else if let area = areas.first(where: own.contains) {
                    (3, "of the item’s own area “\(area)”, no interest known")
                } else if areas.isEmpty {
                    (2, "of no known area, no interest known")
                } else {
                    (1, own.isEmpty ? "no interest known" : "of another area, no interest known")
                }
            let candidate = Candidate(
                person: person.id, posts: posts.map(\.title), clinicians: Set(posts.compactMap(\.clinician)).sorted(),
                areas: areas, isProposed: bar == nil, why: why)
            ranked.append((rank, candidate))
        }
        return ranked.sorted { ($0.rank, $0.candidate.person) < ($1.rank, $1.candidate.person) }.map(\.candidate)
    }

    /// Why somebody is not to be asked; nil where nothing is known. An interest that is only noted is no bar.
    static func bar(
        to person: PersonFile, item: Slug, in meeting: Meeting, book: GovernanceBook, rulebook: Rulebook
    ) throws(Refusal) -> String? {
        let excluded = meeting.leftOut(of: item)
        if excluded.contains(person.id) { return "is left out of the item" }
        let proposals = try ProposeHandling.proposals(
            for: meeting, item: item, people: [person.id], book: book, rulebook: rulebook)
        if let conflict = proposals.first(where: { $0.option != .noted }) { return conflict.why }
        let shared = FindSharedTies.find(among: [person.id] + excluded.sorted(), on: meeting.day, in: book)
            .first { $0.people.contains(person.id) }
        if let shared, let other = shared.people.first(where: { $0 != person.id }) {
            return "shares “\(shared.tie)” with “\(other)”, who is left out of the item"
        }
        return nil
    }
}

extension Meeting {
    /// Those who are left out of deciding an item, or some of it.
    func leftOut(of item: Slug) -> Set<Slug> {
        Set(standingHandlings(item).filter { !$0.option.votes }.map(\.member))
    }
}
