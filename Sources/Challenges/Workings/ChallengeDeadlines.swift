public import Rulebook
public import Vocabulary

/// The last days on which something is in time, by the rules of the day on which it began; Operational Days are working
/// days.
///
/// Each throws a `Refusal` of kind `rule`: `no-rule`, `rule-unit`, or `no-calendar` where bank holidays are not known.
public struct ChallengeDeadlines: Sendable {
    private let rulebook: Rulebook
    private let calendar: WorkingDays

    public init(rulebook: Rulebook, calendar: WorkingDays) {
        (self.rulebook, self.calendar) = (rulebook, calendar)
    }

    /// For contesting an account that came on a day.
    public func notice(afterAccountOn day: Day) throws(Refusal) -> Day { try after(day, ChallengeRuleID.notifyWithin) }

    /// For a provider's answer to what was sent on a day.
    public func answer(toSendingOn day: Day) throws(Refusal) -> Day { try after(day, ChallengeRuleID.answerWithin) }

    /// For the commissioner's conclusions on answers that came on a day.
    public func conclusion(onAnswersOf day: Day) throws(Refusal) -> Day {
        try after(day, ChallengeRuleID.concludeWithin)
    }

    /// For the credit note of what was concluded on a day.
    public func credit(afterConclusionOn day: Day) throws(Refusal) -> Day {
        try after(day, ChallengeRuleID.creditWithin)
    }

    /// For a step of a dispute that began on a day.
    public func end(of step: DisputeStep.Kind, begunOn day: Day) throws(Refusal) -> Day {
        try after(day, ChallengeRuleID.step(step))
    }

    private func after(_ day: Day, _ rule: String) throws(Refusal) -> Day {
        let days = try rulebook.days(rule, on: day)
        return days < 1 ? day : try calendar.day(days, after: day)
    }
}
