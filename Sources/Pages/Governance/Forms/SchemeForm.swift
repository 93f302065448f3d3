public import Markup
public import Vocabulary

/// Asks whose scheme of delegation a file is, and from when its rows hold.
public struct SchemeForm: AskedForm {
    public var filled: SentValues
    public var errors: [String: String] = [:]
    public var failures: [String] = []
    public var bodies: [Choice]

    /// What was told beside the file.
    public struct Answer: Hashable, Sendable {
        public var body: OrganisationCode
        public var from: Day

        public init(body: OrganisationCode, from: Day) {
            self.body = body
            self.from = from
        }
    }

    public init(_ filled: SentValues = SentValues(), bodies: [Choice]) {
        self.filled = filled
        self.bodies = bodies
    }

    public var parts: [Form.Part] {
        [
            field(
                "file", "The scheme as a file",
                hint: """
                    .csv or .xlsx, with the columns matter, level, holder, instrument, limit and document. Choose it again \
                    where the form is shown again.
                    """, .file(accepting: [".csv", ".xlsx"])),
            menu(
                "body", "Whose scheme is it?", hint: "Posts and committees that it names are those of this body.",
                bodies),
            day("from", "From which day do rows without a day of their own hold?"),
        ]
    }

    public func read(_ reader: inout FieldReader) -> Answer? {
        let body = reader.organisation("body")
        if body == nil { reader.refuse("body", "Choose whose scheme it is.") }
        let from = reader.day("from", missing: "Enter the day.")
        guard let body, let from else { return nil }
        return Answer(body: body, from: from)
    }

    public static func filled(with answer: Answer) -> SentValues {
        var filled = SentValues()
        filled.fill("body", answer.body.description)
        filled.fill("from", answer.from)
        return filled
    }
}
