public import Vocabulary

/// Hands the chair of a committee over, for an item or for the rest of the meeting.
public struct HandOverChair: MeetingEvent {
    public static let name = "handOverChair"
    public static let doing = "hand the chair over"

    public var meeting: Slug
    public var committee: Slug
    public var to: Slug
    public var item: Slug?
    /// Needed where it is neither the chair nor the vice-chair: the members present who chose the person.
    public var chosenBy: [Slug]?
    public var reason: String
    public var at: Moment?

    public init(
        meeting: Slug, committee: Slug, to: Slug, item: Slug? = nil, chosenBy: [Slug]? = nil, reason: String,
        at: Moment? = nil
    ) {
        self.meeting = meeting
        self.committee = committee
        self.to = to
        self.item = item
        self.chosenBy = chosenBy
        self.reason = reason
        self.at = at
    }

    /// - Throws: `no-reason`, `not-its-committee`, `no-such-item`, `not-present`, `not-member`, `chair-not-chosen`,
    ///   `chair-conflicted`.
    public func change(
        _ meeting: inout Meeting, from before: GovernanceBefore, at moment: Moment
    ) throws(Refusal) {
        try refuseBlank(reason: reason, for: "handing the chair over")
        if let item { try meeting.requireItem(item) }
        try meeting.take(
            Meeting.Chairing(
                committee: committee, person: to, item: item, chosenBy: chosenBy ?? [], reason: reason, at: moment),
            before)
    }
}

extension Meeting {
    /// Puts somebody in the chair.
    mutating func take(_ chairing: Chairing, _ before: GovernanceBefore) throws(Refusal) {
        try requireCommittee(chairing.committee)
        try requirePresent(chairing.person, to: "take the chair")
        let seats = before.book.committees[chairing.committee]?.members(on: day) ?? []
        let members = Set(seats.map(\.person))
        guard members.contains(chairing.person) else {
            throw Refusal(
                .rule, code: "not-member", "“\(chairing.person)” has no seat on “\(chairing.committee)”.",
                remedy: "A member takes the chair.")
        }
        let isOfficer = seats.contains { $0.person == chairing.person && $0.office != nil }
        let choosing = chairing.chosenBy.filter { $0 != chairing.person }
        guard isOfficer || (!choosing.isEmpty && choosing.allSatisfy { members.contains($0) && isPresent($0) })
        else {
            throw Refusal(
                .rule, code: "chair-not-chosen",
                "“\(chairing.person)” is neither chair nor vice-chair, and no members present are named who chose so.",
                remedy: "Name the members present who chose the person.")
        }
        if let item = chairing.item { try refuseConflicted(chairing.person, item: item, before) }
        self.chairing.append(chairing)
    }
}
