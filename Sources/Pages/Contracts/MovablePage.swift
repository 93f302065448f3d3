public import Markup
public import Tabular
import Vocabulary

/// The money that can be moved: by state, and every item with its amount, its days and its rule.
public struct MovablePage: Page {
    public var money: MoneyBar?
    /// One row for each item: contract, source of flexibility, recurrent or not, amount, first and last day, rule.
    public var items: Table
    public var query: ListQuery
    public var paging: Paging?
    public var sortable: Set<String>
    /// What was left out and why; gross or net of patient charges.
    public var cautions: [String]

    public init(
        money: MoneyBar?, items: Table, query: ListQuery = .all, paging: Paging? = nil, sortable: Set<String> = [],
        cautions: [String] = []
    ) {
        self.money = money
        self.items = items
        self.query = query
        self.paging = paging
        self.sortable = sortable
        self.cautions = cautions
    }

    public var heading: String { "Movable money" }
    public var route: Route? { .movable }

    public func content(in shell: Shell) -> [Html] {
        guard let money else { return [NothingHeld.html(in: shell)] }
        let movable = money.shares.recurrent + money.shares.nonRecurrent
        let sentence = """
            Of \(money.shares.total.short), \(movable.short) can be moved: \(money.shares.nonRecurrent.short) in this \
            year only and \(money.shares.recurrent.short) for good, from a day.
            """
        return [
            .block([.paragraph(.sentence(sentence), class: "headline")], class: "headlines"),
            .cautions(cautions),
            .section(heading: 2, "By state", id: "states", [money.figure(in: shell)]),
            .section(
                heading: 2, "Every item, with its rule", id: "items",
                [
                    TableView(
                        items, listing: Listing(.movable, query: query, paging: paging, sortable: sortable),
                        empty: "Nothing can be moved at this position."
                    ).html(in: shell)
                ]),
            .paragraph(
                .link("When this year’s money lapses, by commissioner", to: shell.destination(.spendBy))),
        ]
    }
}
