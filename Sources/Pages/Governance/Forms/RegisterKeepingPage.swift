public import Governance
public import Markup
import Tabular
public import Vocabulary

/// The register as its keeper sees it: what waits for a ruling, who is to confirm, and everybody on it.
public struct RegisterKeepingPage: Page {
    public var book: GovernanceBook
    public var day: Day
    /// Those of whom the reader keeps the register.
    public var people: [PersonFile]
    public var tables: RegisterTables
    public var text: @Sendable (Personal) -> String?

    public init(
        _ book: GovernanceBook, on day: Day, people: [PersonFile], tables: RegisterTables,
        text: @escaping @Sendable (Personal) -> String?
    ) {
        self.book = book
        self.day = day
        self.people = people
        self.tables = tables
        self.text = text
    }

    public var heading: String { "Keep the register" }
    public var route: Route? { .register(.keeping) }
    public var trail: [(name: String, route: Route)] { [("Interests", .interests)] }
    public var isOfAPosition: Bool { false }
    public var origin: String { "for those who keep it" }

    private func name(_ person: PersonFile) -> String { text(person.name) ?? "name removed" }

    public func content(in shell: Shell) -> [Html] {
        [
            .section(heading: 2, "Waiting for a ruling", id: "waiting", [waiting]),
            .section(heading: 2, "Who is to confirm their entries", id: "reminders", [reminders(in: shell)]),
            .section(
                heading: 2, "Everybody on it", id: "people",
                [
                    .list(
                        [
                            .link("Enter somebody", to: RegisterDeed.enter.destination),
                            .link("Take in a register from a spreadsheet", to: RegisterDeed.upload.destination),
                            .link("Texts whose time is over", to: RegisterDeed.retention.destination),
                        ], class: "ways"),
                    people.isEmpty
                        ? .paragraph("Nobody of whom you keep the register.", class: "empty")
                        : .summaryList(
                            people.map { person in
                                .init(
                                    name(person), .name(person.position(on: day)),
                                    links: [("Entries", RegisterDeed.person(person.id).destination)])
                            }),
                ]),
        ]
    }

    private var waiting: Html {
        var ways: [Html] = []
        func way(_ words: String, _ person: PersonFile, _ what: String, _ deed: RegisterDeed) {
            ways.append(.link(.name("\(words): \(name(person)), \(what)"), to: deed.destination))
        }
        for person in people {
            for declaration in person.interests(on: day) {
                let title = "\(EntryWords.title(of: declaration)) (\(declaration.id))"
                if let wish = declaration.redaction, wish.isGranted == nil {
                    way("Withhold or publish", person, title, .decideWithholding(person.id, declaration.id))
                }
                if declaration.approval == nil {
                    way("Agree how it is handled", person, title, .approve(person.id, declaration.id))
                }
            }
            for gift in person.gifts {
                if let wish = gift.redaction, wish.isGranted == nil {
                    way("Withhold or publish", person, gift.id.description, .decideWithholdingGift(person.id, gift.id))
                }
            }
            for breach in person.breaches where breach.settledOn == nil {
                way("Settle the breach", person, breach.id.description, .settle(person.id, breach.id))
            }
        }
        return ways.isEmpty
            ? .paragraph("Nothing waits.", class: "empty") : .list(ways, class: "ways")
    }

    private func reminders(in shell: Shell) -> Html {
        let shown = Set(people.map(\.id.description))
        do {
            var table = try tables.reminders(on: day)
            table.rows = table.rows.filter { row in
                shown.contains(row[0].shown) && row[5].shown != ReviewReminder.State.reviewed.rawValue
            }
            return TableView(table, empty: "Everybody has confirmed in time.").html(in: shell)
        } catch {
            return .paragraph(.text(error.told), class: "empty")
        }
    }
}
