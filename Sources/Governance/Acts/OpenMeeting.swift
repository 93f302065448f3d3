public import Vocabulary

/// Opens a meeting: who is there, and who takes the chair of each committee.
public struct OpenMeeting: MeetingEvent {
    public static let name = "openMeeting"
    public static let states: [Meeting.State] = [.planned, .papersOut]
    public static let doing = "open it"

    public var meeting: Slug
    public var present: [Slug]
    /// One for each committee.
    public var chairs: [Chair]
    public var at: Moment?

    /// Who takes the chair of a committee.
    public struct Chair: Hashable, Sendable, Codable {
        public var committee: Slug
        public var person: Slug
        /// Needed where it is neither the chair nor the vice-chair: the members present who chose the person.
        public var chosenBy: [Slug]?

        public init(committee: Slug, person: Slug, chosenBy: [Slug]? = nil) {
            self.committee = committee
            self.person = person
            self.chosenBy = chosenBy
        }
    }

    public init(meeting: Slug, present: [Slug], chairs: [Chair], at: Moment? = nil) {
        self.meeting = meeting
        self.present = present
        self.chairs = chairs
        self.at = at
    }

    /// - Throws: `opened-too-early`, `another-meeting-open`, `person-twice`, `no-such-person`, `chair-missing`, and what
    ///   `HandOverChair` refuses of a chair.
    public func change(
        _ meeting: inout Meeting, from before: GovernanceBefore, at moment: Moment
    ) throws(Refusal) {
        guard moment.inLondon.day >= meeting.startsAt.inLondon.day else {
            throw Refusal(
                .rule, code: "opened-too-early", "The meeting is on \(meeting.startsAt.inLondon.day.inWords).",
                remedy: "Open it on that day or later; plan another for an earlier day.")
        }
        for id in meeting.committees { _ = try before.book.termsInForce(id, on: moment.inLondon.day) }
        if let twice = twice(present) {
            throw Refusal(
                .input, code: "person-twice", "“\(twice)” is named as present twice.", remedy: "Name each person once.")
        }
        meeting.state = .open
        meeting.openedAt = moment
        for person in present {
            try before.book.requireKnown(person, on: moment.inLondon.day)
            meeting.presences.append(Presence(person: person, from: moment))
        }
        for committee in meeting.committees {
            let given = chairs.filter { $0.committee == committee }
            guard let chair = given.first, given.count == 1 else {
                throw Refusal(
                    .input, code: "chair-missing", "It is not said, or said twice, who chairs “\(committee)”.",
                    remedy: "Name one chair for each committee of the meeting.")
            }
            try meeting.take(
                Meeting.Chairing(
                    committee: committee, person: chair.person, item: nil, chosenBy: chair.chosenBy ?? [],
                    reason: nil, at: moment),
                before)
        }
        if let other = chairs.first(where: { !meeting.committees.contains($0.committee) }) {
            try meeting.requireCommittee(other.committee)
        }
    }
}

extension GovernanceBook {
    /// - Throws: `no-such-person`, `person-not-known` on a day before the first or after the last.
    func requireKnown(_ id: Slug, on day: Day) throws(Refusal) {
        guard try requirePerson(id).isKnown(on: day) else {
            throw Refusal(
                .rule, code: "person-not-known", "“\(id)” is not of the body, or known to it, on \(day.inWords).",
                remedy: "See the days on which the person came and left.")
        }
    }
}
