public import Vocabulary

/// Issues an Activity Query Notice: after an early warning, or at once. The meeting is due within the days of the rule.
///
/// Refused: as for an early warning where it begins the matter; of one that is not at early warning (`step-not-due`), or
/// of another provider (`other-provider`); a calendar that does not reach the meeting (`no-calendar`).
public struct IssueActivityQuery: MatterAct {
    public static let name = "issueActivityQuery"

    public var matter: Slug
    public var provider: OrganisationCode
    public var subject: String
    public var on: Day

    public init(matter: Slug, provider: OrganisationCode, subject: String, on: Day) {
        (self.matter, self.provider, self.subject, self.on) = (matter, provider, subject, on)
    }

    public func decide(
        _ before: MatterBefore, by author: Author, at moment: Moment
    ) throws(Refusal) -> ContractMatter {
        try refuseBlank(subject, "What is asked")
        let start =
            before.matter
            ?? ContractMatter(id: matter, provider: provider, route: .activity, subject: subject, state: .queried)
        guard start.provider == provider else {
            throw Refusal(
                .rule, code: "other-provider", "“\(matter)” is with \(start.provider), not with \(provider).",
                remedy: "Give its provider, or another short name.")
        }
        var held = try start.stepping(Self.name, to: .queried, on: on, "Activity Query Notice: \(subject)", at: moment)
        held.due = try before.meeting(PerformanceRuleID.activityMeeting, after: on)
        return held
    }
}
