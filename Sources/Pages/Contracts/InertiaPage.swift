public import Markup
public import Tabular

/// How much of this year's distribution is only last year's.
public struct InertiaPage: Page {
    public var line: InertiaLine?
    /// By commissioner and year.
    public var table: Table

    public init(line: InertiaLine?, table: Table) {
        self.line = line
        self.table = table
    }

    public var heading: String { "Inertia" }
    public var route: Route? { .inertia }

    public func content(in shell: Shell) -> [Html] {
        guard !shell.held.isEmpty else { return [NothingHeld.html(in: shell)] }
        return [
            .paragraph(
                """
                If money followed need, the order of contracts by value would change as need changes. Where the rank \
                correlation with the year before is near 1, this year’s pattern is last year’s pattern.
                """, class: "lede"),
            line.map { Html.section(heading: 2, "Over the years", id: "years-part", [$0.figure(in: shell)]) }
                ?? .paragraph("Two years are needed to compare; only one is held.", class: "empty"),
            .section(
                heading: 2, "By commissioner", id: "by-commissioner",
                [
                    TableView(
                        table, listing: Listing(.inertia), empty: "Two years are needed to compare."
                    ).html(in: shell)
                ]),
        ]
    }
}
