public import Vocabulary

/// Records that somebody came, or came back.
public struct JoinMeeting: MeetingEvent {
    public static let name = "joinMeeting"
    public static let doing = "join it"

    public var meeting: Slug
    public var person: Slug
    public var at: Moment?

    public init(meeting: Slug, person: Slug, at: Moment? = nil) {
        self.meeting = meeting
        self.person = person
        self.at = at
    }

    /// - Throws: `present-already`, `no-such-person`, `person-not-known`; `recused-present` where the person is to stay
    ///   away from the item that is before the meeting.
    public func change(
        _ meeting: inout Meeting, from before: GovernanceBefore, at moment: Moment
    ) throws(Refusal) {
        try before.book.requireKnown(person, on: meeting.day)
        guard !meeting.isPresent(person) else {
            throw Refusal(
                .rule, code: "present-already", "“\(person)” is at the meeting already.",
                remedy: "Record first that the person left.")
        }
        if let item = meeting.itemBefore,
            let handling = meeting.handlings(item, within: .discussion).first(where: {
                $0.member == person && !$0.option.mayStayForDecision
            }), !handling.option.mayDiscuss || meeting.motions.contains(where: { $0.item == item && $0.isOpen })
        {
            throw Refusal(
                .rule, code: "recused-present",
                "“\(person)” \(handling.option.inWords), and the item “\(item)” is before the meeting.",
                remedy: "Let the person come back once the item is closed.")
        }
        meeting.presences.append(Presence(person: person, from: moment))
        if let item = meeting.itemBefore, meeting.item(item)?.purpose == .decide,
            meeting.proceeding(item)?.state == .taken
        {
            _ = try meeting.judgeQuorum(item, within: .discussion, book: before.book, at: moment)
        }
    }
}
