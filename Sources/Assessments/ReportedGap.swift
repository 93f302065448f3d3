public import Vocabulary

/// A gap in care as somebody who meets it reports it.
public struct ReportedGap: Hashable, Sendable, Codable {
    public var id: Slug
    /// What is missing, for whom.
    public var what: String
    /// Where: a town, a site, a part of the area.
    public var place: String
    public var theme: String?
    /// The practice, office or group that reports it.
    public var from: String
    /// Its code, where it has one.
    public var organisation: OrganisationCode?
    /// A name to ask, kept apart.
    public var person: Personal?

    public init(
        id: Slug, what: String, place: String, theme: String? = nil, from: String,
        organisation: OrganisationCode? = nil, person: Personal? = nil
    ) {
        self.id = id
        self.what = what
        self.place = place
        self.theme = theme
        self.from = from
        self.organisation = organisation
        self.person = person
    }
}

/// A reported gap with what became of it.
public struct GapHeld: Hashable, Sendable {
    public var gap: ReportedGap
    /// Whoever recorded it, and sees its answer.
    public var reporter: Author
    public var reportedAt: Moment
    public var merged: Merge?
    public var triage: Triage?
    public var answer: Answer?

    public init(gap: ReportedGap, reporter: Author, reportedAt: Moment) {
        self.gap = gap
        self.reporter = reporter
        self.reportedAt = reportedAt
    }

    /// That two gaps are one.
    public struct Merge: Hashable, Sendable {
        public var into: Slug
        public var reason: String
        public var on: Day
    }

    /// What it was found to be.
    public struct Triage: Hashable, Sendable {
        public var outcome: Outcome
        public var reason: String
        public var theme: String?
        public var on: Day
    }

    /// What a gap is found to be when somebody looks at it.
    public enum Outcome: String, Hashable, Sendable, Codable, CaseIterable {
        case takenUp, passedOn, noGap

        /// For a table: `Taken up here`.
        public var title: String {
            switch self {
            case .takenUp: "Taken up here"
            case .passedOn: "Passed on to others"
            case .noGap: "Not a gap"
            }
        }
    }

    public struct Answer: Hashable, Sendable {
        public var text: String
        public var on: Day
    }

    public enum State: String, Hashable, Sendable, CaseIterable {
        case reported, triaged, answered, merged

        /// For a table: `Waits to be looked at`.
        public var title: String {
            switch self {
            case .reported: "Waits to be looked at"
            case .triaged: "Looked at, not answered"
            case .answered: "Answered"
            case .merged: "Merged with another"
            }
        }
    }

    public var state: State {
        if merged != nil { return .merged }
        if answer != nil { return .answered }
        return triage == nil ? .reported : .triaged
    }

    /// As it was sorted where somebody has looked at it, or else as it was reported.
    public var theme: String? { triage?.theme ?? gap.theme }

    /// True of what counts: neither merged into another nor found to be none.
    public var counts: Bool { merged == nil && triage?.outcome != .noGap }
}
