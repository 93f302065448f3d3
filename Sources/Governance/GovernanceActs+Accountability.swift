extension GovernanceActs {
    static let accountabilityActs: [any GovernanceAct.Type] = []
}
