public import Vocabulary

/// Closes an item that was noted, discussed or decided.
public struct CloseItem: MeetingEvent {
    public static let name = "closeItem"
    public static let doing = "close an item"

    public var meeting: Slug
    public var item: Slug
    /// What was noted or said, in a sentence or two for the minutes.
    public var note: String?
    public var at: Moment?

    public init(meeting: Slug, item: Slug, note: String? = nil, at: Moment? = nil) {
        self.meeting = meeting
        self.item = item
        self.note = note
        self.at = at
    }

    /// - Throws: `no-such-item`, `item-…`, `vote-open`, `item-undecided` where an item for decision has none in one of
    ///   the committees.
    public func change(
        _ meeting: inout Meeting, from before: GovernanceBefore, at moment: Moment
    ) throws(Refusal) {
        let agendaItem = try meeting.requireItem(item)
        let place = try meeting.requireProceeding(item, in: [.taken], to: "close it")
        try meeting.requireNoOpenMotion(on: item, to: "close the item")
        meeting.proceedings[place].note = note
        let settled = Set(meeting.proceedings[place].outcomes.map(\.committee))
        if agendaItem.purpose == .decide {
            let open = meeting.committees.filter { !settled.contains($0) }
            guard open.isEmpty else {
                throw Refusal(
                    .rule, code: "item-undecided", "\(named(open)) has not decided “\(item)”.",
                    remedy: "Put a motion to the vote, defer the item or refer it.")
            }
            meeting.closeIfSettled(place, at: moment)
            return
        }
        try meeting.settle(
            item, committee: nil, as: agendaItem.purpose == .note ? .noted : .discussed, note: note, at: moment)
        meeting.closeIfSettled(place, at: moment)
    }
}
