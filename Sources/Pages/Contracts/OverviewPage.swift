public import Markup
public import Tabular

/// The first page: where the money stands, who will miss, and what that frees.
public struct OverviewPage: Page {
    /// Nil while the year cannot be forecast (before June, or under rules of its own).
    public var headline: YearEndHeadline?
    /// Said in place of the headline, in one or two sentences.
    public var withoutHeadline: String
    /// The whole programme's money; nil while no data are held.
    public var money: MoneyBar?
    public var map: MoneyMap?
    public var strip: YearEndStrip?
    /// Contracts that will miss by most money, a dozen at most.
    public var missing: Table?
    /// What a reader must know before using the figures, one sentence each: flagged rows held out, gross only.
    public var cautions: [String]

    public init(
        headline: YearEndHeadline? = nil, withoutHeadline: String = "", money: MoneyBar? = nil, map: MoneyMap? = nil,
        strip: YearEndStrip? = nil, missing: Table? = nil, cautions: [String] = []
    ) {
        self.headline = headline
        self.withoutHeadline = withoutHeadline
        self.money = money
        self.map = map
        self.strip = strip
        self.missing = missing
        self.cautions = cautions
    }

    public var heading: String { "Where the dental money stands" }
    public var route: Route? { .overview }

    public func content(in shell: Shell) -> [Html] {
        guard let money else { return [NothingHeld.html(in: shell)] }
        return [
            headline?.html(in: shell) ?? .paragraph(.sentence(withoutHeadline), class: "headline-second"),
            .cautions(cautions),
            .section(
                heading: 2, "What can be moved, and what cannot", id: "money",
                [
                    money.figure(in: shell),
                    .paragraph(.link("Every item that can be moved, with its rule", to: shell.destination(.movable))),
                ]),
            .section(heading: 2, "Who will miss", id: "who", who(in: shell)),
            map.map {
                Html.section(heading: 2, "Commissioner by commissioner", id: "where", [$0.figure(in: shell)])
            }.orNone,
            .section(heading: 2, "How far to trust it", id: "trust", [trust(in: shell)]),
        ]
    }

    private func who(in shell: Shell) -> [Html] {
        let list = missing.map { TableView($0, empty: "No contract is expected to miss.").html(in: shell) }
        let query = ListQuery(band: ExpectedBand.below.rawValue)
        return [
            strip?.figure(in: shell) ?? .paragraph(.sentence(withoutHeadline)), list.orNone,
            .paragraph(.link("All contracts, with filters", to: shell.destination(.contracts))),
            .paragraph(
                .link("Only the contracts expected to miss", to: shell.destination(.contracts, listing: query))),
        ]
    }

    private func trust(in shell: Shell) -> Html {
        let links: [(Route, String, String)] = [
            (.backtest, "How good the forecast was", "every past year, forecast without knowing it"),
            (.unitCheck, "Whether the bands add up to the UDAs", "courses of treatment against units published"),
            (.inertia, "How much of today is only last year", "rank correlation and unchanged contracts"),
            (.concentration, "Who provides", "concentration of providers by commissioner"),
            (.imports, "What was imported", "files, digests, rows kept and refused"),
            (.rules, "Which rules were used", "with those not yet verified"),
        ]
        return .list(
            links.map { [.link(.text($0.1), to: shell.destination($0.0)), .text(": \($0.2).")] }, class: "ways")
    }
}
