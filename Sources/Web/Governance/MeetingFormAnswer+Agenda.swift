import Access
import Governance
import Markup
import Pages
import Store
import Vocabulary

/// The agenda of a meeting: items are put on it, changed in their place, and put in another order.
extension MeetingFormAnswer {
    /// The form by which an item is put on the agenda, with its lists.
    private static func form(_ filled: SentValues, _ work: MeetingWork, entry: Slug) -> AgendaItemForm {
        let matters = work.meeting.committees
            .flatMap { work.work.book.committees[$0]?.terms(on: work.meeting.day)?.mandates ?? [] }
            .map(\.matter).eachOnce.map { Choice($0.description, $0.description.replacing("-", with: " ")) }
        let minutes = work.work.book.meetings.values.filter {
            $0.state == .closed && $0.approval == nil && $0.startsAt < work.meeting.startsAt
                && !Set($0.committees).isDisjoint(with: work.meeting.committees)
        }.sorted { $0.startsAt < $1.startsAt }.map { Choice($0.id.description, $0.day.inWords) }
        return AgendaItemForm(
            filled, meeting: work.id, entry: entry, matters: matters, minutes: minutes, classes: classes(work),
            owed: owed(work), people: work.work.people())
    }

    static func addingItem(
        _ work: MeetingWork, _ live: LiveMeeting, _ filled: SentValues, _ sent: Sent?
    ) throws -> GovernanceAsking {
        let free = live.free("item-", besides: work.meeting.agenda.map(\.id))
        return try made(
            "Put an item on the agenda", form(filled, work, entry: sent?.entry(else: free) ?? free), .addItem, work,
            sent, button: .init("Put it on the agenda"), notice: "The item is on the agenda.",
            before: [
                .paragraph([
                    "A priority round is put on the agenda from its own page, under Decide and publish: ",
                    .link("choose the round", to: Route.rounds.destination()), ".",
                ])
            ], free: free
        ) { act, texts in
            var act = act
            let files = sent?.body.files(in: "paper") ?? []
            guard !files.isEmpty else { return [act] }
            let title = act.item.papers.first?.title ?? act.item.title
            act.item.papers = try files.map { file in
                .init(title: files.count == 1 ? title : file.title, document: try texts.hold(try file.bytes()))
            }
            return [act]
        }
    }

    static func amendingItem(_ work: MeetingWork, _ item: Slug, _ sent: Sent?) throws -> GovernanceAsking {
        guard let standing = work.meeting.item(item) else {
            throw Refusal(.usage, code: "not-found", "An item “\(item)” of the meeting")
        }
        let asked = form(SentValues(), work, entry: item)
        return try made(
            "Change an item of the agenda", AmendItemForm(sent?.filled, of: standing, as: asked), .amendItem, work,
            sent,
            button: .init("Change it", sending: .init("item", item.description)), notice: "The item is changed.",
            before: [.paragraph(.name(standing.title), class: "subtitle")]
        ) { act, texts in
            var act = act
            for number in act.item.gates.indices {
                let files = sent?.body.files(in: AmendItemForm.file(of: act.item.gates[number].kind)) ?? []
                if let file = files.first { act.item.gates[number].document = try texts.hold(try file.bytes()) }
            }
            let more = sent?.body.files(in: AmendItemForm.morePapers) ?? []
            act.item.papers += try more.map { .init(title: $0.title, document: try texts.hold(try $0.bytes())) }
            return [act]
        }
    }

    static func ordering(_ work: MeetingWork, _ filled: SentValues, _ sent: Sent?) throws -> GovernanceAsking {
        let waiting = work.meeting.agenda.filter { work.meeting.proceeding($0.id)?.state == .waiting }
        let form = OrderAgendaForm(
            filled, meeting: work.id, items: waiting.map { Choice($0.id.description, $0.title) })
        return try made(
            "Change the order of the items", form, .orderAgenda, work, sent, button: .init("Put them in this order"),
            notice: "The items are in the new order."
        ) { act, _ in [act] }
    }

    /// Kinds of people whose interests in common are known.
    private static func classes(_ work: MeetingWork) -> [Choice] {
        let declared = work.work.book.people.values.flatMap(\.declarations).compactMap(\.sharedClass)
        let touched = work.work.book.meetings.values.flatMap(\.agenda).flatMap(\.classes)
        return Set(declared + touched).sorted().map { Choice($0.description, ShortName.words(of: $0).firstUpper) }
    }

    /// Decisions outside a meeting that no meeting has taken up.
    private static func owed(_ work: MeetingWork) -> [Choice] {
        ForwardPlan(work.work.book).owed()
            .filter { $0.kind == .decisionToReport && work.meeting.committees.contains($0.committee) }
            .map { Choice($0.from.description, work.work.book.decisions[$0.from]?.title ?? $0.from.description) }
    }
}

extension PostedFile {
    /// What its name says without the ending: `Committee paper` of `Committee paper.docx`.
    fileprivate var title: String {
        let name = name.printable
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name.isEmpty ? "Paper" : name }
        return String(name[..<dot])
    }
}
