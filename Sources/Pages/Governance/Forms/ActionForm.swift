public import Governance
public import Markup
public import Vocabulary

/// Asks what somebody is to do after a meeting, and by when.
public struct ActionForm: AskedForm {
    public var filled: SentValues
    public var errors: [String: String] = [:]
    public var failures: [String] = []
    public var meeting: Slug
    /// The short name that the action is to have: sent twice, it is written down once.
    public var entry: Slug
    public var people: [Choice]
    public var items: [Choice]

    public init(_ filled: SentValues = SentValues(), meeting: Slug, entry: Slug, people: [Choice], items: [Choice]) {
        self.filled = filled
        self.meeting = meeting
        self.entry = entry
        self.people = people
        self.items = items
    }

    public var kept: [Form.Kept] { [.init("entry", entry.description)] }

    public var parts: [Form.Part] {
        [
            words("text", "What is to be done?", rows: 2), menu("owner", "Who does it?", people),
            day("due", "By when?"), menu("item", "From which item?", items, none: "From the meeting as a whole"),
        ]
    }

    public func read(_ reader: inout FieldReader) -> AddAction? {
        let text = reader.words("text", missing: "Say what is to be done.", atMost: 1_000)
        let owner = reader.name("owner", missing: "Choose who does it.")
        let due = reader.day("due", missing: "Enter the day by which it is to be done.")
        let item = reader.name("item")
        guard reader.errors.isEmpty, let text, let owner, let due else { return nil }
        return AddAction(
            meeting: meeting, action: MeetingAction(id: entry, item: item, text: text, owner: owner, due: due))
    }

    public static func filled(with act: AddAction) -> SentValues {
        var filled = SentValues()
        filled.fill("text", act.action.text)
        filled.fill("owner", act.action.owner.description)
        filled.fill("due", act.action.due)
        filled.fill("item", act.action.item?.description)
        return filled
    }

    public static func field(ofRefusal code: String) -> String? { code == "due-before-meeting" ? "due" : nil }

    public static func subject(of act: AddAction) -> String? { act.action.id.description }

    public func renamed(_ entry: Slug) -> Self {
        var form = self
        form.entry = entry
        return form
    }
}
