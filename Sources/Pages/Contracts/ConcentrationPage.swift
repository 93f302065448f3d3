public import Markup
public import Tabular

/// How concentrated provision is: by commissioner, the Herfindahl-Hirschman index and what it means.
public struct ConcentrationPage: Page {
    public var table: Table

    public init(table: Table) {
        self.table = table
    }

    public var heading: String { "Concentration of providers" }
    public var route: Route? { .concentration }

    public func content(in shell: Shell) -> [Html] {
        guard !table.rows.isEmpty else { return [NothingHeld.html(in: shell)] }
        return [
            .paragraph(
                """
                The index (HHI) is the sum of the squared shares of money: 10,000 where one provider has all. The \
                effective number is how many providers of equal size would give the same index; CR4 is the share of \
                the four largest.
                """, class: "lede"),
            TableView(table, listing: Listing(.concentration)).html(in: shell),
        ]
    }
}
