public import Vocabulary

/// Cancels a meeting that has not been opened; it stays in the record, and its items are owed to the next.
public struct CancelMeeting: MeetingAct {
    public static let name = "cancelMeeting"
    public static let states: [Meeting.State] = [.planned, .papersOut]
    public static let doing = "cancel it"

    public var meeting: Slug
    public var reason: String

    public init(meeting: Slug, reason: String) {
        self.meeting = meeting
        self.reason = reason
    }

    /// - Throws: `no-reason`.
    public func change(
        _ meeting: inout Meeting, from before: GovernanceBefore, at moment: Moment
    ) throws(Refusal) {
        try refuseBlank(reason: reason, for: "cancelling the meeting “\(meeting.id)”")
        meeting.state = .cancelled
        meeting.reasonForCancelling = reason
    }
}
