public import Vocabulary

/// What bodies, committees and persons are called on a page: names where they are given, codes and short names where not.
public struct PartyNames: Hashable, Sendable {
    public var organisations: [OrganisationCode: String]
    public var committees: [Slug: String]
    public var people: [Slug: String]

    public init(
        organisations: [OrganisationCode: String] = [:], committees: [Slug: String] = [:],
        people: [Slug: String] = [:]
    ) {
        self.organisations = organisations
        self.committees = committees
        self.people = people
    }

    /// The names of all that rights, questions and edges of the book speak of, on a day.
    ///
    /// - Parameters:
    ///   - organisation: a body's name; nil where there is none, and then the code stands.
    ///   - text: a personal text; nil where it is removed, and then the person's posts stand.
    public init(
        of book: GovernanceBook, on day: Day, organisation: (OrganisationCode) -> String?,
        text: (Personal) -> String?
    ) {
        self.init(committees: book.committees.mapValues(\.title))
        var codes = book.committees.values.map(\.body)
        for right in book.rights.values { codes += right.holders + (right.statutoryHolder.map { [$0] } ?? []) }
        for party in book.edges.values.flatMap({ [$0.actor, $0.forum] }) {
            if case .organisation(let code) = party { codes.append(code) }
        }
        for code in Set(codes) { organisations[code] = organisation(code) }
        for person in book.people.values {
            let post = person.posts(on: day).first?.title
            people[person.id] =
                switch (text(person.name), post) {
                case (let name?, let post?): "\(name), \(post)"
                case (let name?, nil): name
                case (nil, let post?): post
                case (nil, nil): "name removed (\(person.id))"
                }
        }
    }

    public func name(_ code: OrganisationCode) -> String { organisations[code] ?? code.description }
    public func name(committee: Slug) -> String { committees[committee] ?? committee.description }
    public func name(person: Slug) -> String { people[person] ?? person.description }

    public func name(_ party: AccountabilityEdge.Party) -> String {
        switch party {
        case .organisation(let code): name(code)
        case .committee(let id): name(committee: id)
        case .person(let id): name(person: id)
        case .partnership(let id): "the partnership \(id)"
        case .thePublic: "the public"
        }
    }

    /// `Wexbourne ICB, Harbour Council and Q99`.
    func names(_ codes: [OrganisationCode]) -> String { listed(codes.map { name($0) }) }
}
