extension GovernanceActs {
    static let accountabilityActs: [any GovernanceAct.Type] = [DrawEdge.self, AmendEdge.self, EndEdge.self]
}
