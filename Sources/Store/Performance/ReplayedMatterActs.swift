import Performance

// Every act on a matter of a contract is kept and done again in the same way: see `MatterAct+Stored`. A test holds this list
// against `MatterActs.all`.

extension GiveEarlyWarning: ReplayedAct {}
extension IssueActivityQuery: ReplayedAct {}
extension IssuePerformanceNotice: ReplayedAct {}
extension HoldManagementMeeting: ReplayedAct {}
extension ConcludeImmediateAction: ReplayedAct {}
extension CompleteReview: ReplayedAct {}
extension AgreeActionPlan: ReplayedAct {}
extension MeetMilestone: ReplayedAct {}
extension ReportException: ReplayedAct {}
extension WithholdPayment: ReplayedAct {}
extension SettleWithheld: ReplayedAct {}
extension CloseMatter: ReplayedAct {}
