import Governance
import Markup
import Vocabulary

/// The part of a live meeting's page that changes: what is before it, quorum, agenda, people, interests, actions.
struct LiveState {
    let live: LiveMeeting

    init(_ live: LiveMeeting) {
        self.live = live
    }

    private var meeting: Meeting { live.meeting }
    private var isClerk: Bool { live.viewer.isClerk }

    func parts(in shell: Shell) -> [Html] {
        [
            headline, LiveItem(live).html, .section(heading: 2, "Agenda", id: "agenda", agenda),
            .section(heading: 2, "Who is here", id: "attendance", attendance),
            .section(heading: 2, "Interests", id: "interests", LiveInterests(live).parts),
            .section(heading: 2, "Actions", id: "actions", actions),
            isClerk ? .section(heading: 2, "Keep the meeting", id: "keep", keeping) : .none,
        ]
    }

    private var headline: Html {
        let words: String =
            switch meeting.state {
            case .planned: "Not open yet; the papers have not gone out."
            case .papersOut: "Not open yet; the papers are out."
            case .open: "Open since \(meeting.openedAt?.inLondon.clock ?? "")."
            case .closed: "Closed at \(meeting.closedAt?.inLondon.clock ?? "")."
            case .cancelled: "Cancelled: \(meeting.reasonForCancelling ?? "")."
            }
        let chairs = meeting.committees.compactMap { committee in
            meeting.chair(of: committee, item: meeting.itemBefore).map { live.name($0) }
        }
        let second = chairs.isEmpty ? "" : "In the chair: \(chairs.eachOnce.joined(separator: ", "))."
        return .block(
            [
                .paragraph(.sentence(words), class: "headline"),
                second.isEmpty ? .none : .paragraph(.name(second), class: "headline-second"),
            ], class: "headlines")
    }

    // MARK: - Agenda

    private var agenda: [Html] {
        guard !meeting.agenda.isEmpty else { return [.paragraph("Nothing stands on the agenda yet.", class: "empty")] }
        let kept = live.viewer.person.map { WithholdPapers.withheld(from: $0, in: meeting) } ?? []
        return [
            live.arePapersOut
                ? .paragraph(LiveButton.link("Read and download your papers", .pack, live)) : .none,
            .summaryList(
                meeting.agenda.map { item in
                    var answer: [Html] = [.text(state(of: item))]
                    let held = isClerk ? [] : kept.filter { $0.item == item.id }
                    let papers = item.papers.filter { paper in !held.contains { $0.paper == paper } }
                    if !papers.isEmpty {
                        answer.append(
                            .paragraph(
                                .name("Papers: \(papers.map(\.title).joined(separator: "; "))"), class: "meaning"))
                    }
                    if !held.isEmpty {
                        answer.append(
                            .paragraph(.text("\(counted(held.count, "paper")) kept back from you."), class: "meaning"))
                    }
                    if !told(item).isEmpty { answer.append(.paragraph(.name(told(item)), class: "meaning")) }
                    answer += buttons(for: item)
                    return .init(live.number(of: item.id), .group(answer))
                }),
        ]
    }

    private func state(of item: AgendaItem) -> String {
        let purpose = item.purpose.inWords
        guard let proceeding = meeting.proceeding(item.id) else { return purpose }
        let outcomes = proceeding.outcomes.map { outcome in
            outcome.kind.inWords + (outcome.note.map { ": \($0)" } ?? "")
        }.eachOnce
        switch proceeding.state {
        case .waiting: return purpose
        case .taken: return "\(purpose); before the meeting now"
        case .stopped: return "\(purpose); stopped, for want of a quorum"
        case .withdrawn: return "withdrawn: \(proceeding.reasonWithdrawn ?? "")"
        case .closed: return outcomes.isEmpty ? "closed" : outcomes.joined(separator: "; ")
        }
    }

    /// `Brought by Ada Bell. 20 minutes.`
    private func told(_ item: AgendaItem) -> String {
        [
            item.reporter.map { "Brought by \(live.name($0))." },
            item.minutes.map { "\(counted($0, "minute", "minutes"))." },
        ].compactMap(\.self).joined(separator: " ")
    }

    private func buttons(for item: AgendaItem) -> [Html] {
        guard isClerk, let state = meeting.proceeding(item.id)?.state else { return [] }
        switch (meeting.state, state) {
        case (.open, .waiting) where meeting.itemBefore == nil:
            return [
                LiveButton.html(
                    "Take this item", .take, live, [("item", item.id.description)], look: .first, about: item.title),
                .paragraph(LiveButton.link("Change it", .amendItem, live, ["item": item.id], of: item.title)),
            ]
        case (.planned, .waiting), (.papersOut, .waiting), (.open, .waiting):
            let about = ["item": item.id]
            return [
                .paragraph([
                    LiveButton.link("Change it", .amendItem, live, about, of: item.title), " ",
                    LiveButton.link("Withdraw it", .withdrawItem, live, about, of: item.title),
                ])
            ]
        default: return []
        }
    }

    /// Where several items wait.
    private var ordering: [Html] {
        meeting.proceedings.count { $0.state == .waiting } > 1
            ? [LiveButton.link("Change the order of the items", .orderAgenda, live)] : []
    }

