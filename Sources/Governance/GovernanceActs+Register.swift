extension GovernanceActs {
    static let registerActs: [any GovernanceAct.Type] = [
        EnterPerson.self, EnterPost.self, EnterDecisionMaking.self, EnterTie.self, RecordLeaving.self,
        EnterDeclaration.self, SupersedeDeclaration.self, EndDeclaration.self, ApproveDeclaration.self,
        AskForRedaction.self, DecideRedaction.self, DeclareNil.self, ReviewRegister.self, DeclareGift.self,
        RecordBreach.self, SettleBreach.self, DisposeOfRegisterTexts.self,
    ]
}
