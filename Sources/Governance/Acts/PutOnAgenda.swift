public import Vocabulary

/// Puts an item on the agenda of a meeting.
public struct PutOnAgenda: MeetingAct {
    public static let name = "putOnAgenda"
    public static let states: [Meeting.State] = [.planned, .papersOut, .open]
    public static let doing = "put an item on its agenda"

    public var meeting: Slug
    public var item: AgendaItem
    /// Needed once the papers are out.
    public var reasonForLate: String?

    public init(meeting: Slug, item: AgendaItem, reasonForLate: String? = nil) {
        self.meeting = meeting
        self.item = item
        self.reasonForLate = reasonForLate
    }

    /// - Throws: `item-exists`, `no-reason` for a late item, and what `AgendaItem.check(in:_:)` throws.
    public func change(
        _ meeting: inout Meeting, from before: GovernanceBefore, at moment: Moment
    ) throws(Refusal) {
        guard meeting.item(item.id) == nil else {
            throw Refusal(
                .usage, code: "item-exists", "The item “\(item.id)” is on the agenda already.",
                remedy: "Give this one a short name of its own, or withdraw the other.")
        }
        if meeting.state != .planned {
            try refuseBlank(reason: reasonForLate, for: "putting “\(item.id)” on the agenda after the papers went out")
        }
        try item.check(in: meeting, before.book)
        meeting.agenda.append(item)
        meeting.proceedings.append(Proceeding(item: item.id))
    }
}