    // MARK: - People

    private var attendance: [Html] {
        let concerned = meeting.peopleConcerned(live.book)
        let there = concerned.filter { meeting.isPresent($0) }
        let away = concerned.filter { !meeting.isPresent($0) }
        guard meeting.openedAt != nil else {
            return [.paragraph(.name("Expected: " + concerned.map { live.name($0) }.joined(separator: ", ")))]
        }
        func row(_ person: Slug, _ isThere: Bool) -> Html.SummaryRow {
            let last = meeting.presences.last { $0.person == person }
            let words =
                isThere
                ? "here since \(last?.from.inLondon.clock ?? "")"
                : last.map { "left at \($0.until?.inLondon.clock ?? "")" } ?? "not here"
            let left = last?.leftFor.map { ", for \(live.number(of: $0))" } ?? ""
            return .init(live.name(person), [.text(words + (isThere ? "" : left)), .group(buttons(person, isThere))])
        }
        return [.summaryList(there.map { row($0, true) } + away.map { row($0, false) }), proxies]
    }

    private var proxies: Html {
        guard !meeting.proxies.isEmpty else { return .none }
        return .list(
            meeting.proxies.map { given in
                let item = given.item.map { ", on \(live.number(of: $0))" } ?? ""
                return .name(
                    "\(live.name(given.proxy.holder)) casts the vote of \(live.name(given.proxy.principal))\(item), "
                        + "while they are here and the member is away.")
            })
    }

    private func buttons(_ person: Slug, _ isThere: Bool) -> [Html] {
        guard isClerk, meeting.state == .open else { return [] }
        let kept = [("person", person.description)]
        guard isThere else { return [LiveButton.html("Came", .arrive, live, kept, about: live.name(person))] }
        var buttons: [Html] = []
        if let item = meeting.itemBefore {
            buttons.append(
                LiveButton.html(
                    "Leaves for this item", .leave, live, kept + [("item", item.description)],
                    about: live.name(person)))
        }
        return buttons + [LiveButton.html("Left", .leave, live, kept, about: live.name(person))]
    }

    // MARK: - Actions and the rest

    private var actions: [Html] {
        let add =
            isClerk && (meeting.state == .open || meeting.state == .closed) && meeting.approval == nil
            ? [Html.paragraph(LiveButton.link("Add an action", .action, live))] : []
        guard !meeting.actions.isEmpty else { return [.paragraph("None yet.", class: "empty")] + add }
        return [
            .summaryList(
                meeting.actions.map { action in
                    let done = action.doneOn.map { "; done on \($0.inWords)" } ?? ""
                    let way: [Html] =
                        isClerk && action.doneOn == nil
                        ? [
                            .paragraph(
                                LiveButton.link("It is done", .done, live, ["action": action.id], of: action.text))
                        ] : []
                    return .init(
                        live.name(action.owner),
                        .group([.name("\(action.text), by \(action.due.inWords)\(done)")] + way))
                })
        ] + add
    }

    /// Where what was decided of a round is recorded.
    private var rounds: [Html] {
        meeting.agenda.compactMap { item in
            guard case .round(let round) = item.subject else { return nil }
            return .link(
                .name("Record what was decided: \(item.title)"),
                to: Route.roundWork(round, .decide).destination())
        }
    }

    private var keeping: [Html] {
        switch meeting.state {
        case .planned, .papersOut:
            let papers = meeting.papers == nil ? [LiveButton.link("The papers went out", .sendPapers, live)] : []
            return [
                .list(
                    [
                        LiveButton.link("Open the meeting", .open, live),
                        LiveButton.link("Put an item on the agenda", .addItem, live),
                    ] + ordering + (live.allowsProxies ? [LiveButton.link("Record a proxy", .proxy, live)] : [])
                        + papers + [
                            LiveButton.link("Cancel the meeting", .cancel, live)
                        ], class: "ways")
            ]
        case .open:
            return [
                .list(
                    [
                        LiveButton.link("Hand the chair over", .chair, live),
                        LiveButton.link("Put an item on the agenda", .addItem, live),
                    ] + ordering + (live.allowsProxies ? [LiveButton.link("Record a proxy", .proxy, live)] : []),
                    class: "ways"),
                meeting.itemBefore == nil
                    ? LiveButton.html("Close the meeting", .closeMeeting, live, look: .warning)
                    : .paragraph("The meeting can be closed once the item before it is settled.", class: "meaning"),
            ]
        case .closed:
            let minutes = Html.link("Read the minutes", to: Route.minutes(live.id).destination())
            guard meeting.approval == nil else {
                return [.paragraph("The minutes are approved."), .paragraph(minutes)]
            }
            return [
                .paragraph(
                    """
                    The minutes are drafted from what was recorded. A later meeting of the committee approves them: put \
                    an item on its agenda whose purpose is to approve minutes.
                    """),
                .list(
                    [
                        minutes, LiveButton.link("Correct the draft minutes", .correct, live),
                        .link("Plan the next meeting", to: Route.planMeeting.destination()),
                    ] + rounds, class: "ways"),
            ]
        case .cancelled: return [.paragraph("It was cancelled.")]
        }
    }
}
