public import Markup
public import Tabular
public import Vocabulary

/// One commissioner: its headline, its money, its contracts' year-ends and the contracts themselves.
public struct CommissionerPage: Page {
    public var code: OrganisationCode
    /// On the day of the position.
    public var name: String
    public var headline: YearEndHeadline?
    /// Said in place of the headline.
    public var withoutHeadline: String
    public var facts: [Fact]
    public var money: MoneyBar?
    public var strip: YearEndStrip?
    /// Its contracts, or the first of them; one row leads to one contract.
    public var contracts: Table
    /// What else there is to know: successions, flagged rows, inertia.
    public var cautions: [String]

    public init(
        code: OrganisationCode, name: String, headline: YearEndHeadline? = nil, withoutHeadline: String = "",
        facts: [Fact] = [], money: MoneyBar? = nil, strip: YearEndStrip? = nil, contracts: Table,
        cautions: [String] = []
    ) {
        self.code = code
        self.name = name
        self.headline = headline
        self.withoutHeadline = withoutHeadline
        self.facts = facts
        self.money = money
        self.strip = strip
        self.contracts = contracts
        self.cautions = cautions
    }

    public var heading: String { name }
    public var route: Route? { .commissioner(code) }
    public var trail: [(name: String, route: Route)] { [("Commissioners", .commissioners)] }

    public func content(in shell: Shell) -> [Html] {
        let all = ListQuery(commissioner: code.description)
        return [
            headline?.html(in: shell)
                ?? (withoutHeadline.isEmpty ? .none : .paragraph(.sentence(withoutHeadline), class: "headline-second")),
            .cautions(cautions),
            Fact.list(facts, in: shell),
            money.map {
                Html.section(heading: 2, "What can be moved, and what cannot", id: "money", [$0.figure(in: shell)])
            }.orNone,
            strip.map { Html.section(heading: 2, "Who will miss", id: "who", [$0.figure(in: shell)]) }.orNone,
            .section(
                heading: 2, "Contracts", id: "its-contracts",
                [
                    TableView(contracts, listing: Listing(.commissioner(code)), empty: "No contract is held here.")
                        .html(in: shell),
                    .paragraph(
                        .link(
                            ["Find and sort the contracts of ", .name(name)],
                            to: shell.destination(.contracts, listing: all))),
                ]),
        ]
    }
}
