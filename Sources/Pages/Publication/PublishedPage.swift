public import Markup
public import Tabular
public import Vocabulary

/// Every record of a decision that was published, the latest first.
public struct PublishedPage: Page {
    public var records: [PublishedListed]
    /// Records that are not as they were published any more, and are not shown.
    public var changed: [Slug]
    /// False where the server has no place for records.
    public var hasPlace: Bool

    public init(records: [PublishedListed], changed: [Slug], hasPlace: Bool) {
        self.records = records
        self.changed = changed
        self.hasPlace = hasPlace
    }

    public var heading: String { "Published records" }
    public var route: Route? { .published }
    public var isOfAPosition: Bool { false }
    public var origin: String { "its published records of decisions" }

    public var table: Table {
        var table = Table(
            key: "published", caption: "Records of decisions, the latest first",
            columns: [
                .init("record", "Decision"), .init("published", "Published"), .init("standing", "How it stands"),
                .init("name", "Short name"), .init("manifest", "SHA-256 of its manifest"),
            ])
        for record in records {
            table.append([
                .link(record.title(among: records), path: Route.publishedRecord(record.name).path),
                .day(record.publishedAt.inLondon.day), .text(record.standing.words),
                .text(record.name.description), .text(record.manifest.description),
            ])
        }
        return table
    }

    public func content(in shell: Shell) -> [Html] {
        let lede = Html.paragraph(
            """
            Each record says what was decided about shared money, on which options, by whose criteria, and why. \
            Anybody can read it, take it away and work it out again.
            """, class: "lede")
        let altered = changed.map { name in
            Html.notification(
                .important, title: "Not shown",
                [.paragraph(.text("The record “\(name)” is not as it was published any more, so it is not shown."))])
        }
        let shown = table.showing(["record", "published", "standing"])
        return [lede] + altered + [
            TableView(shown, listing: Listing(.published), empty: nothing).html(in: shell),
            .paragraph([
                .link("Follow what is published (Atom)", to: shell.destination(.feed(.published)))
            ]),
        ]
    }

    private var nothing: String {
        hasPlace ? "No record has been published here yet." : "This server publishes no records."
    }
}
