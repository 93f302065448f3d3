public import Governance
public import Markup
public import Vocabulary

/// Asks since when, and in what, somebody takes part in decisions, so that what they declare is published.
public struct DecisionMakingForm: AskedForm {
    public var filled: SentValues
    public var errors: [String: String] = [:]
    public var failures: [String] = []
    public var person: Slug

    public init(_ filled: SentValues = SentValues(), person: Slug) {
        self.filled = filled
        self.person = person
    }

    public var parts: [Form.Part] {
        [
            line(
                "why", "In which decisions do they take part?",
                hint: "What they declare is then published. For example: votes on the primary care committee"),
            day("from", "Since when?"), day("until", "What is the last day, if it is known?"),
        ]
    }

    public func read(_ reader: inout FieldReader) -> EnterDecisionMaking? {
        let why = reader.line("why", missing: "Say in which decisions they take part.")
        let from = reader.day("from", missing: "Enter the first day.")
        let until = reader.day("until")
        guard reader.errors.isEmpty, let why, let from else { return nil }
        return EnterDecisionMaking(person: person, span: .init(why: why, from: from, until: until))
    }

    public static func filled(with act: EnterDecisionMaking) -> SentValues {
        var filled = SentValues()
        filled.fill("why", act.span.why)
        filled.fill("from", act.span.from)
        filled.fill("until", act.span.until)
        return filled
    }

    public static func field(ofRefusal code: String) -> String? {
        switch code {
        case "decision-making-exists", "before-person": "from"
        case "ends-before-start": "until"
        default: nil
        }
    }

    public static func subject(of act: EnterDecisionMaking) -> String? { act.span.why }
}
