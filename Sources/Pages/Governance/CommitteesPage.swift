public import Markup
public import Tabular
import Governance
import Vocabulary

/// Every committee, with its quorum and how many sit on it.
public struct CommitteesPage: Page {
    public var reading: GovernanceReading

    public init(_ reading: GovernanceReading) {
        self.reading = reading
    }

    public var heading: String { "Committees" }
    public var route: Route? { .committees }
    public var isOfAPosition: Bool { false }
    public var origin: String { "the committees and their terms of reference" }

    /// As it is taken away.
    public var table: Table { CommitteeTables.committees(in: reading.book, on: reading.day) }

    public func content(in shell: Shell) -> [Html] {
        let whole = table
        let ids = whole.rows.map { Slug($0[0].shown) }
        let shown = whole.changing("title") { place, cell in
            ids[place].map { .link(cell.shown, path: Route.committee($0).path) } ?? cell
        }.changing("body") { _, cell in
            OrganisationCode(cell.shown).map { .text(reading.names.name($0)) } ?? cell
        }.showing(["title", "body", "members", "quorum", "formedOn", "dissolvedOn", "foundUnder"])
        return [
            GovernanceMenu.html(here: route, in: shell),
            .paragraph(
                """
                A committee decides only what its terms of reference name, and only while its quorum is there. Whoever \
                stands back from an item because of an interest is not counted for it.
                """, class: "lede"),
            .way("Form a committee", to: .committeeWork(.form), in: shell),
            TableView(shown, listing: Listing(.committees), empty: "No committee has been formed.").html(in: shell),
        ]
    }
}
