public import Governance
public import Markup
public import Vocabulary

/// Asks to whom the chair is handed over, for one item or from now on.
public struct ChairForm: AskedForm {
    public var filled: SentValues
    public var errors: [String: String] = [:]
    public var failures: [String] = []
    public var meeting: Slug
    public var committees: [Choice]
    public var people: [Choice]
    public var items: [Choice]

    public init(
        _ filled: SentValues = SentValues(), meeting: Slug, committees: [Choice], people: [Choice], items: [Choice]
    ) {
        self.filled = filled
        self.meeting = meeting
        self.committees = committees
        self.people = people
        self.items = items
    }

    public var parts: [Form.Part] {
        [
            menu("committee", "In which committee?", committees), menu("to", "Who takes the chair?", people),
            menu("item", "For how long?", items, none: "From now on"),
            boxes(
                "chosenBy", "If that is neither chair nor vice-chair: who chose them?",
                hint: "Leave it empty otherwise.", people), line("reason", "Why?"),
        ]
    }

    public func read(_ reader: inout FieldReader) -> HandOverChair? {
        let committee = reader.name("committee", missing: "Choose the committee.")
        let to = reader.name("to", missing: "Choose who takes the chair.")
        let item = reader.name("item")
        let chosen = reader.names("chosenBy")
        let reason = reader.line("reason", missing: "Say why.")
        guard reader.errors.isEmpty, let committee, let to, let reason else { return nil }
        return HandOverChair(
            meeting: meeting, committee: committee, to: to, item: item, chosenBy: chosen.isEmpty ? nil : chosen,
            reason: reason)
    }

    public static func filled(with act: HandOverChair) -> SentValues {
        var filled = SentValues()
        filled.fill("committee", act.committee.description)
        filled.fill("to", act.to.description)
        filled.fill("item", act.item?.description)
        filled.fill("chosenBy", all: (act.chosenBy ?? []).map(\.description))
        filled.fill("reason", act.reason)
        return filled
    }

    public static func field(ofRefusal code: String) -> String? {
        switch code {
        case "not-present", "not-member", "chair-conflicted": "to"
        case "chair-not-chosen": "chosenBy"
        default: nil
        }
    }

    public static func subject(of act: HandOverChair) -> String? { "\(act.committee)/\(act.item?.description ?? "")" }
}
