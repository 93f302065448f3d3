import Governance
public import Markup
public import Tabular
public import Vocabulary

/// What is published of one decision-maker: interests, gifts, seats, and where the person stood back.
public struct PersonInterestsPage: Page {
    public var reading: GovernanceReading
    public var person: Slug
    private let entries: Table

    /// - Returns: nil for somebody whose entries are not published on the day.
    public init?(_ reading: GovernanceReading, person: Slug) {
        guard reading.publishedNames[person] != nil || reading.isNamedInRegister(person),
            let found = try? reading.register.published(on: reading.day, matching: nil, person: person),
            !found.people.isEmpty
        else { return nil }
        self.reading = reading
        self.person = person
        entries = found.table
    }

    public var heading: String { reading.publishedNames[person] ?? "name removed" }
    public var route: Route? { .interestsOf(person) }
    public var trail: [(name: String, route: Route)] { [("Interests", .interests)] }
    public var isOfAPosition: Bool { false }
    public var origin: String { "the register of interests of decision-makers" }
    public var subtitle: Html { .paragraph(.name(entries.rows.first?[1].shown ?? ""), class: "subtitle") }

    public var table: Table? { entries }

    public func content(in shell: Shell) -> [Html] {
        let interests = entries.showing(["interest", "type", "directness", "from", "to", "action"])
        return [
            GovernanceMenu.html(here: route, in: shell),
            TableView(interests, listing: Listing(.interestsOf(person))).html(in: shell),
            .section(
                heading: 2, "Seats on committees", id: "seats",
                [TableView(seats, empty: "No seat is held on this day.").html(in: shell)]),
            .section(
                heading: 2, "How the interests were handled", id: "handled",
                [TableView(handled, empty: "No interest was handled at a meeting in public.").html(in: shell)]),
        ]
    }

    private var seats: Table {
        var table = Table(
            key: "seats", caption: "Seats on \(reading.day.inWords)",
            columns: [
                .init("committee", "Committee"), .init("roles", "Sits as"), .init("office", "Office"),
                .init("isVoting", "Votes"), .init("from", "From"),
            ])
        for committee in reading.book.committees.values.sorted(by: { $0.id < $1.id }) {
            guard let seat = committee.member(person, on: reading.day) else { continue }
            table.append([
                .link(committee.title, path: Route.committee(committee.id).path),
                .text(seat.roles.map { $0.roleInWords() }.joined(separator: ", ")),
                .optional(seat.office?.inWords, else: "none"), .flag(seat.isVoting), .day(seat.from),
            ])
        }
        return table
    }

    private var handled: Table {
        var table = Table(
            key: "handled", caption: "Items in which an interest was handled, the latest first",
            columns: [
                .init("day", "Day"), .init("item", "Item"), .init("option", "What was decided"),
                .init("reason", "Reason"),
            ])
        for meeting in (reading.coming + reading.past).sorted(by: { $0.startsAt > $1.startsAt }) {
            for handling in meeting.handlings where handling.member == person {
                let title = meeting.item(handling.item)?.title ?? handling.item.description
                table.append([
                    .day(meeting.day), .link(title, path: Route.meeting(meeting.id).path),
                    .text(handling.option.inWords), .optional(handling.reason, else: "as the rule has it"),
                ])
            }
        }
        return table
    }
}

extension GovernanceReading {
    /// True where the published register has the person, also without a name.
    func isNamedInRegister(_ person: Slug) -> Bool {
        (try? register.publishedPeople(on: day))?.contains { $0.id == person } ?? false
    }
}
