extension GovernanceActs {
    static let rightsActs: [any GovernanceAct.Type] = [
        RecordRight.self, AmendRight.self, EndRight.self, AskRightsQuestion.self, AnswerRightsQuestion.self,
    ]
}
