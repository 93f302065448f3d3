public import Vocabulary

/// A secret ballot after discussion: who voted is known, how nobody is.
public struct Ballot: Hashable, Sendable, Codable {
    public var id: Slug
    public var discussedOn: Day
    /// What is voted on, in order.
    public var options: [Slug]
    public var openedAt: Moment
    /// Members who have voted.
    public var voted: Set<Slug>
    /// Once it has closed: as many as have voted, each option's letters sorted on their own, so that a line is
    /// nobody's. Who was left out of an option is known, and a member's own line would show by its `x`.
    public var choices: [Choices]?

    /// One letter an option in the ballot's order: f fund, n do not fund, d defer, a abstain, x left out for an
    /// interest.
    ///
    /// While it is handed over it is one member's; as soon as it is kept, letters of different options are apart.
    public struct Choices: Hashable, Comparable, Sendable, Codable, CustomStringConvertible {
        public var description: String

        public init(_ text: String) { description = text }

        public init(from decoder: any Decoder) throws {
            description = try decoder.singleValueContainer().decode(String.self)
        }

        public func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            try container.encode(description)
        }

        public static func < (left: Choices, right: Choices) -> Bool { left.description < right.description }
    }

    public enum Vote: Character, Hashable, Sendable, CaseIterable {
        case fund = "f", doNotFund = "n", deferred = "d", abstain = "a", leftOut = "x"
    }

    public init(
        id: Slug, discussedOn: Day, options: [Slug], openedAt: Moment, voted: Set<Slug> = [], choices: [Choices]? = nil
    ) {
        self.id = id
        self.discussedOn = discussedOn
        self.options = options
        self.openedAt = openedAt
        self.voted = voted
        self.choices = choices
    }
}
