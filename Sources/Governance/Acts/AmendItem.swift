public import Vocabulary

/// Changes an item of an agenda before it is reached: its title, what it is for, whom it touches, its papers and the
/// documents that the law asks for.
public struct AmendItem: MeetingAct {
    public static let name = "amendItem"
    public static let states: [Meeting.State] = [.planned, .papersOut, .open]
    public static let doing = "change an item of its agenda"

    public var meeting: Slug
    /// The whole item as it is to be, under the short name that it has.
    public var item: AgendaItem
    /// Needed once the papers are out.
    public var reason: String?

    public init(meeting: Slug, item: AgendaItem, reason: String? = nil) {
        self.meeting = meeting
        self.item = item
        self.reason = reason
    }

    /// Who has seen a document that the law asks for stays told for as long as it is the same document; who is to have
    /// seen one is recorded by `MarkGateSeen` and not here.
    ///
    /// - Throws: `no-such-item`, `item-…` where it was taken already, `no-reason` once the papers are out, `part-in-use`
    ///   where a decision on an interest names a part that the item would no longer have, and what
    ///   `AgendaItem.check(in:_:)` throws.
    public func change(
        _ meeting: inout Meeting, from before: GovernanceBefore, at moment: Moment
    ) throws(Refusal) {
        _ = try meeting.requireProceeding(item.id, in: [.waiting], to: "change it")
        if meeting.state != .planned {
            try refuseBlank(reason: reason, for: "changing “\(item.id)” after the papers went out")
        }
        guard let place = meeting.agenda.firstIndex(where: { $0.id == item.id }) else { return }
        var changed = item
        for number in changed.gates.indices {
            let gate = changed.gates[number]
            let same = meeting.agenda[place].gates.first { $0.kind == gate.kind && $0.document == gate.document }
            changed.gates[number].seenBy = same?.seenBy ?? []
        }
        try changed.check(in: meeting, before.book)
        let used = meeting.standingHandlings(item.id).flatMap(\.parts)
        if let lost = used.first(where: { !changed.parts.contains($0) }) {
            throw Refusal(
                .rule, code: "part-in-use",
                "The chair has decided about an interest in “\(lost)” of “\(item.id)”, which would be part of it no more.",
                remedy: "Leave what names it, or withdraw the item and put another on the agenda.")
        }
        meeting.agenda[place] = changed
    }
}
