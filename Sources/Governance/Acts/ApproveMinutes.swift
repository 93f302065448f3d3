public import Vocabulary

/// Approves the minutes of an earlier meeting, at a later one of a committee that met then.
public struct ApproveMinutes: MeetingEvent {
    public static let name = "approveMinutes"
    public static let doing = "approve minutes at it"

    /// The later meeting.
    public var meeting: Slug
    /// Its item, whose subject is the earlier meeting's minutes.
    public var item: Slug
    /// Who proposes and who supports the approval: two people or more, of whom one was at the earlier meeting.
    public var approvers: [Slug]
    public var at: Moment?

    public init(meeting: Slug, item: Slug, approvers: [Slug], at: Moment? = nil) {
        self.meeting = meeting
        self.item = item
        self.approvers = approvers
        self.at = at
    }

    public func decide(
        _ before: GovernanceBefore, by author: Author, at moment: Moment
    ) throws(Refusal) -> GovernanceBook {
        var book = try happened(before, at: moment)
        let earlier = try self.earlier(try book.requireMeeting(meeting), book)
        book.meetings[earlier.id]?.approval = Meeting.MinutesApproval(
            meeting: meeting, item: item, by: approvers, at: at ?? moment)
        return book
    }

    /// - Throws: `no-such-item`, `item-…`, `not-minutes`, `minutes-not-closed`, `minutes-approved`, `minutes-of-later`,
    ///   `too-few-approvers`, `not-present`, `not-member`, `not-there` where none of them was at the earlier meeting,
    ///   `approver-twice`, `approvers-tied`.
    public func change(
        _ meeting: inout Meeting, from before: GovernanceBefore, at moment: Moment
    ) throws(Refusal) {
        let place = try meeting.requireProceeding(item, in: [.taken], to: "approve the minutes")
        let earlier = try self.earlier(meeting, before.book)
        guard earlier.state == .closed else {
            throw Refusal(
                .rule, code: "minutes-not-closed",
                "The meeting “\(earlier.id)” is \(earlier.state.inWords), and its minutes cannot be approved.",
                remedy: "Close it first.")
        }
        guard earlier.approval == nil else {
            throw Refusal(
                .rule, code: "minutes-approved", "The minutes of “\(earlier.id)” are approved already.",
                remedy: "Close the item with a note.")
        }
        if let closed = earlier.closedAt, closed > moment {
            throw Refusal(
                .rule, code: "minutes-of-later", "“\(earlier.id)” was closed at \(closed), after \(moment).",
                remedy: "Minutes are approved at a later meeting.")
        }
        guard approvers.count >= 2 else {
            throw Refusal(
                .input, code: "too-few-approvers", "The approval names \(approvers.count) of two people.",
                remedy: "Name who proposes it and who supports it.")
        }
        var seated: [Slug] = []
        for id in meeting.committees where earlier.committees.contains(id) {
            let sitting = try Sitting(of: id, in: meeting, item: item, within: .discussion, book: before.book)
            seated += sitting.seats.map(\.person)
        }
        for person in approvers {
            try meeting.requirePresent(person, to: "approve the minutes")
            guard seated.contains(person) else {
                throw Refusal(
                    .rule, code: "not-member", "“\(person)” has no seat on a committee whose minutes these are.",
                    remedy: "Members approve the minutes.")
            }
        }
        try FindSharedTies.refuse(among: approvers, on: meeting.day, in: before.book, to: "approve the minutes")
        guard approvers.contains(where: { earlier.attended($0) }) else {
            throw Refusal(
                .rule, code: "not-there", "None of \(named(approvers)) was at “\(earlier.id)”.",
                remedy: "At least one of those who approve was there.")
        }
        for committee in meeting.committees where earlier.committees.contains(committee) {
            meeting.proceedings[place].outcomes.append(
                Proceeding.Outcome(
                    committee: committee, kind: .minutesApproved, resolution: nil,
                    note: "minutes of \(earlier.id)", at: moment))
        }
    }

    private func earlier(_ meeting: Meeting, _ book: GovernanceBook) throws(Refusal) -> Meeting {
        guard case .minutes(let id) = try meeting.requireItem(item).subject else {
            throw Refusal(
                .usage, code: "not-minutes", "The item “\(item)” is not on the minutes of a meeting.",
                remedy: "Its subject is {minutes: …} with the earlier meeting.")
        }
        return try book.requireMeeting(id)
    }
}
