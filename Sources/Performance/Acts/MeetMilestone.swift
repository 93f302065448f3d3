public import Vocabulary

/// Records that a milestone of the plan was met. One that was reported as missed may still be met.
///
/// Refused: a matter without a plan (`step-not-due`), no such milestone (`no-such-milestone`), and one that was met
/// (`milestone-met`).
public struct MeetMilestone: MatterAct {
    public static let name = "meetMilestone"

    public var matter: Slug
    public var milestone: Slug
    public var on: Day

    public init(matter: Slug, milestone: Slug, on: Day) {
        (self.matter, self.milestone, self.on) = (matter, milestone, on)
    }

    public func decide(
        _ before: MatterBefore, by author: Author, at moment: Moment
    ) throws(Refusal) -> ContractMatter {
        let start = try before.found(matter)
        let place = try start.place(of: milestone)
        let isOtherMissed = start.milestones.contains {
            $0.id != milestone && $0.missedOn != nil && $0.metOn == nil
        }
        let next: ContractMatter.State = start.state == .excepted && isOtherMissed ? .excepted : .planned
        var held = try start.stepping(Self.name, to: next, on: on, "Milestone met: “\(milestone)”", at: moment)
        if let met = held.milestones[place].metOn {
            throw Refusal(
                .rule, code: "milestone-met", "The milestone “\(milestone)” was met on \(met.inWords).",
                remedy: "There is nothing more to record.")
        }
        held.milestones[place].metOn = on
        return held
    }
}
