public import Governance
public import Markup
public import Vocabulary

/// Asks for an interest that a member tells a meeting.
public struct TellInterestForm: AskedForm {
    public var filled: SentValues
    public var errors: [String: String] = [:]
    public var failures: [String] = []
    public var meeting: Slug
    /// The short name that the interest is to have: sent twice, it is told once.
    public var entry: Slug
    public var members: [Choice]
    public var items: [Choice]

    public init(
        _ filled: SentValues = SentValues(), meeting: Slug, entry: Slug, members: [Choice], items: [Choice]
    ) {
        self.filled = filled
        self.meeting = meeting
        self.entry = entry
        self.members = members
        self.items = items
    }

    public var kept: [Form.Kept] { [.init("entry", entry.description)] }

    public var parts: [Form.Part] {
        [
            menu("member", "Whose interest is it?", members), menu("item", "In which item?", items),
            radios(
                "kind", "What kind of interest is it?",
                InterestKind.allCases.map { Choice($0.rawValue, $0.title, hint: DeclarationForm.hint($0)) }),
            .fieldset(
                legend: "Where somebody close has it", hint: "Leave this empty for an interest of one’s own.",
                [
                    line("relationship", "What they are to the member", hint: "Spouse, close relative, close friend"),
                    menu(
                        "underlying", "What kind of interest they have",
                        InterestKind.allCases.filter { $0 != .indirect }.map { Choice($0.rawValue, $0.title) },
                        none: "Not an indirect interest"),
                ]),
            words("nature", "What is it?", hint: "In words that the minutes may say", rows: 3),
        ]
    }

    public func read(_ reader: inout FieldReader) -> DeclareAtMeeting? {
        let member = reader.name("member", missing: "Choose whose interest it is.")
        let item = reader.name("item", missing: "Choose the item.")
        let kind: InterestKind? = reader.choice("kind", missing: "Choose what kind of interest it is.")
        var underlying: InterestKind?
        var relationship: String?
        if kind == .indirect {
            underlying = reader.choice("underlying", missing: "Choose what kind of interest they have.")
            relationship = reader.line("relationship", missing: "Say what they are to the member.")
        }
        let nature = reader.words("nature", missing: "Say what the interest is.", atMost: 1_000)
        guard reader.errors.isEmpty, let member, let item, let kind, let nature else { return nil }
        return DeclareAtMeeting(
            meeting: meeting,
            interest: MeetingInterest(
                id: entry, member: member, item: item, kind: kind, underlying: underlying, relationship: relationship,
                nature: nature))
    }

    public static func filled(with act: DeclareAtMeeting) -> SentValues {
        var filled = SentValues()
        filled.fill("member", act.interest.member.description)
        filled.fill("item", act.interest.item.description)
        filled.fill("kind", act.interest.kind.rawValue)
        filled.fill("underlying", act.interest.underlying?.rawValue)
        filled.fill("relationship", act.interest.relationship)
        filled.fill("nature", act.interest.nature)
        return filled
    }

    public static func subject(of act: DeclareAtMeeting) -> String? { act.interest.id.description }

    public func renamed(_ entry: Slug) -> Self {
        var form = self
        form.entry = entry
        return form
    }
}
