extension GovernanceRuleID {
    /// The quorum of a delegated primary care commissioning committee in guidance, as terms of reference write one.
    public static let primaryCareQuorum = "governance.committee.primaryCareQuorum"
}
