public import Vocabulary

/// Takes an item off the agenda before it is reached; it stays in the record as withdrawn.
public struct WithdrawItem: MeetingAct {
    public static let name = "withdrawItem"
    public static let states: [Meeting.State] = [.planned, .papersOut, .open]
    public static let doing = "withdraw an item"

    public var meeting: Slug
    public var item: Slug
    public var reason: String

    public init(meeting: Slug, item: Slug, reason: String) {
        self.meeting = meeting
        self.item = item
        self.reason = reason
    }

    /// - Throws: `no-such-item`, `no-reason`, `item-…` where it was taken already.
    public func change(
        _ meeting: inout Meeting, from before: GovernanceBefore, at moment: Moment
    ) throws(Refusal) {
        try refuseBlank(reason: reason, for: "withdrawing the item “\(item)”")
        let place = try meeting.requireProceeding(item, in: [.waiting], to: "withdraw it")
        meeting.proceedings[place].state = .withdrawn
        meeting.proceedings[place].reasonWithdrawn = reason
    }
}
