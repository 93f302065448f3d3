public import Markup
import Priorities
import Tabular

/// How the round was done: criteria and when they closed, weights, interests, advice and pressure, ballot,
/// decision.
public struct RoundProcessPage: Page {
    public var reading: RoundReading

    public init(_ reading: RoundReading) {
        self.reading = reading
    }

    public var heading: String { "How it was done" }
    public var route: Route? { .roundProcess(reading.round.id) }
    public var trail: [(name: String, route: Route)] {
        [("Rounds", .rounds), (reading.round.title, .round(reading.round.id))]
    }
    public var isOfAPosition: Bool { false }
    public var origin: String { "how a priority round was done" }
    public var subtitle: Html { .paragraph(.name(reading.round.title), class: "subtitle") }

    public func content(in shell: Shell) -> [Html] {
        let round = reading.round
        return [
            RoundMenu(round.id).html(here: route, in: shell),
            .section(
                heading: 2, "In which order", id: "order",
                [
                    TableView(reading.stagesTable()).html(in: shell),
                    round.setAside.isEmpty ? .none : TableView(reading.tables.setAside).html(in: shell),
                ]),
            .section(
                heading: 2, "By which criteria", id: "by-criteria",
                [
                    pack, packTable(in: shell),
                    TableView(reading.criteriaTable(), listing: Listing(.roundProcess(round.id)), empty: "None yet.")
                        .html(in: shell),
                ]),
            .section(heading: 2, "By whom", id: "by-whom", whom(in: shell)),
            .section(heading: 2, "With which weights", id: "with-weights", weights(in: shell)),
            .section(
                heading: 2, "Advice and pressure", id: "advice-pressure",
                [TableView(reading.adviceTable(), empty: "None is on the record.").html(in: shell)]),
            .section(heading: 2, "Ballot and decision", id: "ballot-decision", decided(in: shell)),
        ]
    }

    private var pack: Html {
        guard let pack = reading.round.pack else { return .none }
        let reason = pack.reason.map { " The reason given: \($0)\($0.hasSuffix(".") ? "" : ".")" } ?? ""
        return .paragraph(.text("The national pack “\(pack.pack)” was \(pack.use.words).\(reason)"))
    }

    /// Beside the pack's criteria; a sentence where the pack does not come with Remit.
    private func packTable(in shell: Shell) -> Html {
        guard reading.round.pack != nil else { return .none }
        let table = reading.tables.pack()
        guard table.rows.isEmpty else { return TableView(table).html(in: shell) }
        return .group(table.notes.map { .paragraph(.sentence($0), class: "notes") })
    }

    private func whom(in shell: Shell) -> [Html] {
        let unruled = reading.round.unruledInterests.count
        let caution = "The chair has yet to rule on \(counted(unruled, "interest"))."
        let exclusions = reading.exclusionsTable().flatMap { $0.rows.isEmpty ? nil : $0 }
        return [
            .cautions(unruled == 0 ? [] : [caution]),
            TableView(reading.tables.members, empty: "Nobody yet.").html(in: shell),
            TableView(reading.interestsTable(), empty: "No interest was declared.").html(in: shell),
            exclusions == nil
                ? .none : .group((reading.explanation?.exclusions ?? []).map { .paragraph(.sentence($0)) }),
            exclusions.map { table in
                .details(summary: "The figures of these sentences", [TableView(table).html(in: shell)])
            }.orNone,
        ]
    }

    private func weights(in shell: Shell) -> [Html] {
        guard reading.round.weightsClosedAt != nil, let table = reading.memberWeightsTable() else {
            return [
                .paragraph(
                    "Weights are shown once all are closed and the answer is worked out.", class: "empty")
            ]
        }
        return [TableView(table, empty: "None was given.").html(in: shell)]
    }

    private func decided(in shell: Shell) -> [Html] {
        let link = Html.paragraph(
            .link("The decision, with its reasons", to: shell.destination(.roundDecision(reading.round.id))))
        guard let ballot = reading.round.ballot else {
            return [.paragraph("No ballot was held.", class: "empty"), link]
        }
        guard let table = reading.ballotTable() else {
            let words =
                "The ballot is open: \(ballot.voted.count) of \(reading.round.members.count) members have voted."
            return [.paragraph(.text(words), class: "empty"), link]
        }
        return [TableView(table).html(in: shell), link]
    }
}
