public import Vocabulary

/// What one member said to a motion.
///
/// In JSON and YAML: `{voter: p014, choice: for}`; with `castBy: p002` where a proxy cast it.
public struct Vote: Hashable, Sendable, Codable {
    /// Whose vote it is.
    public var voter: Slug
    public var choice: Choice
    /// The proxy who cast it for an absent voter; nil where the voter did.
    public var castBy: Slug?

    public enum Choice: String, Hashable, Sendable, Codable, CaseIterable {
        case inFavour = "for"
        case against
        case abstain
    }

    public init(voter: Slug, choice: Choice, castBy: Slug? = nil) {
        self.voter = voter
        self.choice = choice
        self.castBy = castBy
    }
}

/// That an absent member's vote is cast by somebody else at the meeting.
public struct Proxy: Hashable, Sendable, Codable {
    /// The member who is away.
    public var principal: Slug
    /// The member or deputy who casts the vote, and only while there.
    public var holder: Slug

    public init(principal: Slug, holder: Slug) {
        self.principal = principal
        self.holder = holder
    }
}

/// The second vote of whoever chairs, by which a tie is broken.
public struct CastingVote: Hashable, Sendable, Codable {
    public var by: Slug
    /// For or against; nobody breaks a tie by abstaining.
    public var choice: Vote.Choice

    public init(by: Slug, choice: Vote.Choice) {
        self.by = by
        self.choice = choice
    }
}
