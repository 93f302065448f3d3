public import Markup
import Vocabulary

/// Asks how an interest is handled from day to day, to be agreed.
public struct ApproveInterestForm: AskedForm {
    public var filled: SentValues
    public var errors: [String: String] = [:]
    public var failures: [String] = []

    /// What was agreed.
    public struct Answer: Hashable, Sendable {
        /// Nil: as it was declared.
        public var mitigation: String?

        public init(mitigation: String? = nil) {
            self.mitigation = mitigation
        }
    }

    public init(_ filled: SentValues = SentValues()) {
        self.filled = filled
    }

    public var parts: [Form.Part] {
        [
            words(
                "mitigation", "What is done about it, where that differs from what was declared?",
                hint: "Leave it empty to agree to what was declared.", rows: 3)
        ]
    }

    public func read(_ reader: inout FieldReader) -> Answer? {
        let mitigation = reader.words("mitigation", atMost: 1_000)
        return reader.errors.isEmpty ? Answer(mitigation: mitigation) : nil
    }

    public static func filled(with answer: Answer) -> SentValues {
        var filled = SentValues()
        filled.fill("mitigation", answer.mitigation)
        return filled
    }
}
