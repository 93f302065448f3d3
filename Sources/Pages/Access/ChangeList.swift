public import Access
public import Governance
public import Priorities
public import Vocabulary

/// What happened of late in the rounds, meetings and decisions that the holder of an account may see.
public struct ChangeList: Sendable {
    /// The latest first.
    public let items: [Change]

    /// One thing that happened, and where it is seen.
    public struct Change: Hashable, Sendable {
        /// `Decided: Dental round`.
        public var words: String
        public var route: Route
        public var at: Moment

        public init(_ words: String, _ route: Route, at: Moment) {
            self.words = words
            self.route = route
            self.at = at
        }
    }

    /// - Parameters:
    ///   - rounds: every round, in any order.
    ///   - book: the whole book of governance.
    ///   - moment: nothing after it is told.
    public init(
        for account: Account, at moment: Moment, by rules: AccessRules, rounds: [Round], governance book: GovernanceBook
    ) {
        let day = moment.inLondon.day
        let (reads, sees) = (
            rules.reach(of: account, .readRounds, on: day), rules.reach(of: account, .readMeetings, on: day)
        )
        let seen = rounds.filter { round in
            account.member(in: round.id) != nil
                || (round.programme.commissioner.map { reads.covers($0) } ?? !reads.isNowhere)
        }
        let held = book.meetings.values.filter { meeting in
            meeting.isPublic || (account.person.map { meeting.peopleConcerned(book).contains($0) } ?? false)
                || (rules.reach(of: account, .keepMeetings, on: day)).coversAny(of: meeting, in: book)
        }
        var found = seen.flatMap { ChangeList.changes(in: $0) }
        for meeting in held where meeting.isPublic || !sees.isNowhere {
            found += ChangeList.changes(in: meeting, book)
        }
        found += book.decisions.values.map { Change("Decided: \($0.title)", .decisions, at: $0.decidedAt) }
        var told: Set<String> = []
        items = found.filter { $0.at <= moment }.sorted { ($1.at, $0.words) < ($0.at, $1.words) }
            .filter { told.insert("\($0.words) \($0.at.inLondon.day) \($0.route.path)").inserted }
    }

    private static func changes(in round: Round) -> [Change] {
        let title = round.title
        let moments: [(String, Moment?, Route)] = [
            ("Round begun: \(title)", round.openedAt, .round(round.id)),
            ("Criteria settled: \(title)", round.anchorsClosedAt, .round(round.id)),
            ("Weights closed: \(title)", round.weightsClosedAt, .round(round.id)),
            ("Scores closed: \(title)", round.scoresClosedAt, .round(round.id)),
            ("Answer worked out: \(title)", round.result?.at, .round(round.id)),
            ("Round decided: \(title)", round.decidedAt, .roundDecision(round.id)),
            ("Record published: \(title)", round.published.last?.at, .round(round.id)),
        ]
        return moments.compactMap { words, at, route in at.map { Change(words, route, at: $0) } }
    }

    private static func changes(in meeting: Meeting, _ book: GovernanceBook) -> [Change] {
        let committees = meeting.committees.map { book.committees[$0]?.title ?? $0.description }
        let title = "\(committees.joined(separator: " and ")), \(meeting.day.inWords)"
        let route = Route.meeting(meeting.id)
        let moments: [(String, Moment?, Route)] = [
            ("Meeting opened: \(title)", meeting.openedAt, route),
            ("Meeting closed, minutes drafted: \(title)", meeting.closedAt, .minutes(meeting.id)),
            ("Minutes approved: \(title)", meeting.approval?.at, .minutes(meeting.id)),
        ]
        return moments.compactMap { words, at, route in at.map { Change(words, route, at: $0) } }
            + meeting.resolutions.filter(\.isCarried).map { Change("Decided: \($0.title)", route, at: $0.decidedAt) }
    }
}

extension AccessRules.Reach {
    /// True where it covers the body of one of the meeting's committees.
    func coversAny(of meeting: Meeting, in book: GovernanceBook) -> Bool {
        meeting.committees.contains { covers(book.committees[$0]?.body) }
    }
}
