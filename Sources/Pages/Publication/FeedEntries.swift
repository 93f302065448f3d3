import Governance
public import Vocabulary

/// What the feeds on governance tell, each entry by what it is known by for good; the latest first.
public struct FeedEntries: Sendable {
    public var reading: GovernanceReading
    /// So many, and no more: a feed tells what is new.
    private static let most = 50

    public init(_ reading: GovernanceReading) {
        self.reading = reading
    }

    /// An entry, before it has an address and an identifier of its own.
    public struct Told: Hashable, Sendable {
        /// Stays the same whatever else changes: `decision pccc pccc-2026-05 m1`.
        public var key: String
        public var title: String
        public var updated: Moment
        public var route: Route
        public var summary: String

        public init(key: String, title: String, updated: Moment, route: Route, summary: String) {
            self.key = key
            self.title = title
            self.updated = updated
            self.route = route
            self.summary = summary
        }
    }

    public var decisions: [Told] {
        DecisionRegister(reading.book).decisions.prefix(FeedEntries.most).map { decision in
            let committee = reading.title(of: [decision.committee])
            let meeting = decision.meeting.flatMap { reading.book.meetings[$0] }
            return Told(
                key: "decision \(decision.committee) \(decision.meeting?.description ?? "outside") \(decision.id)",
                title: "\(decision.title): \(decision.isCarried ? "carried" : "not carried")",
                updated: decision.decidedAt, route: meeting.map { .meeting($0.id) } ?? .decisions,
                summary: "\(decision.text) \(committee), \(decision.manner.inWords). Why: \(decision.reasons)")
        }
    }

    /// Those to come and those that were held.
    ///
    /// - Parameter recorded: when something was first and last recorded of each; of one in private only the first is
    ///   told.
    public func meetings(recorded: [Slug: (first: Moment, last: Moment)]) -> [Told] {
        (reading.coming + reading.past).map { meeting in
            let moments = recorded[meeting.id]
            return Told(
                key: "meeting \(meeting.id)",
                title: "\(reading.title(of: meeting.committees)), \(meeting.startsAt.inLondon.day.inWords)",
                updated: (meeting.isPublic ? moments?.last : moments?.first) ?? meeting.startsAt,
                route: .meeting(meeting.id),
                summary: [
                    "Begins at \(meeting.startsAt.inLondon.clock)\(meeting.place.isEmpty ? "" : ", \(meeting.place)")",
                    meeting.isPublic ? "in public" : "in private", reading.state(of: meeting),
                ].joined(separator: "; ") + ".")
        }.latest(FeedEntries.most)
    }

    /// One for each person whose interests are published; days are all that the register tells.
    public var interests: [Told] {
        let people = (try? reading.register.publishedPeople(on: reading.day)) ?? []
        return people.compactMap { person -> Told? in
            guard let name = reading.publishedNames[person.id] else { return nil }
            let shown = reading.book.people[person.id]?.declarations ?? []
            let days = shown.flatMap { [$0.declaredOn, $0.approval?.on, $0.supersededOn, $0.ended] }
                .compactMap(\.self).filter { $0 <= reading.day }
            let latest = days.max() ?? person.knownFrom
            return Told(
                key: "interests \(person.id)", title: "Interests of \(name)",
                updated: Moment(secondsSince1970: latest.number * 86_400), route: .interestsOf(person.id),
                summary: shown.isEmpty
                    ? "No interest is published." : "\(counted(shown.count, "interest")) in the register.")
        }.latest(FeedEntries.most)
    }
}

extension Array where Element == FeedEntries.Told {
    fileprivate func latest(_ most: Int) -> [FeedEntries.Told] {
        Array(sorted { ($0.updated, $0.key) > ($1.updated, $1.key) }.prefix(most))
    }
}
