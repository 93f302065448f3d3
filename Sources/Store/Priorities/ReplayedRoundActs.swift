package import Priorities

// Every act of a round is kept and done again in the same way: see `RoundAct+Stored`. A test holds this list against
// `RoundActs.all`.

extension OpenRound: ReplayedAct {}
extension SetAppealsRoute: ReplayedAct {}
extension SetEnvelope: ReplayedAct {}
extension SetCriteria: ReplayedAct {}
extension SeatMember: ReplayedAct {}
extension CloseStage: ReplayedAct {}
extension ReopenStage: ReplayedAct {}
extension DeclareInterest: ReplayedAct {}
extension RuleOnInterest: ReplayedAct {}
extension GiveWeights: ReplayedAct {}
extension PutForwardOption: ReplayedAct {}
extension WithdrawOption: ReplayedAct {}
extension RecordAdvice: ReplayedAct {}
extension RecordRepresentation: ReplayedAct {}
extension GiveScores: ReplayedAct {}
extension RecordResult: ReplayedAct {}
extension OpenBallot: ReplayedAct {}
extension CastBallot: ReplayedAct {}
extension CloseBallot: ReplayedAct {}
extension VoidBallot: ReplayedAct {}
extension AttachAssessment: ReplayedAct {}
extension MarkSeen: ReplayedAct {}
extension RecordDecision: ReplayedAct {}
extension LodgeAppeal: ReplayedAct {}
extension AnswerAppeal: ReplayedAct {}
extension RecordPublication: ReplayedAct {}
