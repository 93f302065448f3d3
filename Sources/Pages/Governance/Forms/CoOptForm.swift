public import Governance
public import Markup
public import Vocabulary

/// Asks who without an interest joins a committee for one item, as what, and who was asked.
public struct CoOptForm: AskedForm {
    public var filled: SentValues
    public var errors: [String: String] = [:]
    public var failures: [String] = []
    public var meeting: Slug
    public var item: Slug
    public var committees: [Choice]
    /// Who is in the room.
    public var people: [Choice]
    /// Everybody who may have been asked.
    public var known: [Choice]
    public var roles: [Choice]

    public init(
        _ filled: SentValues = SentValues(), meeting: Slug, item: Slug, committees: [Choice], people: [Choice],
        known: [Choice], roles: [Choice]
    ) {
        self.filled = filled
        self.meeting = meeting
        self.item = item
        self.committees = committees
        self.people = people
        self.known = known
        self.roles = roles
    }

    public var kept: [Form.Kept] { [.init("item", item.description)] }

    public var parts: [Form.Part] {
        [
            menu("committee", "Which committee do they join?", committees),
            menu("person", "Who joins?", hint: "Record first that they came.", people),
            boxes("roles", "What do they sit as?", roles),
            boxes("asked", "Who else was asked?", hint: "Also those who could not come.", known),
            words("reason", "Why?", rows: 3),
        ]
    }

    public func read(_ reader: inout FieldReader) -> CoOptMember? {
        let committee = reader.name("committee", missing: "Choose the committee.")
        let person = reader.name("person", missing: "Choose who joins.")
        let roles = reader.names("roles", missing: "Choose what they sit as.")
        let asked = reader.names("asked")
        let reason = reader.words("reason", missing: "Say why somebody is asked to join.", atMost: 1_000)
        guard reader.errors.isEmpty, let committee, let person, let reason else { return nil }
        return CoOptMember(
            meeting: meeting, committee: committee, item: item, person: person, roles: roles, asked: asked,
            reason: reason)
    }

    public static func filled(with act: CoOptMember) -> SentValues {
        var filled = SentValues()
        filled.fill("committee", act.committee.description)
        filled.fill("person", act.person.description)
        filled.fill("roles", all: act.roles.map(\.description))
        filled.fill("asked", all: act.asked.map(\.description))
        filled.fill("reason", act.reason)
        return filled
    }

    public static func field(ofRefusal code: String) -> String? {
        ["member-already", "person-not-known", "not-present", "co-opted-conflicted"].contains(code) ? "person" : nil
    }
}
