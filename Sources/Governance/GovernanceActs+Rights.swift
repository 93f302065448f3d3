extension GovernanceActs {
    static let rightsActs: [any GovernanceAct.Type] = []
}
