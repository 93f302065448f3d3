import Assessments

// Every act on a needs assessment is kept and done again in the same way: see `AssessmentAct+Stored`. A test holds this
// list against `AssessmentActs.all`.

extension OpenAssessment: ReplayedAct {}
extension ShowFigure: ReplayedAct {}
extension RecordFinding: ReplayedAct {}
extension AskVoice: ReplayedAct {}
extension RecordVoice: ReplayedAct {}
extension ReportGap: ReplayedAct {}
extension MergeGaps: ReplayedAct {}
extension TriageGap: ReplayedAct {}
extension AnswerGap: ReplayedAct {}
extension WriteConclusion: ReplayedAct {}
extension WithdrawPart: ReplayedAct {}
extension IssueVersion: ReplayedAct {}
