public import Vocabulary

/// `members.yaml`: who is on the panel, which interests they declare, and what the chair decided about them.
///
/// Names and declarations are plain text here; they are kept apart when the acts are made.
public struct MembersDocument: Hashable, Sendable, Codable {
    /// Left out where the panel is seated already.
    public var members: [Seat]?
    public var interests: [Declared]?
    public var rulings: [Ruled]?

    /// A member with the name as it is written.
    public struct Seat: Hashable, Sendable, Codable {
        public var id: Slug
        public var role: String
        public var kind: Member.Kind
        public var name: String?
        public var sharedClass: Slug?
        public var isChair: Bool?
    }

    /// An interest with the declaration as it is written.
    public struct Declared: Hashable, Sendable, Codable {
        public var id: Slug
        public var member: Slug
        public var kind: Interest.Kind
        public var options: [Slug]?
        public var sharedClass: Slug?
        public var nature: String
        public var declaration: String?
    }

    /// A ruling with the chair who made it.
    public struct Ruled: Hashable, Sendable, Codable {
        public var interest: Slug
        public var isExcluded: Bool
        public var options: [Slug]?
        public var reason: String
        public var chair: Slug
    }

    public init(members: [Seat]? = nil, interests: [Declared]? = nil, rulings: [Ruled]? = nil) {
        self.members = members
        self.interests = interests
        self.rulings = rulings
    }

    /// - Throws: a `Refusal` of kind `input` that names the key, or the member who stands there twice.
    public static func read(_ json: JSONValue, named name: String) throws(Refusal) -> MembersDocument {
        let document: MembersDocument = try json.documentRoot(named: name).document(named: name)
        if let twice = twice((document.members ?? []).map(\.id)) {
            throw Refusal(
                .input, code: "member-twice", "\(name): two members have the short name “\(twice)”.",
                remedy: "Give each member a short name of one’s own.")
        }
        return document
    }

    /// Members take their seats.
    ///
    /// - Parameter keeping: keeps a personal text apart and says by what it is named.
    public func seats(
        in round: Slug, keeping: (String) throws(Refusal) -> Personal
    ) throws(Refusal) -> [any RoundAct] {
        var acts: [any RoundAct] = []
        for seat in members ?? [] {
            let person = try kept(seat.name, keeping)
            acts.append(
                SeatMember(
                    round: round,
                    member: Member(
                        id: seat.id, role: seat.role, kind: seat.kind, person: person, sharedClass: seat.sharedClass,
                        isChair: seat.isChair ?? false)))
        }
        return acts
    }

    /// Interests are declared and ruled on: after the options that they name are put forward.
    ///
    /// - Parameter keeping: keeps a personal text apart and says by what it is named.
    public func declarations(
        in round: Slug, keeping: (String) throws(Refusal) -> Personal
    ) throws(Refusal) -> [any RoundAct] {
        var acts: [any RoundAct] = []
        for interest in interests ?? [] {
            let declaration = try kept(interest.declaration, keeping)
            acts.append(
                DeclareInterest(
                    round: round,
                    interest: Interest(
                        id: interest.id, member: interest.member, kind: interest.kind, options: interest.options ?? [],
                        sharedClass: interest.sharedClass, nature: interest.nature, declaration: declaration)))
        }
        for ruling in rulings ?? [] {
            acts.append(
                RuleOnInterest(
                    round: round,
                    ruling: InterestRuling(
                        interest: ruling.interest, isExcluded: ruling.isExcluded, options: ruling.options ?? [],
                        reason: ruling.reason),
                    chair: ruling.chair))
        }
        return acts
    }

    /// Seats first, then interests and rulings.
    public func acts(
        in round: Slug, keeping: (String) throws(Refusal) -> Personal
    ) throws(Refusal) -> [any RoundAct] {
        try seats(in: round, keeping: keeping) + declarations(in: round, keeping: keeping)
    }
}

/// Keeps a text apart, where there is one.
func kept(
    _ text: String?, _ keeping: (String) throws(Refusal) -> Personal
) throws(Refusal) -> Personal? {
    guard let text, !text.isEmpty else { return nil }
    return try keeping(text)
}
