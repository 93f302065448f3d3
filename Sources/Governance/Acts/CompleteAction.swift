public import Vocabulary

/// Records that an action of a meeting is done.
public struct CompleteAction: MeetingAct {
    public static let name = "completeAction"
    public static let states: [Meeting.State] = [.open, .closed]
    public static let doing = "complete an action"

    public var meeting: Slug
    public var action: Slug
    public var doneOn: Day
    public var note: String?

    public init(meeting: Slug, action: Slug, doneOn: Day, note: String? = nil) {
        self.meeting = meeting
        self.action = action
        self.doneOn = doneOn
        self.note = note
    }

    /// - Throws: `no-such-action`, `action-done`, `day-in-future`, `done-before-meeting`.
    public func change(
        _ meeting: inout Meeting, from before: GovernanceBefore, at moment: Moment
    ) throws(Refusal) {
        guard let place = meeting.actions.firstIndex(where: { $0.id == action }) else {
            throw Refusal(
                .usage, code: "no-such-action", "There is no action “\(action)” of “\(meeting.id)”.",
                remedy: "Its actions are \(named(meeting.actions.map(\.id))).")
        }
        if let done = meeting.actions[place].doneOn {
            throw Refusal(
                .rule, code: "action-done", "The action “\(action)” was done on \(done.inWords).",
                remedy: "Add another where more is to be done.")
        }
        try refuseFuture(doneOn, "The day on which it was done", at: moment)
        guard doneOn >= meeting.day else {
            throw Refusal(
                .input, code: "done-before-meeting", "\(doneOn.inWords) is before the meeting that agreed it.",
                remedy: "Give the day on which it was done.")
        }
        meeting.actions[place].doneOn = doneOn
        meeting.actions[place].note = note
    }
}
