public import Markup
public import Tabular

/// The list of contracts: found, filtered, sorted and paged by links and one form.
public struct ContractsPage: Page {
    /// The rows of this page only.
    public var table: Table
    public var query: ListQuery
    public var paging: Paging
    /// Keys of columns that the list can be sorted by.
    public var sortable: Set<String>
    /// Codes and names.
    public var commissioners: [Choice]
    /// Values and words of the bands of the year's rules.
    public var bands: [Choice]
    /// Contracts held in all, whatever was asked for.
    public var held: Int

    public init(
        table: Table, query: ListQuery, paging: Paging, sortable: Set<String>, commissioners: [Choice],
        bands: [Choice], held: Int
    ) {
        self.table = table
        self.query = query
        self.paging = paging
        self.sortable = sortable
        self.commissioners = commissioners
        self.bands = bands
        self.held = held
    }

    public var heading: String { "Contracts" }
    public var route: Route? { .contracts }

    public func content(in shell: Shell) -> [Html] {
        guard held > 0 else { return [NothingHeld.html(in: shell)] }
        let every = Choice("", "All")
        let kept = query.sort.map { [(name: "sort", value: $0)] } ?? []
        let form = Html.asking(
            for: Route.contracts.destination(), id: "find", label: "Find contracts",
            fields: [
                Field(
                    "q", label: "Provider or contract number", hint: "Part of a name or number will do",
                    kind: .text(value: query.search ?? "")),
                Field(
                    "commissioner", label: "Commissioner",
                    kind: .choice([ChoiceGroup(nil, [every] + commissioners)], selected: query.commissioner ?? "")),
                Field(
                    "band", label: "Expected year-end",
                    kind: .choice([ChoiceGroup(nil, [every] + bands)], selected: query.band ?? "")),
            ], kept: kept + shell.asked.pairs, button: "Find contracts")
        return [
            form, found(in: shell),
            TableView(
                table, listing: Listing(.contracts, query: query, paging: paging, sortable: sortable),
                empty: "No contract fits what was asked for."
            ).html(in: shell),
        ]
    }

    private func found(in shell: Shell) -> Html {
        let words = Html.written { [paging, held] writer in
            writer.grouped(paging.total)
            writer.text(paging.total == 1 ? " contract" : " contracts")
            guard paging.total != held else { return }
            writer.text(" of ")
            writer.grouped(held)
        }
        guard query.isFiltered else { return .paragraph(words, class: "found") }
        return .paragraph(
            [words, ". ", .link("Show all contracts", to: shell.destination(.contracts))], class: "found")
    }
}
