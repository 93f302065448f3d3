public import Markup
public import Performance
public import Vocabulary

/// Where notices under contracts, and the steps after them, are read and taken.
public enum NoticeDeed: Hashable, Sendable {
    case all, begin
    case matter(Slug)
    case step(Slug, Step)

    /// What may be done about a matter that was begun.
    public enum Step: String, Hashable, Sendable, CaseIterable {
        case query, meet, action, review, plan, milestone, exception, withhold, settle, close

        /// The act that it is, by name.
        public var act: String {
            switch self {
            case .query: IssueActivityQuery.name
            case .meet: HoldManagementMeeting.name
            case .action: ConcludeImmediateAction.name
            case .review: CompleteReview.name
            case .plan: AgreeActionPlan.name
            case .milestone: MeetMilestone.name
            case .exception: ReportException.name
            case .withhold: WithholdPayment.name
            case .settle: SettleWithheld.name
            case .close: CloseMatter.name
            }
        }

        /// As the words of a link, and as a heading.
        public func title(on route: ContractMatter.Route) -> String {
            switch self {
            case .query: "Issue an Activity Query Notice"
            case .meet: "Record the \(route.meetingName)"
            case .action: "Record what came of the immediate action plan"
            case .review: "Record what the \(route.reviewName) found"
            case .plan: "Record the \(route.planName)"
            case .milestone: "Record that a milestone was met"
            case .exception: "Issue an exception report"
            case .withhold: "Withhold money"
            case .settle: "Settle what is withheld"
            case .close: "Close the matter"
            }
        }
    }

    public static let root = "/activity/notices"

    public var path: String {
        switch self {
        case .all: NoticeDeed.root
        case .begin: "\(NoticeDeed.root)/new"
        case .matter(let id): "/activity/notices/\(id)"
        case .step(let id, let step): "\(NoticeDeed.root)/\(id)/\(step.rawValue)"
        }
    }

    var isTable: Bool {
        switch self {
        case .all, .matter: true
        default: false
        }
    }

    public var destination: Destination { Route.notices(self).destination() }
}

extension NoticeDeed.Step {
    /// What can be done about a matter as it stands, by its state and by what it has to be done about.
    public static func possible(for matter: ContractMatter, on day: Day) -> [NoticeDeed.Step] {
        let open = Set(
            ContractMatter.transitions.filter { $0.route == matter.route && $0.from == matter.state }.map(\.by))
        return allCases.filter { step in
            guard open.contains(step.act) else { return false }
            switch step {
            case .milestone: return matter.milestones.contains { $0.metOn == nil }
            case .exception: return matter.milestones.contains { $0.canBeReported(on: day) }
            case .withhold: return matter.milestones.contains { $0.missedOn != nil && $0.metOn == nil }
            case .settle: return matter.withholdings.contains(where: \.canBeRepaid)
            default: return true
            }
        }
    }
}

extension ContractMatter.Milestone {
    /// True where its day has passed, it was not met, and nobody has reported so.
    func canBeReported(on day: Day) -> Bool { metOn == nil && missedOn == nil && due < day }
}
