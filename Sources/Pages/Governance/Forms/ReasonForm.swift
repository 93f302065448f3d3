public import Markup
import Vocabulary

/// Asks for a reason in words, and nothing else.
public struct ReasonForm: AskedForm {
    public var filled: SentValues
    public var errors: [String: String] = [:]
    public var failures: [String] = []
    /// The question: `Why would publication harm?`.
    public var question: String
    public var hint: String?

    public init(_ filled: SentValues = SentValues(), question: String, hint: String? = nil) {
        self.filled = filled
        self.question = question
        self.hint = hint
    }

    public var parts: [Form.Part] { [words("reason", question, hint: hint)] }

    public func read(_ reader: inout FieldReader) -> String? {
        reader.words("reason", missing: "Give the reason in a sentence or two.", atMost: 2_000)
    }

    public static func filled(with reason: String) -> SentValues {
        var filled = SentValues()
        filled.fill("reason", reason)
        return filled
    }

    public static func field(ofRefusal code: String) -> String? {
        ["no-reason", "text-missing", "patient-identifying"].contains(code) ? "reason" : nil
    }
}
