public import Vocabulary

/// A meeting of a committee, or of several in common, as its acts have made it.
public struct Meeting: Hashable, Sendable, Codable {
    public var id: Slug
    /// More than one: committees in common, each deciding and quorate for itself.
    public var committees: [Slug]
    public var startsAt: Moment
    public var place: String
    public var isPublic: Bool
    public var state: State = .planned
    public var agenda: [AgendaItem] = []
    public var handlings: [Handling] = []
    public var presences: [Presence] = []
    public var openedAt: Moment?
    public var closedAt: Moment?

    public enum State: String, Hashable, Sendable, Codable, CaseIterable {
        case planned, papersOut, open, closed, cancelled
    }

    public init(id: Slug, committees: [Slug], startsAt: Moment, place: String, isPublic: Bool) {
        self.id = id
        self.committees = committees
        self.startsAt = startsAt
        self.place = place
        self.isPublic = isPublic
    }
}
