/// The rules of the Rulebook by which bundles of challenges are sent, answered and disputed.
public enum ChallengeRuleID {
    public static let notifyWithin = "challenges.notifyWithin"
    public static let answerWithin = "challenges.answerWithin"
    public static let concludeWithin = "challenges.concludeWithin"
    public static let creditWithin = "challenges.creditWithin"
    /// One for each step of a dispute.
    public static func step(_ kind: DisputeStep.Kind) -> String { "challenges.dispute.\(kind.rawValue)" }
}
