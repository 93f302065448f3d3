public import Vocabulary

/// Closes a matter, with a reason; money held back is settled before.
///
/// Refused: a matter that is closed (`step-not-due`), no reason (`no-reason`), and money held back that is not settled
/// (`withheld-open`).
public struct CloseMatter: MatterAct {
    public static let name = "closeMatter"

    public var matter: Slug
    public var reason: String
    public var on: Day

    public init(matter: Slug, reason: String, on: Day) {
        (self.matter, self.reason, self.on) = (matter, reason, on)
    }

    public func decide(
        _ before: MatterBefore, by author: Author, at moment: Moment
    ) throws(Refusal) -> ContractMatter {
        let start = try before.found(matter)
        try refuseBlank(reason: reason, for: "closing the matter")
        let held = try start.stepping(Self.name, to: .closed, on: on, "Closed: \(reason)", at: moment)
        guard start.withheld == .zero else {
            throw Refusal(
                .rule, code: "withheld-open", "\(start.withheld) is held back and not settled.",
                remedy: "Release it or keep it for good first.")
        }
        return held
    }
}
