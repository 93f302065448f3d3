public import Challenges
public import Markup
public import Tabular
import Vocabulary

/// What finding and following challenges cost, against what they brought in.
public struct CostsPage: Page {
    public var table: Table
    public var query: ListQuery
    public var paging: Paging
    public var sortable: Set<String>
    public var worth: ContractingWorth
    public var isKeeper: Bool
    /// Numbers of entries that the reader may withdraw.
    public var withdrawable: Set<Int> = []
    /// Of the rules, by name.
    public var titles: [String: String] = [:]

    public init(
        table: Table, query: ListQuery, paging: Paging, sortable: Set<String>, worth: ContractingWorth, isKeeper: Bool
    ) {
        (self.table, self.query, self.paging, self.sortable) = (table, query, paging, sortable)
        (self.worth, self.isKeeper) = (worth, isKeeper)
    }

    public var heading: String { "What challenges cost" }
    public var route: Route? { .challenges(.costs) }
    public var trail: [(name: String, route: Route)] {
        [("Activity", .activity), ("Bundles of challenges", .challenges(.bundles))]
    }
    public var isOfAPosition: Bool { false }
    public var origin: String { "hours and fees as they were recorded" }

    /// `CC07 Spells that overlap`.
    private func titled(_ rules: Table) -> Table {
        var table = rules
        for place in table.rows.indices {
            guard case .text(let rule) = table.rows[place][0], let title = titles[rule] else { continue }
            table.rows[place][0] = .text("\(rule) \(title)")
        }
        return table
    }

    /// With a way to withdraw what stands, for who may.
    private var entries: Table {
        var table = table
        guard let number = table.columns.firstIndex(where: { $0.key == "number" }),
            let place = table.columns.firstIndex(where: { $0.key == "withdrawnOn" })
        else { return table }
        for row in table.rows.indices {
            guard case .count(let entry) = table.rows[row][number], withdrawable.contains(entry) else { continue }
            table.rows[row][place] = .link(
                "Withdraw entry \(entry)", path: ChallengeDeed.withdrawCost(entry).path)
        }
        return table
    }

    public func content(in shell: Shell) -> [Html] {
        let total = worth.total
        let ways: [(words: String, route: Route)] = [
            ("Record hours or a fee", .challenges(.newCost)), ("Take a list in", .challenges(.costsFile)),
        ]
        return [
            .paragraph(
                .text(
                    "\(total.agreed) agreed, \(worth.credited) of it credited, for \(total.cost) of work and fees: "
                        + "\(total.net) net."), class: "lede"),
            .ways(isKeeper ? ways : [], label: "What can be done", in: shell),
            .section(
                heading: 2, "Is it worth the work?", id: "worth",
                [worth.byProvider, titled(worth.byRule)].map { TableView($0).toThePenny().html(in: shell) }),
            .section(
                heading: 2, "Entry by entry", id: "entries",
                [
                    TableView(
                        entries,
                        listing: Listing(.challenges(.costs), query: query, paging: paging, sortable: sortable),
                        empty: "Nothing is recorded yet."
                    ).toThePenny().html(in: shell)
                ]),
        ]
    }
}
