public import Governance
public import Markup
public import Vocabulary

/// Asks for a seat on a committee: who sits as what, with a vote or without, and from which day.
public struct SeatForm: AskedForm {
    public var filled: SentValues
    public var errors: [String: String] = [:]
    public var failures: [String] = []
    public var committee: Slug
    /// Whose seat is changed; nil where somebody is appointed.
    public var person: Slug?
    public var people: [Choice]
    /// Those for whom others may deputise.
    public var members: [Choice]
    public var roles: [Choice]

    /// - Parameter roles: as what people sit on committees already, besides those that are common.
    public init(
        _ filled: SentValues = SentValues(), committee: Slug, person: Slug? = nil, people: [Choice],
        members: [Choice], roles: [Slug] = []
    ) {
        self.filled = filled
        self.committee = committee
        self.person = person
        self.people = people
        self.members = members
        self.roles = SeatForm.choices(roles)
    }

    private static let common = [
        "lay", "gp", "nurse", "executive", "non-executive", "chief-officer", "cfo", "healthwatch",
    ]

    /// The common roles and these, each once, by their words.
    public static func choices(_ roles: [Slug]) -> [Choice] {
        Set(roles + common.compactMap { Slug($0) }).map { Choice($0.description, $0.roleInWords().firstUpper) }
            .sorted { ($0.words.lowercased(), $0.value) < ($1.words.lowercased(), $1.value) }
    }

    public var parts: [Form.Part] {
        let who =
            person == nil
            ? [menu("person", "Who is appointed?", hint: "Somebody of the register of interests", people)] : []
        return who + [
            boxes("roles", "What do they sit as?", hint: "The quorum asks for roles. Tick all that hold.", roles),
            line("otherRole", "Another role, if none of these", hint: "In a word or two: public health"),
            yesOrNo("voting", "Do they have a vote?"),
            radios(
                "office", "Do they hold an office?",
                [Choice("", "None")] + Membership.Office.allCases.map { Choice($0.rawValue, $0.inWords.firstUpper) }),
            menu(
                "deputyFor", "If they are a deputy: for whom?",
                hint: "A deputy counts and votes only while that member is away.", members, none: "They are no deputy"),
            day(
                "from",
                person == nil ? "What is the first day of the seat?" : "From which day does it hold as you write here?"),
            day("until", "What is its last day, if it is known?"),
        ]
    }

    public func read(_ reader: inout FieldReader) -> AppointMember? {
        let who = person ?? reader.name("person", missing: "Choose who is appointed.")
        var sitsAs = reader.ticked("roles", among: roles.compactMap { Slug($0.value) })
        if let other = reader.nameOfWords("otherRole"), !sitsAs.contains(other) { sitsAs.append(other) }
        if sitsAs.isEmpty { reader.refuse("roles", "Tick what they sit as.") }
        let isVoting = reader.yesOrNo("voting", missing: "Say whether they have a vote.")
        let office: Membership.Office? = reader.choice("office")
        let deputy = reader.name("deputyFor")
        let from = reader.day("from", missing: "Enter the first day.")
        let until = reader.day("until")
        if let from, let until, until < from { reader.refuse("until", "The last day lies before the first.") }
        guard reader.errors.isEmpty, let who, let isVoting, let from else { return nil }
        return AppointMember(
            committee: committee,
            membership: Membership(
                person: who, roles: sitsAs, isVoting: isVoting, office: office, deputyFor: deputy, from: from,
                until: until))
    }

    public static func filled(with act: AppointMember) -> SentValues {
        let seat = act.membership
        var filled = SentValues()
        filled.fill("person", seat.person.description)
        filled.fill("roles", all: seat.roles.map(\.description))
        filled.fill("voting", seat.isVoting ? "yes" : "no")
        filled.fill("office", seat.office?.rawValue ?? "")
        filled.fill("deputyFor", seat.deputyFor?.description)
        filled.fill("from", seat.from)
        filled.fill("until", seat.until)
        return filled
    }

    public static func field(ofRefusal code: String) -> String? {
        switch code {
        case "seat-overlaps": "person"
        case "office-taken", "deputy-office": "office"
        case "deputy-for-nobody", "deputies-not-allowed": "deputyFor"
        case "before-committee", "committee-dissolved", "before-person", "ends-before-start": "from"
        case "roles-invalid": "roles"
        default: nil
        }
    }

    public static func subject(of act: AppointMember) -> String? { act.membership.person.description }
}
