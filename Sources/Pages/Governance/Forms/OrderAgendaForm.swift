public import Governance
public import Markup
public import Vocabulary

/// Asks in which order the items of an agenda are to be taken: a number for each.
public struct OrderAgendaForm: AskedForm {
    public var filled: SentValues
    public var errors: [String: String] = [:]
    public var failures: [String] = []
    public var meeting: Slug
    /// Those that wait, as they stand.
    public var items: [Choice]

    public init(_ filled: SentValues = SentValues(), meeting: Slug, items: [Choice]) {
        self.filled = filled
        self.meeting = meeting
        self.items = items
    }

    private static func field(_ item: String) -> String { "place-\(item)" }

    /// What stands there while nobody has typed anything else.
    private func place(_ item: Choice) -> String {
        let name = OrderAgendaForm.field(item.value)
        if filled.has(name) { return filled.text(name) }
        return items.firstIndex { $0.value == item.value }.map { "\($0 + 1)" } ?? ""
    }

    public var parts: [Form.Part] {
        [
            .fieldset(
                legend: "In which order are they taken?",
                hint: "Number them. Between two others is 1.5; those with the same number stay as they stand.",
                items.map {
                    field(OrderAgendaForm.field($0.value), $0.words, .number(value: place($0)))
                })
        ] + [line("reason", "Why, where the papers are out already?")]
    }

    public func read(_ reader: inout FieldReader) -> OrderAgenda? {
        var numbered: [(number: Double, place: Int, item: Slug)] = []
        for (place, choice) in items.enumerated() {
            guard let item = Slug(choice.value) else { continue }
            let name = OrderAgendaForm.field(choice.value)
            if !reader.sent.has(name) {
                numbered.append((Double(place + 1), place, item))
            } else if let number = reader.number(name, missing: "Enter its number.") {
                numbered.append((number, place, item))
            }
        }
        let reason = reader.line("reason")
        guard reader.errors.isEmpty else { return nil }
        numbered.sort { ($0.number, $0.place) < ($1.number, $1.place) }
        return OrderAgenda(meeting: meeting, items: numbered.map(\.item), reason: reason)
    }

    public static func filled(with act: OrderAgenda) -> SentValues {
        var filled = SentValues()
        for (place, item) in act.items.enumerated() { filled.fill(field(item.description), "\(place + 1)") }
        filled.fill("reason", act.reason)
        return filled
    }

    public static func field(ofRefusal code: String) -> String? { code == "no-reason" ? "reason" : nil }

    public static func subject(of act: OrderAgenda) -> String? { act.meeting.description }
}
