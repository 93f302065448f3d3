extension GovernanceActs {
    static let registerActs: [any GovernanceAct.Type] = []
}
