public import Vocabulary

/// Records what came of an immediate action plan: it was carried out, or it was breached, after which a Remedial Action
/// Plan may be agreed.
///
/// Refused: a matter without such a plan (`step-not-due`), nothing said of what was or was not done (`text-missing`), a
/// breach before the plan's day has passed (`action-not-due`).
public struct ConcludeImmediateAction: MatterAct {
    public static let name = "concludeImmediateAction"

    public var matter: Slug
    public var on: Day
    /// False where it was breached.
    public var isDone: Bool
    /// What was done, or what was not.
    public var finding: String

    public init(matter: Slug, on: Day, isDone: Bool, finding: String) {
        (self.matter, self.on, self.isDone, self.finding) = (matter, on, isDone, finding)
    }

    public func decide(
        _ before: MatterBefore, by author: Author, at moment: Moment
    ) throws(Refusal) -> ContractMatter {
        let start = try before.found(matter)
        try refuseBlank(finding, isDone ? "What was done" : "What was not done")
        let held = try start.stepping(
            Self.name, to: isDone ? .acted : .breached, on: on,
            "Immediate action plan \(isDone ? "carried out" : "breached"): \(finding)", at: moment)
        if !isDone, let due = start.due, on <= due {
            throw Refusal(
                .rule, code: "action-not-due", "The action is due on \(due.inWords), and that day has not passed.",
                remedy: "Record a breach once it has.")
        }
        return held
    }
}
