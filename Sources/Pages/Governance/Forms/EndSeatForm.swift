public import Governance
public import Markup
public import Vocabulary

/// Asks for the last day of somebody's seat on a committee.
public struct EndSeatForm: AskedForm {
    public var filled: SentValues
    public var errors: [String: String] = [:]
    public var failures: [String] = []
    public var committee: Slug
    public var person: Slug

    public init(_ filled: SentValues = SentValues(), committee: Slug, person: Slug) {
        self.filled = filled
        self.committee = committee
        self.person = person
    }

    public var parts: [Form.Part] {
        [
            day(
                "until", "What is the last day of the seat?",
                hint: "The seat stays on the record. For example, 31 3 2026")
        ]
    }

    public func read(_ reader: inout FieldReader) -> EndMembership? {
        guard let until = reader.day("until", missing: "Enter the last day.") else { return nil }
        return EndMembership(committee: committee, person: person, until: until)
    }

    public static func filled(with act: EndMembership) -> SentValues {
        var filled = SentValues()
        filled.fill("until", act.until)
        return filled
    }

    public static func field(ofRefusal code: String) -> String? {
        ["no-such-seat", "ends-before-start", "before-committee", "committee-dissolved"].contains(code) ? "until" : nil
    }

    public static func subject(of act: EndMembership) -> String? { act.person.description }
}
