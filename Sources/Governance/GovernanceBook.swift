public import Vocabulary

/// Everything that the acts of governance have made, in order: who is who, with which interests; which committee may
/// decide what, and how; what its meetings did; who holds which decision; who answers to whom.
///
/// Facts are appended: what ended, was superseded or was withdrawn stays, in that state.
public struct GovernanceBook: Hashable, Sendable {
    public var people: [Slug: PersonFile] = [:]
    public var committees: [Slug: Committee] = [:]
    public var meetings: [Slug: Meeting] = [:]
    public var rights: [Slug: DecisionRight] = [:]
    public var questions: [Slug: RightsQuestion] = [:]
    public var edges: [Slug: AccountabilityEdge] = [:]
    /// Decisions made outside a meeting, by urgent action or by an officer.
    public var decisions: [Slug: Resolution] = [:]

    public init() {}
}
