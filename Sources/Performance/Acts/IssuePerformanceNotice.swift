public import Vocabulary

/// Issues a Contract Performance Notice, which begins a matter of performance; it may grow out of a matter of activity.
///
/// Refused: a short name that is taken (`matter-exists`), no subject (`text-missing`), a day to come (`day-in-future`), a
/// matter that grows out of itself (`arises-from-itself`).
public struct IssuePerformanceNotice: MatterAct {
    public static let name = "issuePerformanceNotice"

    public var matter: Slug
    public var provider: OrganisationCode
    public var subject: String
    public var arisesFrom: Slug?
    public var on: Day

    public init(matter: Slug, provider: OrganisationCode, subject: String, arisesFrom: Slug? = nil, on: Day) {
        (self.matter, self.provider, self.subject, self.arisesFrom, self.on) =
            (matter, provider, subject, arisesFrom, on)
    }

    public func decide(
        _ before: MatterBefore, by author: Author, at moment: Moment
    ) throws(Refusal) -> ContractMatter {
        try before.refuseExisting(matter)
        try refuseBlank(subject, "What the notice is about")
        guard arisesFrom != matter else {
            throw Refusal(
                .rule, code: "arises-from-itself", "“\(matter)” cannot grow out of itself.",
                remedy: "Name the matter of activity that it grows out of.")
        }
        var held = try ContractMatter(
            id: matter, provider: provider, route: .performance, subject: subject, arisesFrom: arisesFrom,
            state: .notified
        ).stepping(Self.name, to: .notified, on: on, "Contract Performance Notice: \(subject)", at: moment)
        held.due = try before.meeting(PerformanceRuleID.contractMeeting, after: on)
        return held
    }
}
