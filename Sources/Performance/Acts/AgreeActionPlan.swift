public import Vocabulary

/// Records the plan that was agreed: an Activity Management Plan, or a Remedial Action Plan, with its milestones.
///
/// Refused: a matter whose meeting or review is not done (`step-not-due`), no milestone (`no-milestones`), one named twice
/// (`milestone-twice`), without words (`text-missing`), due before the plan (`milestone-before-plan`), or met or missed
/// already (`milestone-settled`).
public struct AgreeActionPlan: MatterAct {
    public static let name = "agreeActionPlan"

    public var matter: Slug
    public var on: Day
    public var milestones: [ContractMatter.Milestone]

    public init(matter: Slug, on: Day, milestones: [ContractMatter.Milestone]) {
        (self.matter, self.on, self.milestones) = (matter, on, milestones)
    }

    public func decide(
        _ before: MatterBefore, by author: Author, at moment: Moment
    ) throws(Refusal) -> ContractMatter {
        let start = try before.found(matter)
        guard !milestones.isEmpty else {
            throw Refusal(
                .usage, code: "no-milestones", "The \(start.route.planName) has no milestone.",
                remedy: "Give at least one, with its day.")
        }
        if let double = twice(milestones.map(\.id)) {
            throw Refusal(
                .usage, code: "milestone-twice", "The milestone “\(double)” stands twice.",
                remedy: "Give each a short name of its own.")
        }
        for milestone in milestones {
            try refuseBlank(milestone.what, "What is to be done by “\(milestone.id)”")
            guard milestone.metOn == nil, milestone.missedOn == nil else {
                throw Refusal(
                    .usage, code: "milestone-settled", "The milestone “\(milestone.id)” comes as met or missed.",
                    remedy: "Agree it first; what becomes of it is recorded on its own.")
            }
            guard milestone.due >= on else {
                throw Refusal(
                    .rule, code: "milestone-before-plan",
                    "The milestone “\(milestone.id)” is due on \(milestone.due.inWords), before the plan of \(on.inWords).",
                    remedy: "Give the day by which it is to be done.")
            }
        }
        var held = try start.stepping(
            Self.name, to: .planned, on: on,
            "\(start.route.planName) agreed, with \(counted(milestones.count, "milestone", "milestones"))", at: moment)
        held.milestones = milestones
        return held
    }
}
