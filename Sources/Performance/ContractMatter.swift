public import Vocabulary

/// A matter between a commissioner and a provider under their contract, step by step: activity that is off plan, or
/// performance that falls short.
///
/// - Reference: NHS Standard Contract, service condition SC29 (managing activity and referrals) and general condition GC9
///   (contract management), recalled and not read: see the notes of the rules `performance.activity` and
///   `performance.contract`.
public struct ContractMatter: Hashable, Sendable {
    public var id: Slug
    public var provider: OrganisationCode
    public var route: Route
    /// What it is about.
    public var subject: String
    /// The matter of activity that it grew out of.
    public var arisesFrom: Slug?
    public var state: State
    /// In order; the first is the act that began it.
    public var steps: [Step] = []
    /// By when the next step is due; nil where nothing says.
    public var due: Day?
    /// What the immediate action plan says is to be done; nil where none was agreed.
    public var immediateAction: String?
    public var milestones: [Milestone] = []
    public var withholdings: [Withholding] = []

    public init(
        id: Slug, provider: OrganisationCode, route: Route, subject: String, arisesFrom: Slug? = nil, state: State
    ) {
        (self.id, self.provider, self.route, self.subject) = (id, provider, route, subject)
        (self.arisesFrom, self.state) = (arisesFrom, state)
    }

    /// Which clause it goes by.
    public enum Route: String, Hashable, Sendable, Codable, CaseIterable {
        /// SC29.
        case activity
        /// GC9.
        case performance
    }

    /// Where it stands.
    public enum State: String, Hashable, Sendable, Codable, CaseIterable {
        case warned, queried, notified, met, inReview, reviewed, planned, excepted, closed
        /// Of an immediate action plan under GC9: agreed, carried out, breached.
        case immediate, acted, breached
    }

    /// One act on it.
    public struct Step: Hashable, Sendable {
        public let act: String
        public let on: Day
        /// The state that it led to.
        public let state: State
        /// What came of it, in words.
        public let words: String
    }

    /// One thing that an action plan says is to be done.
    public struct Milestone: Hashable, Sendable, Codable {
        public var id: Slug
        public var what: String
        public var due: Day
        public var metOn: Day?
        /// When an exception report said that it was missed.
        public var missedOn: Day?

        public init(id: Slug, what: String, due: Day, metOn: Day? = nil, missedOn: Day? = nil) {
            (self.id, self.what, self.due, self.metOn, self.missedOn) = (id, what, due, metOn, missedOn)
        }
    }

    /// Money held back for a milestone that was missed.
    public struct Withholding: Hashable, Sendable {
        public var milestone: Slug
        public var month: Month
        public var amount: Money
        /// The Actual Monthly Value of the contract in that month.
        public var monthlyValue: Money
        public var on: Day
        public var settlement: Settlement?
        public var settledOn: Day?
        /// Of a year, in hundredths of a per cent, and what it came to; of what was repaid.
        public var rateHundredths: Int?
        public var interest: Money?

        /// True of what is held back, and of what was kept for good.
        public var canBeRepaid: Bool { settlement == nil || settlement == .retained }
        /// True of what went to the provider after all.
        var isGivenBack: Bool { settlement == .released || settlement == .repaid }

        public init(milestone: Slug, month: Month, amount: Money, monthlyValue: Money, on: Day) {
            (self.milestone, self.month, self.amount) = (milestone, month, amount)
            (self.monthlyValue, self.on) = (monthlyValue, on)
        }
    }

    /// What became of money held back.
    public enum Settlement: String, Hashable, Sendable, Codable, CaseIterable {
        /// Paid to the provider.
        case released
        /// Kept for good.
        case retained
        /// Withheld wrongly: paid to the provider with interest.
        case repaid
    }
}

extension ContractMatter.Route {
    /// `activity (SC29)`.
    public var inWords: String { self == .activity ? "activity (SC29)" : "performance (GC9)" }
    /// What its plan is called.
    public var planName: String { self == .activity ? "Activity Management Plan" : "Remedial Action Plan" }
    /// What its review is called.
    public var reviewName: String { self == .activity ? "joint activity review" : "joint investigation" }
    /// What its meeting is called.
    public var meetingName: String {
        self == .activity ? "activity management meeting" : "contract management meeting"
    }
}

extension ContractMatter.State {
    public var inWords: String {
        switch self {
        case .warned: "early warning given"
        case .queried: "query notice issued"
        case .notified: "performance notice issued"
        case .met: "meeting held"
        case .inReview: "in review"
        case .reviewed: "review done"
        case .planned: "action plan agreed"
        case .excepted: "milestone missed"
        case .immediate: "immediate action agreed"
        case .acted: "immediate action taken"
        case .breached: "immediate action breached"
        case .closed: "closed"
        }
    }
}
