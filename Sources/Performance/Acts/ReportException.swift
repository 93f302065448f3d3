public import Vocabulary

/// Issues an exception report: a milestone of a Remedial Action Plan was missed.
///
/// Refused: a matter that is not one of performance with a plan (`step-not-due`), no such milestone (`no-such-milestone`),
/// one that was met (`milestone-met`) or reported (`exception-reported`), and one whose day has not passed
/// (`milestone-not-due`).
public struct ReportException: MatterAct {
    public static let name = "reportException"

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
        var held = try start.stepping(
            Self.name, to: .excepted, on: on, "Exception report: “\(milestone)” was missed", at: moment)
        let found = held.milestones[place]
        if let met = found.metOn { throw .milestone(milestone, "milestone-met", "was met on \(met.inWords)") }
        if let missed = found.missedOn {
            throw .milestone(milestone, "exception-reported", "was reported as missed on \(missed.inWords)")
        }
        guard on > found.due else {
            throw .milestone(
                milestone, "milestone-not-due", "is due on \(found.due.inWords), and that day has not passed")
        }
        held.milestones[place].missedOn = on
        return held
    }
}

extension Refusal {
    fileprivate static func milestone(_ id: Slug, _ code: String, _ what: String) -> Refusal {
        Refusal(
            .rule, code: code, "The milestone “\(id)” \(what).",
            remedy: "Report one that was not met by its day, and was not reported.")
    }
}
