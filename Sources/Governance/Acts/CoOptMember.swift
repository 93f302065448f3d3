public import Vocabulary

/// Lets somebody without an interest join a committee for one item, so that it can decide; who was asked is recorded.
public struct CoOptMember: MeetingEvent {
    public static let name = "coOptMember"
    public static let doing = "co-opt somebody"

    public var meeting: Slug
    public var committee: Slug
    public var item: Slug
    public var person: Slug
    /// What the person sits as: `gp`.
    public var roles: [Slug]
    /// Who else was asked, also those who could not come; clinicians who were asked by `AskClinician` are of them.
    public var asked: [Slug]
    public var reason: String
    public var at: Moment?

    public init(
        meeting: Slug, committee: Slug, item: Slug, person: Slug, roles: [Slug], asked: [Slug], reason: String,
        at: Moment? = nil
    ) {
        self.meeting = meeting
        self.committee = committee
        self.item = item
        self.person = person
        self.roles = roles
        self.asked = asked
        self.reason = reason
        self.at = at
    }

    /// - Throws: `no-reason`, `not-its-committee`, `item-…`, `vote-open`, `member-already`, `person-not-known`,
    ///   `not-present`, `co-opted-conflicted`.
    public func change(
        _ meeting: inout Meeting, from before: GovernanceBefore, at moment: Moment
    ) throws(Refusal) {
        try refuseBlank(reason: reason, for: "co-opting “\(person)”")
        try meeting.requireCommittee(committee)
        _ = try meeting.requireProceeding(item, in: [.waiting, .taken, .stopped], to: "co-opt somebody for it")
        try meeting.requireNoOpenMotion(on: item, to: "co-opt somebody")
        try before.book.requireKnown(person, on: meeting.day)
        for other in asked { _ = try before.book.requirePerson(other) }
        try meeting.requirePresent(person, to: "join for the item")
        let sitting = try Sitting(of: committee, in: meeting, item: item, within: .discussion, book: before.book)
        guard !sitting.holds(person) else {
            throw Refusal(
                .rule, code: "member-already", "“\(person)” has a seat on “\(committee)” already.",
                remedy: "Co-opt somebody who has none.")
        }
        let proposals = try ProposeHandling.proposals(
            for: meeting, item: item, people: [person], book: before.book, rulebook: before.rulebook)
        if let conflict = proposals.first(where: { $0.option != .noted }) {
            throw Refusal(
                .rule, code: "co-opted-conflicted", "\(conflict.why).",
                remedy: "Ask somebody without an interest in the item.")
        }
        let told = asked.contains(person) ? asked : [person] + asked
        meeting.coOptions.append(
            Meeting.CoOption(
                committee: committee, item: item, person: person, roles: roles,
                asked: (told + meeting.asked(for: item).map(\.person)).eachOnce, reason: reason, at: moment))
    }
}
