public import Governance
public import Rulebook
import Tabular
public import Vocabulary

/// The governance book as anybody may read it on a day: what every page of it is made from.
///
/// Nothing that is not published gets past it. Of a meeting in private it holds when it is and why it is private; of the
/// declarations none that is withheld; names of those only whom the published register names, and of everybody else
/// what they sit as.
public struct GovernanceReading: Sendable {
    /// Without what is not published.
    public let book: GovernanceBook
    public let rulebook: Rulebook
    public let day: Day
    /// What bodies and committees are called; people by their posts.
    public let names: PartyNames
    /// Reads the whole book; only its published tables are asked for.
    let register: RegisterTables
    let successor: @Sendable (OrganisationCode) -> [OrganisationCode]
    /// By short name.
    let publishedNames: [Slug: String]
    /// Decisions of meetings in private, which are not shown.
    let decisionsInPrivate: Int
    /// True where interests, gifts and breaches were ruled to be published by the day.
    let isRuled: Bool

    /// - Parameters:
    ///   - whole: the book with all that is in it.
    ///   - texts: the personal texts that are still held.
    ///   - organisation: a body's name; nil where there is none, and then `organisation QWX` stands.
    ///   - successor: bodies that handed over by the day.
    public init(
        _ whole: GovernanceBook, rulebook: Rulebook, on day: Day, texts: [Personal: String],
        organisation: (OrganisationCode) -> String?,
        successor: @escaping @Sendable (OrganisationCode) -> [OrganisationCode]
    ) {
        self.rulebook = rulebook
        self.day = day
        self.successor = successor
        let register = RegisterTables(whole, rulebook: rulebook) { texts[$0] }
        self.register = register
        let published = try? register.publishedPeople(on: day)
        isRuled = published != nil
        publishedNames = Dictionary(
            uniqueKeysWithValues: (published ?? []).compactMap { person in texts[person.name].map { (person.id, $0) } })
        decisionsInPrivate = whole.meetings.values.filter { !$0.isPublic }.map(\.resolutions.count).reduce(0, +)
        book = GovernanceReading.published(whole)
        var names = PartyNames(
            of: whole, on: day, organisation: { organisation($0) ?? "organisation \($0)" }, text: { _ in nil })
        for person in whole.people.values {
            let post = person.position(on: day)
            names.people[person.id] = publishedNames[person.id] ?? (post.isEmpty ? "a person (\(person.id))" : post)
        }
        self.names = names
    }

    private static func published(_ whole: GovernanceBook) -> GovernanceBook {
        var book = whole
        for id in whole.people.keys {
            book.people[id]?.declarations.removeAll { $0.isWithheld || $0.disposedOn != nil }
            book.people[id]?.gifts = []
            book.people[id]?.breaches = []
        }
        for (id, meeting) in whole.meetings where !meeting.isPublic {
            var bare = Meeting(
                id: id, committees: meeting.committees, startsAt: meeting.startsAt, place: "", isPublic: false)
            bare.reasonForPrivate = meeting.reasonForPrivate
            bare.state = meeting.state
            book.meetings[id] = bare
        }
        return book
    }

    // MARK: - People

    /// By published name, else as what the person sits on the committees, else by post; with the short name.
    func called(_ person: Slug, in committees: [Slug], on day: Day) -> String {
        if let name = publishedNames[person] { return name }
        let roles = committees.lazy.compactMap { book.committees[$0]?.member(person, on: day)?.roles }.first
        let words = roles.map { $0.map { $0.roleInWords() }.joined(separator: ", ") }
        let post = book.people[person]?.position(on: day)
        let told = words ?? post.flatMap { $0.isEmpty ? nil : $0 }
        return told.map { "\($0) (\(person))" } ?? person.description
    }

    func called(_ person: Slug, in meeting: Meeting) -> String {
        called(person, in: meeting.committees, on: meeting.day)
    }

    /// What somebody is called at a meeting by whoever only looks on: by published name, else as what they sit.
    public func publicName(of person: Slug, in meeting: Meeting) -> String { called(person, in: meeting) }

    /// What stands for a name: published, or the role.
    func text(in committees: [Slug], on day: Day) -> @Sendable (Personal) -> String? {
        let all = book.people.values.map { ($0.name, called($0.id, in: committees, on: day)) }
        let shown = Dictionary(all, uniquingKeysWith: { first, _ in first })
        return { shown[$0] }
    }

    func tables(_ meeting: Meeting) -> MeetingTables {
        MeetingTables(meeting, in: book, text: text(in: meeting.committees, on: meeting.day))
    }

    func tables(_ committee: Committee) -> CommitteeTables {
        CommitteeTables(committee, in: book, on: day, text: text(in: [committee.id], on: day))
    }

    // MARK: - Meetings

    /// Of a page about a meeting: committees may meet twice on a day, and two on the same.
    func tabTitle(_ heading: String, of meeting: Meeting) -> String {
        "\(heading), \(meeting.startsAt.inLondon.clock) – \(title(of: meeting.committees))"
    }

    func title(of committees: [Slug]) -> String {
        committees.map { book.committees[$0]?.title ?? $0.description }.joined(separator: " and ")
    }

    /// Planned on the day or later, or not yet over; the soonest first.
    public var coming: [Meeting] {
        meetings.filter { $0.state != .closed && $0.state != .cancelled && ($0.state == .open || $0.day >= day) }
    }

    /// The latest first: closed, cancelled, and those whose day went by without their being opened.
    var past: [Meeting] {
        let ahead = Set(coming.map(\.id))
        return meetings.filter { !ahead.contains($0.id) }.reversed()
    }

    private var meetings: [Meeting] {
        book.meetings.values.sorted { ($0.startsAt, $0.id) < ($1.startsAt, $1.id) }
    }
}
