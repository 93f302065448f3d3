public import Governance
public import Markup
public import Vocabulary

/// Asks what was found out on a question of who decides.
public struct AnswerRightsForm: AskedForm {
    public var filled: SentValues
    public var errors: [String: String] = [:]
    public var failures: [String] = []
    public var question: Slug
    /// The day of the answer.
    public var today: Day

    public init(_ filled: SentValues = SentValues(), question: Slug, today: Day) {
        self.filled = filled
        self.question = question
        self.today = today
    }

    public var parts: [Form.Part] {
        [
            words(
                "text", "What is the answer?",
                hint: "Who decides, and which document says so. It is published.", rows: 4)
        ]
    }

    public func read(_ reader: inout FieldReader) -> AnswerRightsQuestion? {
        let text = reader.words("text", missing: "Write the answer.", atMost: 1_000)
        guard reader.errors.isEmpty, let text else { return nil }
        return AnswerRightsQuestion(question: question, text: text, answeredOn: today)
    }

    public static func filled(with act: AnswerRightsQuestion) -> SentValues {
        var filled = SentValues()
        filled.fill("text", act.text)
        return filled
    }

    public static func subject(of act: AnswerRightsQuestion) -> String? { act.question.description }
}
