public import Markup
public import Tabular

/// Every commissioner with its position and its money.
public struct CommissionersPage: Page {
    public var table: Table
    /// The same by region; nil where no commissioner's region is known.
    public var regions: Table?
    public var map: MoneyMap?
    public var query: ListQuery
    public var paging: Paging?
    /// Keys of columns that the list can be sorted by.
    public var sortable: Set<String>

    public init(
        table: Table, regions: Table? = nil, map: MoneyMap? = nil, query: ListQuery = .all, paging: Paging? = nil,
        sortable: Set<String> = []
    ) {
        self.table = table
        self.regions = regions
        self.map = map
        self.query = query
        self.paging = paging
        self.sortable = sortable
    }

    public var heading: String { "Commissioners" }
    public var route: Route? { .commissioners }

    public func content(in shell: Shell) -> [Html] {
        guard !table.rows.isEmpty else { return [NothingHeld.html(in: shell)] }
        return [
            TableView(
                table, listing: Listing(.commissioners, query: query, paging: paging, sortable: sortable)
            ).html(in: shell),
            regions.map {
                Html.section(heading: 2, "By region", id: "regions", [TableView($0).html(in: shell)])
            }.orNone,
            map.map {
                Html.section(heading: 2, "What can be moved, and what cannot", id: "map", [$0.figure(in: shell)])
            }.orNone,
        ]
    }
}
