public import Governance
public import Markup
public import Tabular
import Vocabulary

/// The agenda of a meeting in public as it prints, or the list of its papers.
public struct AgendaPage: Page {
    public enum Kind: Sendable {
        case agenda
        /// Which papers there are, by title and digest; none that is kept back from a member.
        case papers
    }

    public var meeting: Meeting
    public var kind: Kind
    /// As a Word document has it too.
    public let title: String
    public let blocks: [MinutesText.Block]
    private let committees: String

    /// - Returns: nil of a meeting in private.
    public init?(_ reading: GovernanceReading, meeting: Meeting, kind: Kind) {
        guard meeting.isPublic else { return nil }
        (self.meeting, self.kind) = (meeting, kind)
        committees = reading.title(of: meeting.committees)
        let text = reading.text(in: meeting.committees, on: meeting.day)
        switch kind {
        case .agenda:
            let agenda = AgendaText(meeting, in: reading.book, isForEverybody: true, text: text)
            (title, blocks) = (agenda.title, agenda.blocks)
        case .papers:
            let pack = PapersText(meeting, in: reading.book, for: .everybody, contents: { _ in nil }, text: text)
            (title, blocks) = (pack.title, pack.blocks)
        }
    }

    private var day: String { meeting.startsAt.inLondon.day.inWords }
    public var heading: String { kind == .agenda ? "Agenda of \(day)" : "Papers of \(day)" }
    public var tabTitle: String { "\(heading), \(meeting.startsAt.inLondon.clock) – \(committees)" }
    public var route: Route? { kind == .agenda ? .agenda(meeting.id) : .papers(meeting.id) }
    public var trail: [(name: String, route: Route)] {
        [("Meetings", .meetings), ("Meeting of \(day)", .meeting(meeting.id))]
    }
    public var isOfAPosition: Bool { false }
    public var origin: String {
        "\(kind == .agenda ? "the agenda" : "the papers") of a meeting of \(committees)"
    }
    public var subtitle: Html { .paragraph(.name(committees), class: "subtitle") }

    public func content(in shell: Shell) -> [Html] {
        let document: Route = kind == .agenda ? .agendaDocument(meeting.id) : .papersDocument(meeting.id)
        let words = kind == .agenda ? "Take the agenda away" : "Take the list of papers away"
        let lede = Html.paragraph(
            """
            Which papers come with each item. The number under a paper, its SHA-256, tells whether a file that somebody \
            hands on is that paper, unchanged. Papers that are kept back from a member are not named.
            """, class: "lede")
        return [
            kind == .papers ? lede : .none,
            .block(MinutesText.Block.html(of: blocks, in: shell), class: "record"),
            .paragraph(
                .link(.text("\(words) as a Word document"), to: shell.destination(document)), class: "downloads"),
        ]
    }
}
