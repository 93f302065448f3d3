public import Markup
public import Tabular
public import Vocabulary

/// Every commissioner with its position and its money.
public struct CommissionersPage: Page {
    public var table: Table
    /// The same by region; nil where no commissioner's region is known.
    public var regions: Table?
    /// The day on whose organisations the figures stand; nil for those of the files.
    public var day: Day?
    /// What is wrong with the day that was asked for, in one sentence.
    public var dayError: String?
    public var map: MoneyMap?
    public var query: ListQuery
    public var paging: Paging?
    /// Keys of columns that the list can be sorted by.
    public var sortable: Set<String>

    public init(
        table: Table, regions: Table? = nil, day: Day? = nil, dayError: String? = nil, map: MoneyMap? = nil,
        query: ListQuery = .all, paging: Paging? = nil,
        sortable: Set<String> = []
    ) {
        self.table = table
        self.regions = regions
        self.day = day
        self.dayError = dayError
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
            .asking(
                for: Route.commissioners.destination(), id: "on-day", label: "Organisations of a day",
                fields: [
                    Field(
                        "on", label: "On the organisations of", hint: "Empty for those of the files",
                        error: dayError, kind: .day(value: day?.description ?? query.on ?? ""))
                ], kept: shell.asked.pairs, button: "Show these organisations"),
            day.map {
                .paragraph(
                    .text(
                        "On the organisations of \($0.inWords): a contract stands where its own rows of that time put it; "
                            + "what cannot be placed keeps its own code."), class: "counted")
            }.orNone,
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
