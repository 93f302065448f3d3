public import Vocabulary

extension GovernanceRuleID {
    /// The handlings that may be chosen, from the strongest to the weakest, set apart by semicolons.
    public static let handlingOptions = "governance.meeting.handlingOptions"
    /// What is proposed for an interest of a kind, in a thing that it touches.
    public static func handlingDefault(_ kind: InterestKind) -> String {
        "governance.meeting.handlingDefault.\(kind.rawValue)"
    }
    /// What is proposed for an interest that a whole class shares.
    public static let handlingSharedClass = "governance.meeting.handlingDefault.sharedClass"
    /// The weakest handling of a direct financial interest in the thing decided.
    public static let handlingLeastFinancial = "governance.meeting.handlingLeast.financial"
    /// Days before a meeting by which its papers are out, where the terms do not say.
    public static let papersDays = "governance.meeting.papersDays"

    /// Whether a document of this kind is asked for before a service is stopped or changed.
    static func gate(_ kind: AgendaItem.Gate.Kind) -> String { "priorities.gate.\(kind.rawValue)" }
}
