import Rulebook
public import Vocabulary

/// Records the meeting that a notice asked for, and what follows from it: a review or investigation together, an immediate
/// action plan under GC9, or neither.
///
/// Refused: a matter without a notice (`step-not-due`), nothing said of what came of it (`text-missing`), a review that is
/// due before the meeting (`review-before-meeting`) or too late (`review-too-late`); an immediate action beside a review
/// (`two-outcomes`), in a matter of activity (`action-of-performance`), without its day (`action-without-day`), a day
/// without it (`text-missing`), or due before the meeting (`action-before-meeting`).
public struct HoldManagementMeeting: MatterAct {
    public static let name = "holdManagementMeeting"

    public var matter: Slug
    public var on: Day
    /// What was agreed, in words.
    public var outcome: String
    public var isReviewAgreed: Bool
    /// By when the review is to be done, as was agreed; nil for the last day that the rule allows, where there is one.
    public var reviewBy: Day?
    /// What the immediate action plan says is to be done; nil where there is none.
    public var immediateAction: String?
    /// By when.
    public var actionBy: Day?

    public init(
        matter: Slug, on: Day, outcome: String, isReviewAgreed: Bool, reviewBy: Day? = nil,
        immediateAction: String? = nil, actionBy: Day? = nil
    ) {
        (self.matter, self.on, self.outcome) = (matter, on, outcome)
        (self.isReviewAgreed, self.reviewBy) = (isReviewAgreed, reviewBy)
        (self.immediateAction, self.actionBy) = (immediateAction, actionBy)
    }

    public func decide(
        _ before: MatterBefore, by author: Author, at moment: Moment
    ) throws(Refusal) -> ContractMatter {
        let start = try before.found(matter)
        try refuseBlank(outcome, "What came of the meeting")
        let action = try action(start)
        let plan = action.map { ". Immediate action plan, by \($0.by.inWords): \($0.what)" } ?? ""
        var held = try start.stepping(
            Self.name, to: action != nil ? .immediate : isReviewAgreed ? .inReview : .met, on: on,
            "\(start.route.meetingName.capitalisedFirst) held\(late(start)): \(outcome)\(plan)", at: moment)
        if let action {
            (held.immediateAction, held.due) = (action.what, action.by)
            return held
        }
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

    /// Nil where no immediate action was agreed.
    private func action(_ start: ContractMatter) throws(Refusal) -> (what: String, by: Day)? {
        guard immediateAction != nil || actionBy != nil else { return nil }
        try refuseBlank(immediateAction ?? "", "What the immediate action plan says")
        guard !isReviewAgreed else {
            throw Refusal(
                .usage, code: "two-outcomes",
                "Both a \(start.route.reviewName) and an immediate action plan are given.",
                remedy: "Give the one that was agreed.")
        }
        guard start.route == .performance else {
            throw Refusal(
                .rule, code: "action-of-performance", "“\(matter)” is of activity: immediate action plans are of GC9.",
                remedy: "Record the meeting without one; an \(start.route.planName) may follow it.")
        }
        guard let what = immediateAction, let by = actionBy else {
            throw Refusal(
                .usage, code: "action-without-day", "No day is given by which the immediate action is to be done.",
                remedy: "Give the day that was agreed.")
        }
        guard by >= on else {
            throw Refusal(
                .rule, code: "action-before-meeting",
                "The action is due on \(by.inWords), before the meeting of \(on.inWords).",
                remedy: "Give the day by which it is to be done.")
        }
        return (what, by)
    }

    private func late(_ start: ContractMatter) -> String {
        start.due.map { on > $0 ? ", after \($0.inWords), when it was due" : "" } ?? ""
    }
}

extension String {
    /// With its first letter in upper case.
    var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
