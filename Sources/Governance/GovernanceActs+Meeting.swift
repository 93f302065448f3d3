extension GovernanceActs {
    static let meetingActs: [any GovernanceAct.Type] = []
}
