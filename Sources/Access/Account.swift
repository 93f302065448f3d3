public import Vocabulary

/// Somebody who may sign in: who they are here, and which roles they were given.
///
/// The short name is neutral (`a014`): it stands in the journal for good, as the author of all that its holder does,
/// while name and e-mail address are personal texts. How the person signs in (passwords, second factor, sessions) is no
/// part of it.
public struct Account: Hashable, Sendable, Codable {
    public var id: Slug
    public var name: Personal
    /// The e-mail address, with which the person signs in.
    public var email: Personal
    public var state: State
    public var addedOn: Day
    /// The first day on which the person could sign in; nil before.
    public var activatedOn: Day?
    public var closedOn: Day?
    /// The person's short name on the register of interests.
    public var person: Slug?
    /// In the order in which they were given; those that ended or were withdrawn stay.
    public var grants: [Grant] = []
    /// Seats in rounds, in the order in which they were taken; those that were left stay.
    public var seats: [RoundSeat] = []

    public init(id: Slug, name: Personal, email: Personal, state: State = .invited, addedOn: Day) {
        self.id = id
        self.name = name
        self.email = email
        self.state = state
        self.addedOn = addedOn
    }

    /// Whether its holder may sign in.
    public enum State: String, Hashable, Sendable, Codable, CaseIterable {
        /// Added, and nobody has signed in yet.
        case invited
        case active
        /// May nothing until it is restored.
        case suspended
        /// May nothing ever again.
        case closed
    }

    /// The author of what its holder does.
    public var author: Author {
        guard let author = Author(id.description) else { preconditionFailure("a short name is an author’s name") }
        return author
    }

    /// The grants that give something on the day: none unless the account is active.
    public func grants(on day: Day) -> [Grant] { state == .active ? grants.filter { $0.isHeld(on: day) } : [] }

    /// The member that it is in a round; nil unless the account is active and holds a seat there.
    public func member(in round: Slug) -> Slug? {
        state == .active ? seats.last { $0.round == round && $0.isHeld }?.member : nil
    }

    /// True where it is active and administers the whole installation, with no last day set.
    public func administersAll(on day: Day) -> Bool {
        grants(on: day).contains { $0.role == .administrator && $0.commissioner == nil && $0.until == nil }
    }
}
