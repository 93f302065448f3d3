/// Names of the rules that this module asks the Rulebook for.
enum PerformanceRuleID {
    static let activityMeeting = "performance.activity.meetingWithin"
    static let contractMeeting = "performance.contract.meetingWithin"
    static let investigation = "performance.contract.investigationWithin"
    static let withholdMilestone = "performance.contract.withholdMilestone"
    static let withholdPlan = "performance.contract.withholdPlan"
    static let forecastMonths = "performance.forecast.leastMonths"
    static let narrowLevel = "performance.forecast.narrowLevel"
    static let wideLevel = "performance.forecast.wideLevel"
    static let schemeState = "performance.cquin.state"
    static let schemeShare = "performance.cquin.share"
    static let mostIndicators = "performance.cquin.mostIndicators"
    static let nationalBeforeLocal = "performance.cquin.nationalBeforeLocal"
    static let equalWeights = "performance.cquin.equalWeights"
    static let leastContract = "performance.cquin.leastContract"
    /// Of challenges, which look for the same in rows.
    static let overPercent = "activity.plan.overPercent"
    static let monthsRunning = "activity.plan.monthsRunning"
}
