import Markup
import Priorities
import Tabular
import Vocabulary

/// The part of a page on which other weights can be tried, without a script.
struct WhatIfPart {
    var reading: RoundReading
    var asked: WhatIf
    var order: WhatIfOrder?

    private let id: ElementID = "what-if"

    /// Says first, at the head of the page, what is wrong with the form, with links to its fields.
    var summary: Html {
        guard !asked.faults.isEmpty else { return .none }
        let items = asked.faults.map { fault -> Html in
            guard let criterion = fault.criterion else { return .text(fault.sentence) }
            return .jump(.text(fault.sentence), to: id.part(WhatIf.field(of: criterion)))
        }
        return .section(
            heading: 2, "There is a problem with the weights", id: "problems", class: "warning", [.list(items)])
    }

    func html(in shell: Shell) -> Html {
        guard let result = reading.result else { return .none }
        let fields = result.weights.map { weight -> Field in
            let title = reading.titleOfCriterion(weight.criterion)
            let own = "\(Int((weight.weight * 100).rounded()))"
            return Field(
                WhatIf.field(of: weight.criterion), label: title,
                hint: "The panel: \(own); its members \(Int((weight.low * 100).rounded())) to "
                    + "\(Int((weight.high * 100).rounded()))",
                error: asked.faults.first { $0.criterion == weight.criterion }?.sentence,
                kind: .text(value: asked.given?[weight.criterion] ?? own))
        }
        let form = Html.asking(
            for: outcomePlace, id: id, label: "Try other weights", fields: fields,
            button: "Show the order with these weights")
        return .section(
            heading: 2, "Try other weights", id: "other-weights",
            [
                .paragraph(
                    """
                    Give each criterion a number from 0 to 100. They need not sum to 100: only their proportions \
                    count. Scores stay as they are, and nothing is recorded.
                    """),
                form, outcome(in: shell),
            ])
    }

    /// The page at what the weights asked for would change; a page with faults lacks it, and shows its head.
    private var outcomePlace: Destination {
        let path = Route.roundRobustness(reading.round.id).path
        guard let place = Destination("\(path)#\(WhatIfPart.outcomeID)") else {
            preconditionFailure("no path: \(path)")
        }
        return place
    }

    private static let outcomeID: ElementID = "what-if-outcome"

    private func outcome(in shell: Shell) -> Html {
        guard let order, asked.weights != nil else { return .none }
        let moved = order.rows.filter { $0.rank != $0.wouldRank }
        let sentence =
            order.isSame
            ? "With these weights the order would be the same."
            : "With these weights \(counted(moved.count, "option")) would change place."
        var table = Table(
            key: "whatIf", caption: "The order with these weights, beside the panel’s",
            columns: [
                .init("option", "Option"), .init("move", "Moves"), .init("wouldRank", "Place with these"),
                .init("rank", "Place now"), .init("wouldBeWorth", "Value with these"), .init("value", "Value now"),
            ],
            notes: [
                "Places are by benefit for money; services to stop or change have places of their own.",
                "The recommended set is worked out with all rules together; this shows the simple ranking only.",
            ])
        let hasChosen = order.rows.contains { $0.wouldBeChosen != nil }
        if hasChosen { table.columns.append(.init("chosen", "Chosen from the top")) }
        for row in order.rows {
            var cells: [Cell] = [
                reading.cell(for: row.option), .text(move(row)), .count(row.wouldRank), .count(row.rank),
                .number(row.wouldBeWorth, places: 1), .number(row.value, places: 1),
            ]
            if hasChosen { cells.append(.text(choice(row))) }
            table.append(cells)
        }
        return .block(
            [
                .paragraph(.strong(.text(sentence)), id: WhatIfPart.outcomeID), .paragraph(.sentence(asShares)),
                TableView(table).html(in: shell),
                .paragraph(
                    .link("Back to the panel’s weights", to: shell.destination(.roundRobustness(reading.round.id)))),
            ])
    }

    /// What the numbers given come to as shares of all weight.
    private var asShares: String {
        let shares = zip(reading.result?.weights ?? [], asked.weights ?? []).map { weight, share in
            "\(reading.titleOfCriterion(weight.criterion)) \(share.percentWords)"
        }
        return "As shares of all weight: \(inList(shares) ?? "none")."
    }

    private func move(_ row: WhatIfOrder.Row) -> String {
        let up = row.rank - row.wouldRank
        return up == 0 ? "stays" : up > 0 ? "▲ up \(up)" : "▼ down \(-up)"
    }

    private func choice(_ row: WhatIfOrder.Row) -> String {
        switch (row.isChosen, row.wouldBeChosen ?? row.isChosen) {
        case (true, true): "still chosen"
        case (false, false): "still not"
        case (false, true): "now chosen"
        case (true, false): "no longer"
        }
    }
}
