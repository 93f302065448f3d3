public import Vocabulary

/// Closes a meeting: everybody goes; items that were not reached are carried to the next meeting.
public struct CloseMeeting: MeetingEvent {
    public static let name = "closeMeeting"
    public static let doing = "close it"

    public var meeting: Slug
    public var at: Moment?

    public init(meeting: Slug, at: Moment? = nil) {
        self.meeting = meeting
        self.at = at
    }

    /// - Throws: `item-before` while an item is before the meeting, or stopped and not settled.
    public func change(
        _ meeting: inout Meeting, from before: GovernanceBefore, at moment: Moment
    ) throws(Refusal) {
        if let item = meeting.itemBefore {
            throw Refusal(
                .rule, code: "item-before", "The item “\(item)” is before the meeting and not settled.",
                remedy: "Close it, defer it or refer it first.")
        }
        for item in meeting.proceedings.filter({ $0.state == .waiting }).map(\.item) {
            try meeting.settle(item, committee: nil, as: .notReached, note: nil, at: moment)
        }
        for person in meeting.present { meeting.leave(person, at: moment) }
        meeting.state = .closed
        meeting.closedAt = moment
    }
}
