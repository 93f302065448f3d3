extension GovernanceRuleID {
    /// Days within which a question about who decides is to be answered, where no day is given.
    public static let questionDue = "governance.rights.questionDue"
    /// That arrangements leave the statutory holder liable: a chain of delegation ends there.
    public static let liability = "governance.rights.liability"
    /// More forums than this for one matter, or one standard, are too many.
    public static let forumsMost = "governance.accountability.forumsMost"
    /// Each instrument by which a right is held or passed on is a rule whose name begins so: `….s65Z5`.
    public static let instrumentPrefix = "governance.rights.instrument."
}
