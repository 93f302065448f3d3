import Governance
public import Markup
public import Tabular
import Vocabulary

/// The register of decisions: of meetings in public, by urgent action and by officers, with a search.
public struct DecisionsPage: Page {
    public var reading: GovernanceReading
    public var query: ListQuery
    private let found: [Resolution]
    private static let onOnePage = 20

    public init(_ reading: GovernanceReading, query: ListQuery = .all) {
        self.reading = reading
        self.query = query
        let register = DecisionRegister(reading.book)
        found = query.search.map { register.matching($0) } ?? register.decisions
    }

    public var heading: String { "Register of decisions" }
    public var route: Route? { .decisions }
    public var isOfAPosition: Bool { false }
    public var origin: String { "the decisions of its committees" }

    /// Those found, as they are taken away.
    public var table: Table {
        var table = DecisionRegister(reading.book).table(found)
        if let note = inPrivate { table.notes.append(note) }
        return table
    }

    private var inPrivate: String? {
        reading.decisionsInPrivate == 0
            ? nil
            : "\(counted(reading.decisionsInPrivate, "decision")) of meetings held in private "
                + "\(reading.decisionsInPrivate == 1 ? "is" : "are") not shown."
    }

    public func content(in shell: Shell) -> [Html] {
        let paging = Paging(page: query.page, size: DecisionsPage.onOnePage, total: found.count)
        let listing = Listing(.decisions, query: query, paging: paging)
        let form = Html.asking(
            for: Route.decisions.destination(), id: "find", label: "Search the decisions",
            fields: [
                Field(
                    "q", label: "Words", hint: "All of them must stand in the decision, its reasons or its committee",
                    kind: .text(value: query.search ?? ""))
            ], kept: shell.keptDay, button: "Search the decisions")
        var parts: [Html] = [GovernanceMenu.html(here: route, in: shell), form]
        if query.search != nil {
            parts.append(
                .paragraph(
                    [
                        .text("\(counted(found.count, "decision")) found. "),
                        .link("Show all decisions", to: shell.destination(.decisions)),
                    ], class: "found"))
        }
        parts += [inPrivate.map { .paragraph(.sentence($0), class: "notes") }.orNone]
        guard !found.isEmpty else {
            return parts + [
                .paragraph(
                    query.search == nil ? "Nothing has been decided yet." : "No decision has all of these words.",
                    class: "empty")
            ]
        }
        let decisions = found[paging.slice].map { DecisionPart($0, reading).html(level: 2, in: shell) }
        return parts + [listing.counted()] + decisions
            + [listing.pages(in: shell), listing.downloads(of: table, in: shell)]
    }
}
