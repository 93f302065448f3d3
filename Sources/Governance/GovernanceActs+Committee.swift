extension GovernanceActs {
    static let committeeActs: [any GovernanceAct.Type] = []
}
