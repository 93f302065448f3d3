public import Vocabulary

/// Writes down something that somebody is to do, with a day by which.
public struct AddAction: MeetingAct {
    public static let name = "addAction"
    public static let states: [Meeting.State] = [.open, .closed]
    public static let doing = "agree an action"

    public var meeting: Slug
    public var action: MeetingAction

    public init(meeting: Slug, action: MeetingAction) {
        self.meeting = meeting
        self.action = action
    }

    /// - Throws: `action-exists`, `text-missing`, `no-such-person`, `no-such-item`, `due-before-meeting`,
    ///   `minutes-approved`.
    public func change(
        _ meeting: inout Meeting, from before: GovernanceBefore, at moment: Moment
    ) throws(Refusal) {
        guard !meeting.actions.contains(where: { $0.id == action.id }) else {
            throw Refusal(
                .usage, code: "action-exists", "There is an action “\(action.id)” already.",
                remedy: "Give this one a short name of its own.")
        }
        guard meeting.approval == nil else {
            throw Refusal(
                .rule, code: "minutes-approved", "The minutes of “\(meeting.id)” are approved.",
                remedy: "Agree the action at the next meeting.")
        }
        try refuseBlank(action.text, "What is to be done")
        _ = try before.book.requirePerson(action.owner)
        if let item = action.item { try meeting.requireItem(item) }
        guard action.due >= meeting.day else {
            throw Refusal(
                .input, code: "due-before-meeting", "\(action.due.inWords) is before the meeting.",
                remedy: "Give a day that is still to come at the meeting.")
        }
        var added = action
        (added.doneOn, added.note) = (nil, nil)
        meeting.actions.append(added)
    }
}
