public import Vocabulary

/// A seat of a committee as it stands at one item: who holds it, as what, and whether they are there and may take part.
///
/// Whoever asks about a quorum or a vote gives every seat of the day, the empty ones too: a part of the membership is
/// a part of all of them. `Committee.seats(on:present:recused:)` makes the list.
///
/// In JSON and YAML: `{person: p014, roles: [lay], isVoting: true, office: chair, deputyFor: p002, isPresent: true,
/// isRecused: false}`; `isVoting` is true where it is left out, `isPresent` and `isRecused` are false.
public struct Seat: Hashable, Sendable, Codable {
    public var person: Slug
    public var roles: [Slug]
    public var isVoting: Bool
    public var office: Membership.Office?
    public var deputyFor: Slug?
    /// In the room, or there by a link, at the moment that is asked about.
    public var isPresent: Bool
    /// Takes no part in deciding this item, whether in the room or not.
    public var isRecused: Bool

    public init(
        person: Slug, roles: [Slug], isVoting: Bool = true, office: Membership.Office? = nil, deputyFor: Slug? = nil,
        isPresent: Bool = false, isRecused: Bool = false
    ) {
        self.person = person
        self.roles = roles
        self.isVoting = isVoting
        self.office = office
        self.deputyFor = deputyFor
        self.isPresent = isPresent
        self.isRecused = isRecused
    }

    enum CodingKeys: String, CodingKey { case person, roles, isVoting, office, deputyFor, isPresent, isRecused }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            person: try container.decode(Slug.self, forKey: .person),
            roles: try container.decodeIfPresent([Slug].self, forKey: .roles) ?? [],
            isVoting: try container.decodeIfPresent(Bool.self, forKey: .isVoting) ?? true,
            office: try container.decodeIfPresent(Membership.Office.self, forKey: .office),
            deputyFor: try container.decodeIfPresent(Slug.self, forKey: .deputyFor),
            isPresent: try container.decodeIfPresent(Bool.self, forKey: .isPresent) ?? false,
            isRecused: try container.decodeIfPresent(Bool.self, forKey: .isRecused) ?? false)
    }
}

extension [Seat] {
    /// The seats whose holders take part in deciding the item, in order.
    ///
    /// Out are: whoever is not there; whoever is recused in any seat; a deputy while the member is there, or where the
    /// member has no seat; and a deputy of a recused member, whose seat the recusal takes out whole. Of several deputies
    /// of one member who are there the first by short name stands in, and none votes for a member without a vote.
    public var takingPart: [Seat] {
        let recused = Set(filter(\.isRecused).map(\.person))
        let members = filter { $0.deputyFor == nil }
        let there = Set(members.filter(\.isPresent).map(\.person))
        let seated = Set(members.map(\.person))
        let voting = Set(members.filter(\.isVoting).map(\.person))
        let able = filter { seat in
            guard seat.isPresent, !recused.contains(seat.person) else { return false }
            guard let member = seat.deputyFor else { return true }
            return seated.contains(member) && !there.contains(member) && !recused.contains(member)
        }
        return able.compactMap { seat in
            guard let member = seat.deputyFor else { return seat }
            let first = able.filter { $0.deputyFor == member }.map(\.person).min()
            guard seat.person == first else { return nil }
            var seat = seat
            seat.isVoting = seat.isVoting && voting.contains(member)
            return seat
        }
    }
}
