import Rulebook
public import Vocabulary

/// Records the meeting that a notice asked for, and whether a review or investigation together follows from it.
///
/// Refused: a matter without a notice (`step-not-due`), nothing said of what came of it (`text-missing`), a review that is
/// due before the meeting (`review-before-meeting`).
public struct HoldManagementMeeting: MatterAct {
    public static let name = "holdManagementMeeting"

    public var matter: Slug
    public var on: Day
    /// What was agreed, in words.
    public var outcome: String
    public var isReviewAgreed: Bool
    /// By when the review is to be done, as was agreed; nil for the last day that the rule allows, where there is one.
    public var reviewBy: Day?

    public init(matter: Slug, on: Day, outcome: String, isReviewAgreed: Bool, reviewBy: Day? = nil) {
        (self.matter, self.on, self.outcome) = (matter, on, outcome)
        (self.isReviewAgreed, self.reviewBy) = (isReviewAgreed, reviewBy)
    }

    public func decide(
        _ before: MatterBefore, by author: Author, at moment: Moment
    ) throws(Refusal) -> ContractMatter {
        let start = try before.found(matter)
        try refuseBlank(outcome, "What came of the meeting")
        var held = try start.stepping(
            Self.name, to: isReviewAgreed ? .inReview : .met, on: on,
            "\(start.route.meetingName.capitalisedFirst) held\(late(start)): \(outcome)", at: moment)
        guard isReviewAgreed else { return held }
        // SC29 names no last day for a joint activity review; GC9 names one for a joint investigation.
        let last =
            start.route == .performance
            ? on.adding(months: try before.rulebook.months(PerformanceRuleID.investigation, on: on)) : nil
        let due = reviewBy ?? last
        if let due, due < on || due > last ?? due {
            throw Refusal(
                .rule, code: due < on ? "review-before-meeting" : "review-too-late",
                "The \(start.route.reviewName) is to be done by \(due.inWords); the meeting was on \(on.inWords)"
                    + (last.map { ", and the last day is \($0.inWords)." } ?? "."),
                remedy: "Give a day between them.")
        }
        held.due = due
        return held
    }

    private func late(_ start: ContractMatter) -> String {
        start.due.map { on > $0 ? ", after \($0.inWords), when it was due" : "" } ?? ""
    }
}

extension String {
    /// With its first letter in upper case.
    var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
