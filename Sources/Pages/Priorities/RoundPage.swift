public import Markup
import Priorities
import Tabular
import Vocabulary

/// A round at a glance: what is recommended, how sure that is, and what the rules cost.
public struct RoundPage: Page {
    public var reading: RoundReading
    /// Where the reader has work in the round, with the words that lead there.
    public var work: [(words: String, part: RoundWork)]

    public init(_ reading: RoundReading, work: [(words: String, part: RoundWork)] = []) {
        self.reading = reading
        self.work = work
    }

    public var heading: String { reading.round.title }
    public var route: Route? { .round(reading.round.id) }
    public var trail: [(name: String, route: Route)] { [("Rounds", .rounds)] }
    public var isOfAPosition: Bool { false }
    public var origin: String { "a priority round" }

    public var subtitle: Html {
        .paragraph(.text("\(reading.round.programme.title) · \(RoundProgress(reading.round).words)"), class: "subtitle")
    }

    public func content(in shell: Shell) -> [Html] {
        [
            ways(in: shell), RoundHeadline(reading).html(), RoundMenu(reading.round.id).html(here: route, in: shell),
            RoundCostValue(reading).map { picture in
                Html.section(heading: 2, "Cost and benefit", id: "cost-benefit", [picture.figure(in: shell)])
            }.orNone,
            .section(heading: 2, "Every option", id: "every-option", [options(in: shell)]),
            sureness(in: shell), beneficiaries(in: shell), money(in: shell), rules(in: shell),
        ]
    }

    private func ways(in shell: Shell) -> Html {
        guard !work.isEmpty else { return .none }
        let links = work.map { way in
            Html.link(.text(way.words), to: shell.destination(.roundWork(reading.round.id, way.part)))
        }
        return .navigation(label: "Your work in this round", class: "ways", [.list(links)])
    }

    private func options(in shell: Shell) -> Html {
        TableView(
            reading.optionsTable(), listing: reading.explanation == nil ? nil : Listing(.round(reading.round.id)),
            empty: "No option has been put forward yet."
        ).html(in: shell)
    }

    private func sureness(in shell: Shell) -> Html {
        guard let core = RoundSureness(reading) else { return .none }
        let meanings = Stance.ofTrials.map { stance -> (term: Html, description: Html) in
            (.text(stance.name), .text(stance.meaning))
        }
        return .section(
            heading: 2, "Safe or fragile", id: "safe-or-fragile",
            [
                reading.limits == nil ? .none : .descriptions(meanings, class: "meanings"), core.figure(in: shell),
                .paragraph(
                    .link(
                        "How the answer would change with other weights",
                        to: shell.destination(.roundRobustness(reading.round.id)))),
            ])
    }

    private func beneficiaries(in shell: Shell) -> Html {
        guard let table = reading.beneficiariesTable() else { return .none }
        return .section(heading: 2, "Who benefits", id: "who-benefits", [TableView(table).html(in: shell)])
    }

    private func money(in shell: Shell) -> Html {
        let pictures = [RoundYears(reading)?.figure(in: shell), RoundFrontier(reading)?.figure(in: shell)]
        let sources = reading.sourcesTable()
        let isOpen = reading.result == nil
        let table =
            sources.rows.isEmpty
            ? Html.none
            : .details(summary: "Where the money comes from", isOpen: isOpen, [TableView(sources).html(in: shell)])
        let parts =
            pictures.map(\.orNone) + (reading.explanation?.list ?? []).map { .paragraph(.sentence($0)) } + [table]
        let empty = reading.result == nil && sources.rows.isEmpty
        return empty ? .none : .section(heading: 2, "The money", id: "the-money", parts)
    }

    private func rules(in shell: Shell) -> Html {
        let prices = reading.result.flatMap { $0.prices.isEmpty ? nil : reading.tables.prices($0) }
            .map { Html.details(summary: "The figures of these sentences", [TableView($0).html(in: shell)]) }
        let rules = reading.rulesTable()
        let swaps = RoundSwaps(reading)?.figure(in: shell)
        guard prices != nil || !rules.rows.isEmpty || swaps != nil else { return .none }
        let sentences = reading.priceSentences()
        return .section(
            heading: 2, "What the rules cost", id: "rules-cost",
            [
                sentences.isEmpty ? .none : .list(sentences.map { .sentence($0) }), prices.orNone,
                rules.rows.isEmpty
                    ? .none
                    : .details(
                        summary: "The rules as they stand", isOpen: reading.result == nil,
                        [TableView(rules).html(in: shell)]),
                swaps.orNone,
            ])
    }
}

/// The pages of one round, as links to stand under its heading.
struct RoundMenu {
    var round: Slug

    init(_ round: Slug) {
        self.round = round
    }

    func html(here: Route?, in shell: Shell) -> Html {
        let pages: [(Route, String)] = [
            (.round(round), "At a glance"), (.roundRobustness(round), "How sure it is"),
            (.roundScores(round), "Scores"), (.roundProcess(round), "How it was done"),
            (.roundDecision(round), "Decision"),
        ]
        return .navigation(
            label: "Pages of this round", class: "round-menu",
            [.list(pages.map { .link(.text($0.1), to: shell.destination($0.0), isHere: $0.0 == here) })])
    }
}
