public import Vocabulary

/// Records an interest that a member tells the meeting; it belongs on the register too, which the minutes say.
public struct DeclareAtMeeting: MeetingEvent {
    public static let name = "declareAtMeeting"
    public static let doing = "declare an interest at it"
    public static let states: [Meeting.State] = [.planned, .papersOut, .open]

    public var meeting: Slug
    public var interest: MeetingInterest
    public var at: Moment?

    public init(meeting: Slug, interest: MeetingInterest, at: Moment? = nil) {
        self.meeting = meeting
        self.interest = interest
        self.at = at
    }

    /// - Throws: `no-such-person`, `no-such-item`, `no-such-part`, `interest-exists`, `text-missing`,
    ///   `underlying-missing` for an indirect interest without the kind that the other person holds.
    public func change(
        _ meeting: inout Meeting, from before: GovernanceBefore, at moment: Moment
    ) throws(Refusal) {
        let item = try meeting.requireItem(interest.item)
        let person = try before.book.requirePerson(interest.member)
        try meeting.requireParts(interest.parts, of: item)
        try refuseBlank(interest.nature, "What the interest is")
        guard !meeting.interests.contains(where: { $0.id == interest.id }),
            person.declaration(interest.id) == nil
        else {
            throw Refusal(
                .usage, code: "interest-exists", "There is an interest “\(interest.id)” already.",
                remedy: "Give this one a short name of its own.")
        }
        let needsUnderlying = interest.kind == .indirect
        guard !needsUnderlying || (interest.underlying.map { $0 != .indirect } ?? false) else {
            throw Refusal(
                .input, code: "underlying-missing",
                "The indirect interest “\(interest.id)” does not say which kind the other person holds.",
                remedy: "Give it as underlying, and the relationship.")
        }
        meeting.interests.append(interest)
    }
}
