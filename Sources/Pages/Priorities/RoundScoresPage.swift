public import Markup
import Priorities
import Tabular

/// What every option is worth on every criterion, and how far members agree.
public struct RoundScoresPage: Page {
    public var reading: RoundReading

    public init(_ reading: RoundReading) {
        self.reading = reading
    }

    public var heading: String { "Scores" }
    public var route: Route? { .roundScores(reading.round.id) }
    public var trail: [(name: String, route: Route)] {
        [("Rounds", .rounds), (reading.round.title, .round(reading.round.id))]
    }
    public var isOfAPosition: Bool { false }
    public var origin: String { "a priority round’s scores" }
    public var subtitle: Html { .paragraph(.name(reading.round.title), class: "subtitle") }

    public func content(in shell: Shell) -> [Html] {
        let menu = RoundMenu(reading.round.id).html(here: route, in: shell)
        guard let heat = RoundScoresHeat(reading) else {
            return [
                menu,
                .paragraph(
                    """
                    Scores are shown once all are closed and the answer is worked out, so that nobody scores after \
                    another.
                    """,
                    class: "empty"),
            ]
        }
        return [
            menu,
            .paragraph(
                .text(
                    """
                    Each number is the mean of the members who may score that option, brought to a scale from 0, the \
                    worst that was thought of, to 100, the best.\(ofLosses)
                    """), class: "lede"),
            heat.html(in: shell),
            reading.result.map { result in
                Listing(.roundScores(reading.round.id)).downloads(of: reading.tables.scores(result), in: shell)
            }.orNone,
            .section(heading: 2, "How far members agree", id: "agreement", agreement(in: shell)),
            .section(heading: 2, "Score by score", id: "by-option", byOption(in: shell)),
        ]
    }

    private var ofLosses: String {
        reading.round.options.contains(where: \.kind.isDisinvestment)
            ? " For a service to stop or change it is what would be lost." : ""
    }

    private func agreement(in shell: Shell) -> [Html] {
        var sentences = reading.explanation?.panel ?? []
        if sentences.isEmpty, let concordance = reading.result?.agreement.concordance {
            sentences = [
                """
                On a scale from 0, no agreement at all, to 1, the same order from everybody, the members’ own orders \
                of the options agree at \(concordance.twoPlaces).
                """
            ]
        }
        guard let result = reading.result else { return [] }
        var table = Table(
            key: "spread", caption: "Where members differ most",
            columns: [.init("option", "Option"), .init("value", "Value"), .init("spread", "Spread among members")],
            notes: ["Spread: the standard deviation of the members’ own values, on the scale from 0 to 100."])
        let spread = zip(result.options, result.agreement.spread).sorted { $0.1 > $1.1 }
        for (standing, spread) in spread.prefix(5) {
            table.append([
                reading.cell(for: standing.option), .number(standing.value, places: 1), .number(spread, places: 1),
            ])
        }
        return sentences.map { .paragraph(.sentence($0)) } + [TableView(table).html(in: shell)]
    }

    private func byOption(in shell: Shell) -> [Html] {
        reading.ranked.map { option in
            .details(
                summary: .name(option.title),
                [
                    TableView(
                        reading.scoresTable(of: option), id: ElementID("scores-of-\(option.id)")
                    ).html(in: shell)
                ])
        }
    }
}
