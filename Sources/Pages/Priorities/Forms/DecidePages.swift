import Markup
import Priorities
public import Vocabulary

/// The page from which a round is brought to its decision: what the law asks for, the meeting, the record of what was
/// decided, and its publication, in this order.
public struct DecidePages: Sendable {
    public var work: RoundAtWork
    /// Meetings with an item on the round, the soonest first.
    public var items: [RoundItem]
    public var may: May

    /// A round on the agenda of a meeting.
    public struct RoundItem: Sendable {
        public var meeting: Slug
        public var item: Slug
        public var day: Day
        /// `Wexbourne ICB primary care commissioning committee`.
        public var committees: String
        public var state: State

        public enum State: Hashable, Sendable {
            case toCome, open
            /// It was dealt with: what it decided can be recorded.
            case closed
        }

        public init(meeting: Slug, item: Slug, day: Day, committees: String, state: State) {
            self.meeting = meeting
            self.item = item
            self.day = day
            self.committees = committees
            self.state = state
        }
    }

    /// What the reader may do themselves; to the rest the page names who may.
    public struct May: Sendable {
        public var runsRound, keepsMeetings, publishes: Bool

        public init(runsRound: Bool, keepsMeetings: Bool, publishes: Bool) {
            self.runsRound = runsRound
            self.keepsMeetings = keepsMeetings
            self.publishes = publishes
        }
    }

    public init(_ work: RoundAtWork, items: [RoundItem], may: May) {
        self.work = work
        self.items = items
        self.may = may
    }

    private var round: Round { work.round }
    private var missing: [Priorities.Option] { round.options.filter { !round.missingAssessments(of: $0).isEmpty } }

    /// True where the decision as it stands was published.
    private var isPublished: Bool {
        guard let decided = round.decidedAt else { return false }
        return round.published.contains { $0.at >= decided }
    }

    private func link(_ words: String, _ part: RoundWork) -> (words: String, destination: Destination) {
        (words, part.destination(in: work.id))
    }

    public func hub() -> FormPage {
        FormPage(
            work, "Decide the round", above: .reader,
            lede: [
                .paragraph(
                    """
                    The calculation decides nothing. A committee does, at a meeting: it hears the result, votes on \
                    motions, and what it carried is then recorded here, option by option, with the reason.
                    """, class: "lede"), next,
            ],
            after: [.summaryList([papers, meeting, decision, appeals, publication]), agendas, lodged])
    }

    private var next: Html {
        let step: Html
        if round.decision != nil {
            step =
                round.appeals == nil
                ? [.link("Say how to appeal", to: RoundWork.appealsRoute.destination(in: work.id)), "."]
                : [
                    .link(
                        isPublished ? "See what is published" : "Publish the record",
                        to: RoundWork.publish.destination(in: work.id)), ".",
                ]
        } else if round.result == nil {
            step = "The answer has to be worked out first."
        } else if let closed = items.last(where: { $0.state == .closed }) {
            step = [
                .link("Record what the meeting decided", to: recording(closed)),
                .text(", on \(closed.day.inWords)."),
            ]
        } else if let coming = items.first {
            step = [
                .link("Go to the meeting", to: Route.meetingWork(MeetingDeed(coming.meeting, .live)).destination()),
                .text(
                    coming.state == .open
                        ? ": it is being held." : ": it is on \(coming.day.inWords). The clerk opens it there."),
            ]
        } else if may.keepsMeetings {
            step = [
                .link("Put the round on the agenda of a meeting", to: RoundWork.agenda.destination(in: work.id)), ".",
            ]
        } else {
            step = "Ask the clerk (a governance lead) to put the round on the agenda of a meeting, from this page."
        }
        return .notification(.important, title: "Next", id: "next", [.paragraph(step)])
    }

    private func recording(_ item: RoundItem) -> Destination {
        RoundWork.recordDecision.destination(in: work.id).adding(query: [
            ("meeting", item.meeting.description), ("item", item.item.description),
        ])
    }

    private var papers: Html.SummaryRow {
        let words =
            missing.isEmpty
            ? (round.options.contains(where: \.needsAssessments) ? "Nothing is missing" : "Nothing is asked for")
            : "Missing for \(work.titles(missing.map(\.id)))"
        return .init(
            "What the law asks for", .text(words),
            links: may.runsRound && round.decision == nil && round.options.contains(where: \.needsAssessments)
                ? [link("Attach", .assessments)] : [])
    }

    private var meeting: Html.SummaryRow {
        let isOpen = round.decision == nil && round.result != nil
        return .init(
            "Meeting", .text(items.isEmpty ? "On no agenda yet" : "On \(counted(items.count, "agenda"))"),
            links: isOpen && may.keepsMeetings ? [link("Put on an agenda", .agenda)] : [])
    }

    private var decision: Html.SummaryRow {
        guard let decision = round.decision else { return .init("Decision", "Not recorded yet") }
        return .init(
            "Decision", .text("Of \(decision.decidedOn.inWords), by \(decision.body)"),
            links: [("Read", Route.roundDecision(work.id).destination())])
    }

    private var appeals: Html.SummaryRow {
        let words = round.appeals.map { "To \($0.address), within \(counted($0.days, "day")) of publication" }
        return .init(
            "How to appeal", .text(words ?? "Not said yet"),
            links: round.published.isEmpty ? [link(words == nil ? "Say how" : "Change", .appealsRoute)] : [])
    }

    private var publication: Html.SummaryRow {
        let words = round.published.last.map { "Published on \($0.at.inLondon.day.inWords)" } ?? "Not yet"
        return .init(
            "Publication", .text(words),
            links: may.publishes && round.decision != nil ? [link("Publish", .publish)] : [])
    }

    /// Appeals against the decision; lodged by post or mail, they are put on the record here.
    private var lodged: Html {
        guard round.decision != nil || !round.lodged.isEmpty else { return .none }
        let rows = round.lodged.map { appeal -> Html.SummaryRow in
            let state =
                appeal.answer.map { "\($0.isUpheld ? "Upheld" : "Dismissed") on \($0.answeredOn.inWords)" }
                ?? "Not answered yet"
            return .init(
                "\(appeal.id), of \(appeal.lodgedOn.inWords)", [.name(appeal.grounds), .text(" \(state).")],
                links: appeal.answer == nil ? [link("Answer", .answerAppeal(appeal.id))] : [])
        }
        return .section(
            heading: 2, "Appeals", id: "appeals",
            [
                rows.isEmpty ? .paragraph("No appeal has been lodged.") : .summaryList(rows),
                round.decision == nil
                    ? .none
                    : .paragraph(
                        .link("Put an appeal on the record", to: RoundWork.lodgeAppeal.destination(in: work.id))),
            ])
    }

    private var agendas: Html {
        guard !items.isEmpty else { return .none }
        return .section(
            heading: 2, "Where it is on the agenda", id: "agendas",
            [
                .list(
                    items.map { item in
                        let live = Route.meetingWork(MeetingDeed(item.meeting, .live)).destination()
                        let state: String
                        switch item.state {
                        case .toCome: state = "to come"
                        case .open: state = "being held"
                        case .closed: state = "the item is closed"
                        }
                        let record =
                            item.state == .closed && round.decision == nil
                            ? [
                                Html.text("; "),
                                .link(
                                    .text("record what was decided on \(item.day.inWords) (\(item.item))"),
                                    to: recording(item)),
                            ] : []
                        return .group(
                            [
                                .link(.text("\(item.day.inWords), \(item.meeting)"), to: live),
                                .text(": \(item.committees); \(state)"),
                            ] + record)
                    })
            ])
    }
}
