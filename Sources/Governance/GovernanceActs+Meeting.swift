extension GovernanceActs {
    static let meetingActs: [any GovernanceAct.Type] = [
        PlanMeeting.self, PutOnAgenda.self, AmendItem.self, OrderAgenda.self, WithdrawItem.self, SendPapers.self,
        MarkGateSeen.self,
        CancelMeeting.self, DeclareAtMeeting.self, HandleInterest.self, AskClinician.self, GiveProxy.self,
        OpenMeeting.self,
        JoinMeeting.self, LeaveMeeting.self, HandOverChair.self, TakeItem.self, CoOptMember.self, MoveMotion.self,
        CastVotes.self, CastSecretVotes.self, CloseVote.self, DecideByConsensus.self, DeferItem.self,
        ReferItem.self, CloseItem.self, CloseMeeting.self, CorrectMinutes.self, ApproveMinutes.self,
        AddAction.self, CompleteAction.self, TakeUrgentAction.self, DecideByOfficer.self,
    ]
}
