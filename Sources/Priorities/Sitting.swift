public import Vocabulary

/// The meeting that made a decision, as its own record has it: who was there to decide, who stood back, how they voted.
///
/// It stands in the act that records the decision, so that whoever reads the round's acts reads it too; Store holds it
/// against the record of the meeting.
public struct Sitting: Hashable, Sendable, Codable {
    public var meeting: Slug
    public var item: Slug
    public var on: Day
    /// More than one where committees decided in common, each for itself.
    public var bodies: [Body]
    /// In the order in which they were taken.
    public var votes: [Vote]
    public var leftOut: [LeftOut]
    /// Of the line of the journal by which the item was closed.
    public var digest: EvidenceID

    public struct Body: Hashable, Sendable, Codable {
        /// `Wexbourne ICB primary care commissioning committee`.
        public var title: String
        /// `at least 4 members, one of them lay; 6 counted`.
        public var quorum: String
        public var isQuorate: Bool

        public init(title: String, quorum: String, isQuorate: Bool) {
            self.title = title
            self.quorum = quorum
            self.isQuorate = isQuorate
        }
    }

    /// A motion on options, put to the vote in one body.
    public struct Vote: Hashable, Sendable, Codable {
        public var body: String
        public var motion: String
        public var options: [Slug]
        public var outcome: Decision.Outcome.Kind
        public var inFavour: Int
        public var against: Int
        public var abstained: Int
        /// `by consensus`, `by the chair's casting vote`; nil for a plain vote.
        public var manner: String?
        public var isCarried: Bool

        public init(
            body: String, motion: String, options: [Slug], outcome: Decision.Outcome.Kind, inFavour: Int,
            against: Int, abstained: Int, manner: String? = nil, isCarried: Bool
        ) {
            self.body = body
            self.motion = motion
            self.options = options
            self.outcome = outcome
            self.inFavour = inFavour
            self.against = against
            self.abstained = abstained
            self.manner = manner
            self.isCarried = isCarried
        }
    }

    /// A member who took no part, known by role.
    public struct LeftOut: Hashable, Sendable, Codable {
        public var role: String
        /// Empty for the whole item.
        public var options: [Slug]
        /// `left the room for discussion and decision`.
        public var how: String

        public init(role: String, options: [Slug], how: String) {
            self.role = role
            self.options = options
            self.how = how
        }
    }

    public init(
        meeting: Slug, item: Slug, on: Day, bodies: [Body], votes: [Vote], leftOut: [LeftOut], digest: EvidenceID
    ) {
        self.meeting = meeting
        self.item = item
        self.on = on
        self.bodies = bodies
        self.votes = votes
        self.leftOut = leftOut
        self.digest = digest
    }

    /// What the bodies resolved on an option: the outcome of the last motion on it that each of them carried; nil where
    /// they carried none, or not the same one.
    public func resolved(_ option: Slug) -> Decision.Outcome.Kind? {
        let outcomes = bodies.map { body in
            votes.last { $0.body == body.title && $0.isCarried && $0.options.contains(option) }?.outcome
        }
        guard let first = outcomes.first, let outcome = first, outcomes.allSatisfy({ $0 == outcome }) else {
            return nil
        }
        return outcome
    }
}
