public import Vocabulary

/// Records that somebody left: for good, for a while, or for one item. Where the quorum is lost by it, the item stops.
public struct LeaveMeeting: MeetingEvent {
    public static let name = "leaveMeeting"
    public static let doing = "leave it"

    public var meeting: Slug
    public var person: Slug
    /// The item for which the person leaves, where it is for one.
    public var item: Slug?
    /// True where the person sits with the public meanwhile.
    public var isInGallery: Bool?
    public var at: Moment?

    public init(
        meeting: Slug, person: Slug, item: Slug? = nil, isInGallery: Bool? = nil, at: Moment? = nil
    ) {
        self.meeting = meeting
        self.person = person
        self.item = item
        self.isInGallery = isInGallery
        self.at = at
    }

    /// - Throws: `not-present`, `no-such-item`, `gallery-private` where the meeting is not public.
    public func change(
        _ meeting: inout Meeting, from before: GovernanceBefore, at moment: Moment
    ) throws(Refusal) {
        try meeting.requirePresent(person, to: "leave")
        if let item { try meeting.requireItem(item) }
        let inGallery = isInGallery ?? false
        guard !inGallery || meeting.isPublic else {
            throw Refusal(
                .rule, code: "gallery-private", "The meeting is private: nobody sits with the public.",
                remedy: "Record that the person left.")
        }
        meeting.leave(person, at: moment, item: item, inGallery: inGallery)
        try meeting.judgeItemBefore(book: before.book, at: moment)
    }
}

extension Meeting {
    func requirePresent(_ person: Slug, to doing: String) throws(Refusal) {
        guard isPresent(person) else {
            throw Refusal(
                .rule, code: "not-present", "“\(person)” is not at the meeting, and cannot \(doing).",
                remedy: "Record first that the person came.")
        }
    }
}
