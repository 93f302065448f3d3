extension GovernanceActs {
    static let committeeActs: [any GovernanceAct.Type] = [
        FormCommittee.self, AppointMember.self, SetTerms.self, EndMembership.self, DissolveCommittee.self,
    ]
}
