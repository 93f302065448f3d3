public import Markup
public import Tabular

/// Every file that was imported: what it is, and how many of its rows were kept, refused and already held.
public struct ImportsPage: Page {
    /// File, digest (a link), publisher, rows read, kept, refused, already held, flagged, and what superseded it.
    public var table: Table
    /// Rows and money over all files, in sentences: read = kept + refused + already held.
    public var totals: [String]
    public var query: ListQuery
    public var paging: Paging?

    public init(table: Table, totals: [String] = [], query: ListQuery = .all, paging: Paging? = nil) {
        self.table = table
        self.totals = totals
        self.query = query
        self.paging = paging
    }

    public var heading: String { "Imports" }
    public var route: Route? { .imports }
    public var isOfAPosition: Bool { false }

    public func content(in shell: Shell) -> [Html] {
        let taking: Html =
            shell.visit.mayEnter(.takeFilesIn)
            ? .paragraph(.link("Take files in", to: Route.takeFilesIn.destination())) : .none
        guard !table.rows.isEmpty else { return [NothingHeld.html(in: shell), taking] }
        return [
            taking,
            .paragraph(
                """
                Files are kept by the digest of their bytes. A corrected re-publication supersedes an earlier file; \
                both stay here.
                """, class: "lede"),
            totals.isEmpty ? .none : .list(totals.map { .text($0) }),
            TableView(table, listing: Listing(.imports, query: query, paging: paging)).html(in: shell),
        ]
    }
}
