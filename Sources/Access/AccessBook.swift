public import Vocabulary

/// Everything that the acts of access have made, in order: who may sign in, with which roles.
public struct AccessBook: Hashable, Sendable {
    public var accounts: [Slug: Account] = [:]

    public init() {}

    /// Those who administer the whole installation with no last day set, by short name. Once there is one, there is
    /// always one.
    public func administrators(on day: Day) -> [Slug] {
        accounts.values.filter { $0.administersAll(on: day) }.map(\.id).sorted()
    }

    /// The account of a person of the register; closed ones have none.
    public func account(ofPerson person: Slug) -> Account? {
        accounts.values.first { $0.person == person && $0.state != .closed }
    }

    /// The account that holds a member's seat in a round; closed ones hold none.
    public func account(ofMember member: Slug, in round: Slug) -> Account? {
        accounts.values.first { account in
            account.state != .closed
                && account.seats.contains { $0.isHeld && $0.round == round && $0.member == member }
        }
    }
}
