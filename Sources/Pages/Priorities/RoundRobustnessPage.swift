public import Markup
import Priorities
import Tabular
import Vocabulary

/// How sure a round's answer is: the one page on which the field's terms stand, each explained.
public struct RoundRobustnessPage: Page {
    public var reading: RoundReading
    public var whatIf: WhatIf
    /// The order under the weights asked for; worked out here where the caller gives none.
    public var order: WhatIfOrder?

    public init(_ reading: RoundReading, whatIf: WhatIf = .none, order: WhatIfOrder? = nil) {
        self.reading = reading
        self.whatIf = whatIf
        let weights = whatIf.weights
        self.order =
            order
            ?? reading.result.flatMap { result in
                guard let weights, weights.count == result.weights.count else { return nil }
                return WhatIfOrder(result, in: reading.round, under: weights)
            }
    }

    public var heading: String { "How sure it is" }
    public var route: Route? { .roundRobustness(reading.round.id) }
    public var trail: [(name: String, route: Route)] {
        [("Rounds", .rounds), (reading.round.title, .round(reading.round.id))]
    }
    public var isOfAPosition: Bool { false }
    public var origin: String { "how sure the answer of a priority round is" }
    public var subtitle: Html { .paragraph(.name(reading.round.title), class: "subtitle") }

    public func content(in shell: Shell) -> [Html] {
        let menu = RoundMenu(reading.round.id).html(here: route, in: shell)
        guard let result = reading.result else {
            return [menu, .paragraph("There is no answer yet whose sureness could be judged.", class: "empty")]
        }
        let part = WhatIfPart(reading: reading, asked: whatIf, order: order)
        return [
            part.summary, menu,
            .paragraph(.sentence(RoundRobustnessPage.lede(result.settings)), class: "lede"),
            picture(
                "Which options the answer rests on", id: "core-part",
                """
                The core index of an option is the share of trials in which the best set, found with every rule, \
                takes it.
                """, RoundSureness(reading), in: shell),
            picture(
                "How weights matter", id: "weights-part", RoundRobustnessPage.stability, RoundWeights(reading),
                in: shell),
            part.html(in: shell), places(in: shell), central(in: shell), other(in: shell),
            .section(heading: 2, "How it was worked out", id: "settings", settings(result)),
        ]
    }

    private static func lede(_ settings: RoundResult.Settings) -> String {
        """
        Nobody knows the right weights and scores exactly. So the ranking was worked out \
        \(grouped(settings.draws)) times and the best set \(grouped(settings.coreDraws)) times, each trial with weights \
        and scores drawn from what the panel’s members said. What holds in nearly all trials can be relied on; what \
        does not is for people to talk about.
        """
    }

    private static let stability = """
        A stability interval is how far the weight of one criterion may move, the others keeping their proportions, \
        before the answer changes.
        """

    private func picture(
        _ title: Html, id: ElementID, _ words: String, _ picture: (some PictureWithTable)?, in shell: Shell
    ) -> Html {
        guard let picture else { return .none }
        return .section(heading: 2, title, id: id, [.paragraph(.text(words)), picture.figure(in: shell)])
    }

    private func places(in shell: Shell) -> Html {
        let pictures = [RoundAcceptability(reading), RoundAcceptability(reading, ofDisinvestments: true)]
            .compactMap { $0 }
        guard !pictures.isEmpty else { return .none }
        return .section(
            heading: 2, "Which place each option takes", id: "places-part",
            [
                .paragraph(
                    """
                    The rank acceptability of an option for a place is the share of trials in which it takes that \
                    place, ordered by benefit for money.
                    """)
            ] + pictures.map { $0.figure(in: shell) } + [
                reading.result.map { result in
                    Listing(.roundRobustness(reading.round.id)).downloads(of: reading.tables.ranking(result), in: shell)
                }.orNone
            ])
    }

    /// What those care about for whom an option comes first.
    private func central(in shell: Shell) -> Html {
        guard let result = reading.result else { return .none }
        var table = Table(
            key: "central", caption: "What somebody cares about for whom an option comes first",
            columns: [.init("option", "Option"), .init("first", "First in"), .init("confidence", "Confidence")]
                + result.weights.map { .init($0.criterion.description, reading.titleOfCriterion($0.criterion)) },
            notes: [
                """
                These are central weights: the mean of the weights with which the option comes first. Confidence is \
                how often it comes first with exactly these weights, when only the scores are in doubt.
                """
            ])
        for standing in result.options {
            guard let weights = standing.centralWeights else { continue }
            table.append(
                [
                    reading.cell(for: standing.option), (standing.rankAcceptability.first ?? 0).ofTrials,
                    standing.confidence.map(\.ofTrials) ?? .absent("not known"),
                ] + weights.map { .share($0.asShare) })
        }
        let never = result.options.filter { $0.centralWeights == nil }.map(\.option)
        if !never.isEmpty {
            let others = table.rows.isEmpty ? "any option" : "any of the \(counted(never.count, "other option"))"
            table.notes.append("Nobody in these trials would put \(others) first.")
        }
        let dominated = result.options.filter { !$0.dominatedBy.isEmpty }.map { standing in
            "\(reading.title(of: standing.option)) is at least equalled on every criterion by "
                + "\(reading.titles(standing.dominatedBy)), which dominates it."
        }
        return .section(
            heading: 2, "Who would put it first", id: "central-part",
            [TableView(table, empty: "No option comes first.").html(in: shell)]
                + (dominated.isEmpty ? [] : [.list(dominated.map { .text($0) })]))
    }

    /// Agreement and exclusions.
    private func other(in shell: Shell) -> Html {
        let agreement = (reading.explanation?.panel ?? []).map { Html.paragraph(.sentence($0)) }
        let table = reading.exclusionsTable().flatMap { $0.rows.isEmpty ? nil : $0 }
        guard !agreement.isEmpty || table != nil else { return .none }
        return .section(
            heading: 2, "Who was counted", id: "counted-part",
            agreement + (reading.explanation?.exclusions ?? []).map { .paragraph(.sentence($0)) }
                + [
                    table.map { table in
                        .details(summary: "The figures of these sentences", [TableView(table).html(in: shell)])
                    }.orNone
                ])
    }

    private func settings(_ result: RoundResult) -> [Html] {
        let solver = result.solver.map { "\($0.name) \($0.version)" } ?? "none was installed"
        let loss = result.greedyLoss.map { "the simple ranking loses \($0.percentWords) of the benefit" }
        let proof =
            result.portfolio.isProved ? "proved: no other set does more good" : "not proved"
        return [
            .descriptions(
                [
                    ("Seed, by which anybody draws the same trials", .text("\(result.settings.seed)")),
                    ("Solver", .text(solver)), ("The recommended set", .text(proof)),
                    ("Beside it", .sentence(loss ?? "the simple ranking cannot be compared")),
                    ("Version of the method", .text("\(result.version)")),
                ], class: "facts")
        ]
    }
}
