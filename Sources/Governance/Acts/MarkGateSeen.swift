public import Vocabulary

/// Records that members have seen a document that the law asks for, before they decide.
public struct MarkGateSeen: MeetingAct {
    public static let name = "markGateSeen"
    public static let states: [Meeting.State] = [.planned, .papersOut, .open]
    public static let doing = "record who has seen a document"

    public var meeting: Slug
    public var item: Slug
    public var kind: AgendaItem.Gate.Kind
    public var people: [Slug]

    public init(meeting: Slug, item: Slug, kind: AgendaItem.Gate.Kind, people: [Slug]) {
        self.meeting = meeting
        self.item = item
        self.kind = kind
        self.people = people
    }

    /// - Throws: `no-such-item`, `no-such-gate`, `no-such-person`.
    public func change(
        _ meeting: inout Meeting, from before: GovernanceBefore, at moment: Moment
    ) throws(Refusal) {
        try meeting.requireItem(item)
        for person in people { _ = try before.book.requirePerson(person) }
        guard let place = meeting.agenda.firstIndex(where: { $0.id == item }),
            meeting.agenda[place].gates.contains(where: { $0.kind == kind })
        else {
            throw Refusal(
                .usage, code: "no-such-gate", "The item “\(item)” has no document of the kind “\(kind.rawValue)”.",
                remedy: "Put the item on the agenda with it.")
        }
        for gate in meeting.agenda[place].gates.indices where meeting.agenda[place].gates[gate].kind == kind {
            let new = people.filter { !meeting.agenda[place].gates[gate].seenBy.contains($0) }
            meeting.agenda[place].gates[gate].seenBy += new
        }
    }
}
