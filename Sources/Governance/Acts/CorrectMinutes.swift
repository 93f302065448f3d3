public import Vocabulary

/// Puts something right in the draft minutes of a closed meeting, before they are approved; the draft stays beside it.
public struct CorrectMinutes: MeetingAct {
    public static let name = "correctMinutes"
    public static let states: [Meeting.State] = [.closed]
    public static let doing = "correct its minutes"

    public var meeting: Slug
    public var text: String
    public var askedBy: Slug

    public init(meeting: Slug, text: String, askedBy: Slug) {
        self.meeting = meeting
        self.text = text
        self.askedBy = askedBy
    }

    /// - Throws: `text-missing`, `no-such-person`, `minutes-approved`, `not-there` where who asks was not at the meeting.
    public func change(
        _ meeting: inout Meeting, from before: GovernanceBefore, at moment: Moment
    ) throws(Refusal) {
        try refuseBlank(text, "What is to be corrected")
        _ = try before.book.requirePerson(askedBy)
        if let approval = meeting.approval {
            throw Refusal(
                .rule, code: "minutes-approved",
                "The minutes of “\(meeting.id)” were approved at “\(approval.meeting)”.",
                remedy: "Have the correction minuted at the next meeting.")
        }
        guard meeting.attended(askedBy) else {
            throw Refusal(
                .rule, code: "not-there", "“\(askedBy)” was not at “\(meeting.id)”.",
                remedy: "Somebody who was there asks for the correction.")
        }
        meeting.corrections.append(Meeting.Correction(text: text, askedBy: askedBy, at: moment))
    }
}
