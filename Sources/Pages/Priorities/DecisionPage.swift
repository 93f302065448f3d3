public import Markup
import Priorities
import Tabular
import Vocabulary

/// What was decided, by whom, why, also against the ranking, and how to appeal.
public struct DecisionPage: Page {
    public var reading: RoundReading

    public init(_ reading: RoundReading) {
        self.reading = reading
    }

    public var heading: String { "Decision" }
    public var route: Route? { .roundDecision(reading.round.id) }
    public var trail: [(name: String, route: Route)] {
        [("Rounds", .rounds), (reading.round.title, .round(reading.round.id))]
    }
    public var isOfAPosition: Bool { false }
    public var origin: String { "the decision of a priority round" }
    public var subtitle: Html { .paragraph(.name(reading.round.title), class: "subtitle") }

    public func content(in shell: Shell) -> [Html] {
        let menu = RoundMenu(reading.round.id).html(here: route, in: shell)
        guard let decision = reading.round.decision, let table = reading.decisionTable() else {
            return [menu, .paragraph("Nothing has been decided yet.", class: "empty")] + gate(in: shell)
        }
        let words = "Decided on \(decision.decidedOn.inWords) by \(decision.body)."
        return [
            .block([.paragraph(.sentence(words), class: "headline")], class: "headlines"), menu,
            DecisionPage.departures(reading),
            TableView(table, listing: Listing(.roundDecision(reading.round.id))).html(in: shell),
        ] + meeting(in: shell) + ballot(in: shell) + gate(in: shell) + appeals(in: shell)
    }

    /// The meeting that decided, where one did.
    private func meeting(in shell: Shell) -> [Html] {
        guard let sitting = reading.sitting else { return [] }
        let page = Html.link("Read about the meeting", to: shell.destination(.meeting(sitting.meeting)))
        return [
            .section(
                heading: 2, "The meeting that decided", id: "the-meeting",
                DecisionPage.sitting(reading, in: shell) + [.paragraph(page)])
        ]
    }

    /// The meeting in sentences, its votes, and who stood back; nothing where no meeting decided.
    static func sitting(_ reading: RoundReading, in shell: Shell) -> [Html] {
        guard let votes = reading.votesTable(), let leftOut = reading.leftOutTable() else { return [] }
        return reading.sittingSentences.map { .paragraph(.sentence($0)) } + [
            TableView(votes, empty: "No vote was taken.").html(in: shell),
            leftOut.rows.isEmpty ? .none : TableView(leftOut).html(in: shell),
        ]
    }

    /// Where people decided otherwise than the ranking has it: in sentences of the explanation, or plainly.
    static func departures(_ reading: RoundReading) -> Html {
        var sentences = reading.explanation?.decision ?? []
        if sentences.isEmpty, let decision = reading.round.decision, reading.result != nil {
            let others = decision.outcomes.filter { outcome in
                reading.standing(of: outcome.option).map { $0.isFunded != (outcome.outcome == .funded) } ?? false
            }
            sentences =
                others.isEmpty
                ? ["The decision follows the recommendation on every option."]
                : [
                    """
                    The decision departs from the recommendation on \(reading.titles(others.map(\.option))); the \
                    reasons stand below.
                    """
                ]
        }
        return .group(sentences.map { .paragraph(.sentence($0)) })
    }

    private func ballot(in shell: Shell) -> [Html] {
        guard let table = reading.ballotTable() else { return [] }
        return [.section(heading: 2, "The ballot", id: "the-ballot", [TableView(table).html(in: shell)])]
    }

    /// The statutory gate: what must be seen before a service is stopped or changed.
    private func gate(in shell: Shell) -> [Html] {
        let needing = reading.round.options.filter(\.needsAssessments)
        guard !needing.isEmpty else { return [] }
        return [
            .section(
                heading: 2, "Papers that the law asks for", id: "papers",
                [
                    .paragraph(
                        .text(
                            """
                            Stopping or changing a service: \(inList(needing.map { "“\($0.title)”" }) ?? ""). None \
                            of it may go ahead until these papers are attached, dated before the decision, and seen \
                            by those who decide.
                            """)),
                    TableView(reading.assessmentsTable(), empty: "None is attached yet.").html(in: shell),
                ])
        ]
    }

    private func appeals(in shell: Shell) -> [Html] {
        let route = DecisionPage.appealsSentence(reading.round)
        return [
            .section(
                heading: 2, "How to appeal", id: "appeal",
                [
                    .paragraph(.sentence(route)),
                    reading.round.lodged.isEmpty
                        ? .paragraph("No appeal has been lodged.")
                        : TableView(reading.appealsTable()).html(in: shell),
                ])
        ]
    }

    /// Where and until when an appeal can be lodged.
    static func appealsSentence(_ round: Round) -> String {
        guard let appeals = round.appeals else { return "No route for appeals has been set yet." }
        guard let last = round.lastDayOfAppeals(usual: appeals.days) else {
            return """
                Anybody whom it touches may appeal to \(appeals.address) within \(appeals.days) days of the day on \
                which the decision is published.
                """
        }
        return """
            Anybody whom it touches may appeal to \(appeals.address) until \(last.inWords), \(appeals.days) days \
            after publication.
            """
    }
}
