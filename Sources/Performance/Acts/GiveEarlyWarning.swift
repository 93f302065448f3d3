public import Vocabulary

/// Warns the other party that activity is running off plan; begins a matter of activity.
///
/// Refused: a short name that is taken (`matter-exists`), no subject (`text-missing`), a day to come (`day-in-future`).
public struct GiveEarlyWarning: MatterAct {
    public static let name = "giveEarlyWarning"

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
        try before.refuseExisting(matter)
        try refuseBlank(subject, "What the matter is about")
        return try ContractMatter(
            id: matter, provider: provider, route: .activity, subject: subject, state: .warned
        ).stepping(Self.name, to: .warned, on: on, "Early warning: \(subject)", at: moment)
    }
}
