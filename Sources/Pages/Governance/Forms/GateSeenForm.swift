public import Governance
public import Markup
public import Vocabulary

/// Asks who has seen a document that the law asks for, before the item is decided.
public struct GateSeenForm: AskedForm {
    public var filled: SentValues
    public var errors: [String: String] = [:]
    public var failures: [String] = []
    public var meeting: Slug
    public var item: Slug
    /// The documents of the item.
    public var gates: [Choice]
    public var people: [Choice]

    public init(
        _ filled: SentValues = SentValues(), meeting: Slug, item: Slug, gates: [Choice], people: [Choice]
    ) {
        self.filled = filled
        self.meeting = meeting
        self.item = item
        self.gates = gates
        self.people = people
    }

    public var kept: [Form.Kept] { [.init("item", item.description)] }

    public var parts: [Form.Part] {
        [
            radios("gate", "Which document?", gates),
            boxes("people", "Who has seen it?", hint: "Everybody who decides is to have seen it.", people),
        ]
    }

    public func read(_ reader: inout FieldReader) -> MarkGateSeen? {
        let kind: AgendaItem.Gate.Kind? = reader.choice("gate", missing: "Choose the document.")
        let people = reader.names("people", missing: "Tick who has seen it.")
        guard reader.errors.isEmpty, let kind else { return nil }
        return MarkGateSeen(meeting: meeting, item: item, kind: kind, people: people)
    }

    public static func filled(with act: MarkGateSeen) -> SentValues {
        var filled = SentValues()
        filled.fill("gate", act.kind.rawValue)
        filled.fill("people", all: act.people.map(\.description))
        return filled
    }
}
