public import Governance
public import Markup
public import Vocabulary

/// The papers of a meeting that the reader may have, item by item, and what is kept back from them.
public struct MeetingPapersPage: Page {
    public var live: LiveMeeting
    /// The documents whose bytes are held.
    public var held: Set<EvidenceID>

    public init(_ live: LiveMeeting, held: Set<EvidenceID>) {
        self.live = live
        self.held = held
    }

    private var meeting: Meeting { live.meeting }

    public var heading: String { "Your papers of \(meeting.startsAt.inLondon.day.inWords)" }
    public var route: Route? { .meetingWork(MeetingDeed(live.id, .pack)) }
    public var trail: [(name: String, route: Route)] {
        [("Meetings", .meetings), ("The meeting", .meeting(live.id))]
    }
    public var isOfAPosition: Bool { false }
    public var origin: String { "the papers of a meeting" }
    public var tabTitle: String { "\(heading) – \(committees)" }
    private var committees: String { meeting.committees.map { live.title(of: $0) }.joined(separator: " and ") }
    public var subtitle: Html { .paragraph(.name(committees), class: "subtitle") }

    public func content(in shell: Shell) -> [Html] {
        let back = Html.paragraph(
            .link("Back to the live page", to: shell.destination(.meetingWork(MeetingDeed(live.id, .live)))))
        guard live.arePapersOut else {
            return [
                .paragraph("The papers have not gone out yet. They stand here once they have.", class: "empty"), back,
            ]
        }
        guard !meeting.agenda.isEmpty else {
            return [.paragraph("Nothing stands on the agenda yet.", class: "empty"), back]
        }
        let whole = Html.paragraph(
            .link("All of them as one Word document", to: shell.destination(.meetingPack(live.id))),
            class: "downloads")
        return [
            .paragraph(
                "They are for you, in your part in this meeting. Do not pass on what is not published.", class: "lede"),
            live.hasPack ? whole : .none,
        ] + meeting.agenda.map { item(of: $0, in: shell) } + [back]
    }

    private func item(of item: AgendaItem, in shell: Shell) -> Html {
        let number = (meeting.agenda.firstIndex { $0.id == item.id } ?? 0) + 1
        let own = live.papers(of: item)
        let links = own.given.map { paper -> Html in
            guard let document = paper.document, held.contains(document) else {
                if case .round(let round) = item.subject, item.papers.contains(paper) {
                    return .link(
                        [.name(paper.title), .unseen(", item \(number)")], to: shell.destination(.round(round)))
                }
                return [.name(paper.title), .span("No file of it is held.", class: "meaning")]
            }
            return .link(
                [.name(paper.title), .unseen(", item \(number)")],
                to: shell.destination(.meetingPaper(live.id, document)))
        }
        let kept = own.withheld
        return .section(
            heading: 2, .name("\(number). \(item.title)"), id: ElementID("item-\(item.id)"),
            [
                links.isEmpty
                    ? (kept == 0 ? .paragraph("No paper comes with this item.", class: "empty") : .none)
                    : .list(links, class: "ways"),
                kept == 0
                    ? .none
                    : .notification(
                        .important, title: "Kept back from you", id: ElementID("kept-\(item.id)"),
                        [
                            .paragraph(
                                .text(
                                    "\(counted(kept, "paper", "papers")) of this item: "
                                        + (live.reader == .everybody
                                            ? "a member with an interest may not see them, and so they are for the meeting alone."
                                            : "the chair so decided because of an interest of yours. Ask the chair where that is wrong.")
                                ))
                        ]),
            ])
    }
}

extension LiveMeeting {
    /// As whom the viewer reads papers. Whoever keeps the meeting has them all, unless some are kept back from the
    /// person that they are.
    public var reader: PapersText.Reader {
        if let person = viewer.person,
            viewer.takesPart || !WithholdPapers.withheld(from: person, in: meeting).isEmpty
        {
            return viewer.isClerk && WithholdPapers.withheld(from: person, in: meeting).isEmpty
                ? .clerk : .person(person)
        }
        return viewer.isClerk ? .clerk : .everybody
    }

    /// True once papers went out or the meeting has begun; whoever keeps it has them before.
    public var arePapersOut: Bool { viewer.isClerk || ![.planned, .cancelled].contains(meeting.state) }

    /// True for whom one document of all papers is made.
    public var hasPack: Bool { reader != .everybody }

    /// The pack for the viewer.
    ///
    /// - Parameter contents: a document's text; nil where it is no text, or is not held.
    public func pack(contents: (EvidenceID) -> String? = { _ in nil }) -> PapersText {
        PapersText(
            meeting, in: book, for: reader, contents: contents,
            text: text)
    }

    /// The papers of an item, and what the law asks for, that the viewer may have; and how many are kept back.
    func papers(of item: AgendaItem) -> (given: [AgendaItem.Paper], withheld: Int) {
        let all = item.papers + item.gates.map { AgendaItem.Paper(title: $0.title, document: $0.document) }
        switch reader {
        case .clerk: return (all, 0)
        case .everybody: return meeting.keepsPapersBack(item.id) ? ([], all.count) : (all, 0)
        case .person(let person):
            let withheld = WithholdPapers.withheld(from: person, in: meeting).filter { $0.item == item.id }.map(\.paper)
            let isWhole = meeting.standingHandlings(item.id, member: person).contains {
                $0.keepsPapersBack && $0.parts.isEmpty
            }
            let given =
                item.papers.filter { !withheld.contains($0) } + (isWhole ? [] : all.dropFirst(item.papers.count))
            return (given, all.count - given.count)
        }
    }
}
