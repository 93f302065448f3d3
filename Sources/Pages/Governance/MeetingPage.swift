public import Governance
public import Markup
public import Tabular
import Vocabulary

/// One meeting: its agenda, interests and how they were handled, who was there, quorum, votes and decisions.
public struct MeetingPage: Page {
    public var reading: GovernanceReading
    public var meeting: Meeting
    /// Where the reader takes part in the meeting, with the words that lead there.
    public var work: [(words: String, route: Route)]

    public init(_ reading: GovernanceReading, meeting: Meeting, work: [(words: String, route: Route)] = []) {
        self.reading = reading
        self.meeting = meeting
        self.work = work
    }

    public var heading: String { "Meeting of \(meeting.startsAt.inLondon.day.inWords)" }
    public var tabTitle: String { reading.tabTitle(heading, of: meeting) }
    public var route: Route? { .meeting(meeting.id) }
    public var trail: [(name: String, route: Route)] { [("Meetings", .meetings)] }
    public var isOfAPosition: Bool { false }
    public var origin: String { "a meeting of \(reading.title(of: meeting.committees))" }
    public var subtitle: Html { .paragraph(.name(reading.title(of: meeting.committees)), class: "subtitle") }

    var tables: MeetingTables { reading.tables(meeting) }

    /// The agenda, as it is taken away; nil of a meeting in private.
    public var table: Table? {
        guard meeting.isPublic else { return nil }
        return tables.agenda.changing("papers") { place, cell in
            meeting.keepsPapersBack(meeting.agenda[place].id) ? .absent("kept back") : cell
        }
    }

    public func content(in shell: Shell) -> [Html] {
        let menu: Html = [GovernanceMenu.html(here: route, in: shell), ways(in: shell)]
        guard meeting.isPublic else {
            let why = meeting.reasonForPrivate.map { ": \($0)" } ?? ""
            return [
                menu,
                .paragraph(
                    .text("This meeting is held in private\(why). Neither its agenda nor its minutes are published."),
                    class: "empty"),
            ]
        }
        return [menu, headline, links(in: shell), agenda(in: shell)]
            + (meeting.openedAt == nil ? [] : happened(in: shell))
    }

    private func ways(in shell: Shell) -> Html {
        .ways(work, label: "Your part in this meeting", in: shell)
    }

    private var headline: Html {
        let zone = meeting.startsAt.inLondon.zone.rawValue
        let begins = "\(meeting.startsAt.inLondon.clock) \(zone)"
        let first: String =
            switch meeting.state {
            case .planned: "Planned for \(begins) at \(meeting.place), in public."
            case .papersOut: "Planned for \(begins) at \(meeting.place), in public; the papers are out."
            case .open: "Open now at \(meeting.place), in public."
            case .cancelled:
                "Cancelled\(meeting.reasonForCancelling.map { ": \($0)" } ?? "")."
            case .closed:
                """
                Held in public at \(meeting.place), \(meeting.openedAt?.inLondon.clock ?? begins) to \
                \(meeting.closedAt?.inLondon.clock ?? "") \(zone).
                """
            }
        var second = ""
        if meeting.openedAt != nil {
            let carried = meeting.resolutions.count(where: \.isCarried)
            let back = Set(meeting.handlings.filter { !$0.option.votes }.map(\.member)).count
            second =
                "\(counted(Set(meeting.presences.map(\.person)).count, "person was", "people were")) there; "
                + "\(counted(carried, "decision was", "decisions were")) made"
                + (back > 0 ? "; \(counted(back, "member")) stood back from an item because of an interest." : ".")
        }
        return .block(
            [
                .paragraph(.sentence(first), class: "headline"),
                second.isEmpty ? .none : .paragraph(.sentence(second), class: "headline-second"),
            ], class: "headlines")
    }

    private func links(in shell: Shell) -> Html {
        let minutes = meeting.approval == nil ? "Read the minutes (draft)" : "Read the minutes (approved)"
        return .list(
            [
                .link("The agenda, to print", to: shell.destination(.agenda(meeting.id))),
                .link("The list of papers", to: shell.destination(.papers(meeting.id))),
            ] + (meeting.openedAt == nil ? [] : [.link(.text(minutes), to: shell.destination(.minutes(meeting.id)))]),
            class: "ways")
    }

    // MARK: - The agenda

    private func agenda(in shell: Shell) -> Html {
        guard !meeting.agenda.isEmpty else {
            return .section(
                heading: 2, "Agenda", id: "agenda", [.paragraph("Nothing stands on the agenda yet.", class: "empty")])
        }
        let items = meeting.agenda.enumerated().map { number, item in
            Html.section(
                heading: 3, .name("\(number + 1). \(item.title)"), id: ElementID("item-\(item.id)"),
                [.descriptions(facts(of: item, in: shell), class: "chosen")])
        }
        let sent = tables.agenda.notes.map { Html.paragraph(.sentence($0), class: "notes") }
        return .section(heading: 2, "Agenda", id: "agenda", sent + items)
    }

    private func facts(of item: AgendaItem, in shell: Shell) -> [(term: Html, description: Html)] {
        var facts: [(term: Html, description: Html)] = [("Purpose", .text(item.purpose.inWords))]
        if let about = DecisionPart.about(item.subject, in: shell) { facts.append(("About", about)) }
        if let matter = item.matter { facts.append(("Matter", .text(matter.description.replacing("-", with: " ")))) }
        if let amount = item.amount { facts.append(("Would commit", .text(amount.inPounds))) }
        if !item.papers.isEmpty {
            facts.append(
                (
                    "Papers",
                    meeting.keepsPapersBack(item.id)
                        ? "kept back from a member with an interest, and so not named here"
                        : .name(item.papers.map(\.title).joined(separator: "; "))
                ))
        }
        if item.changesService || !item.gates.isEmpty {
            let gates = item.gates.map { "\($0.title), dated \($0.dated.inWords)" }
            facts.append(
                (
                    "Asked for by law",
                    .name(gates.isEmpty ? "nothing is before the meeting yet" : gates.joined(separator: "; "))
                ))
        }
        if let outcome = outcome(of: item) { facts.append(("Outcome", .text(outcome))) }
        return facts
    }

    private func outcome(of item: AgendaItem) -> String? {
        guard let proceeding = meeting.proceeding(item.id), meeting.openedAt != nil || proceeding.state == .withdrawn
        else { return nil }
        if let reason = proceeding.reasonWithdrawn { return "withdrawn: \(reason)" }
        let outcomes = proceeding.outcomes.map { outcome in
            (meeting.committees.count > 1 ? "\(reading.title(of: [outcome.committee])): " : "")
                + outcome.kind.inWords + (outcome.note.map { ": \($0)" } ?? "")
        }
        return outcomes.isEmpty ? proceeding.state.rawValue : outcomes.eachOnce.joined(separator: "; ")
    }
}
