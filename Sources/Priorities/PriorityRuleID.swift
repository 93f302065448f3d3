/// The names of the rules of the Rulebook by which priority rounds are judged.
public enum PriorityRuleID {
    public static let consistencyRatio = "priorities.weights.consistencyRatio"
    public static let judgementLeast = "priorities.weights.judgementLeast"
    public static let judgementMost = "priorities.weights.judgementMost"
    public static let costWords = "priorities.criteria.costWords"
    public static let membersLeast = "priorities.panel.membersLeast"
    public static let scoresLeast = "priorities.panel.scoresLeast"
    public static let optionsLeast = "priorities.options.least"
    public static let ballotRequired = "priorities.ballot.required"
    public static let meetingRequired = "priorities.decision.meetingRequired"
    public static let votersLeast = "priorities.ballot.votersLeast"
    public static let appealsWindow = "priorities.appeals.window"

    /// Yes where a document of this kind must be there before a service is stopped or changed.
    public static func gate(_ kind: Assessment.Kind) -> String { "priorities.gate.\(kind.rawValue)" }
}
