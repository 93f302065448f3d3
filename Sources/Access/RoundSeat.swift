public import Vocabulary

/// That an account is a member of a round, so that what the member gives may come from it and from no other.
public struct RoundSeat: Hashable, Sendable, Codable {
    public var round: Slug
    /// The member's short name in the round.
    public var member: Slug
    public var takenOn: Day
    /// The day on which it was left, and was held no more.
    public var leftOn: Day?

    public init(round: Slug, member: Slug, takenOn: Day, leftOn: Day? = nil) {
        self.round = round
        self.member = member
        self.takenOn = takenOn
        self.leftOn = leftOn
    }

    public var isHeld: Bool { leftOn == nil }
}
