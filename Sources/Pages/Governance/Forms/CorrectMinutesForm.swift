public import Governance
public import Markup
public import Vocabulary

/// Asks what in draft minutes is to be put right, and who asked.
public struct CorrectMinutesForm: AskedForm {
    public var filled: SentValues
    public var errors: [String: String] = [:]
    public var failures: [String] = []
    public var meeting: Slug
    /// Who was at the meeting.
    public var people: [Choice]

    public init(_ filled: SentValues = SentValues(), meeting: Slug, people: [Choice]) {
        self.filled = filled
        self.meeting = meeting
        self.people = people
    }

    public var parts: [Form.Part] {
        [words("text", "What is to be put right?", rows: 3), menu("askedBy", "Who asked for it?", people)]
    }

    public func read(_ reader: inout FieldReader) -> CorrectMinutes? {
        let text = reader.words("text", missing: "Say what is to be put right.")
        let by = reader.name("askedBy", missing: "Choose who asked for it.")
        guard reader.errors.isEmpty, let text, let by else { return nil }
        return CorrectMinutes(meeting: meeting, text: text, askedBy: by)
    }

    public static func filled(with act: CorrectMinutes) -> SentValues {
        var filled = SentValues()
        filled.fill("text", act.text)
        filled.fill("askedBy", act.askedBy.description)
        return filled
    }
}
