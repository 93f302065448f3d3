public import Markup
import Vocabulary

/// Asks somebody to confirm that their entries are right, all of them.
public struct ConfirmEntriesForm: AskedForm {
    public var filled: SentValues
    public var errors: [String: String] = [:]
    public var failures: [String] = []

    /// What was confirmed, with a note or without.
    public struct Answer: Hashable, Sendable {
        public var note: String?

        public init(note: String? = nil) {
            self.note = note
        }
    }

    public init(_ filled: SentValues = SentValues()) {
        self.filled = filled
    }

    public var parts: [Form.Part] {
        [
            boxes("confirmed", "Have you read them?", [Choice("yes", "I have read my entries, and they are right")]),
            line("note", "Was anything put right since last time?", hint: "Leave it empty where nothing was."),
        ]
    }

    public func read(_ reader: inout FieldReader) -> Answer? {
        if !reader.isTicked("confirmed") {
            reader.refuse("confirmed", "Tick the box once you have read your entries, or change them first.")
        }
        let note = reader.line("note")
        return reader.errors.isEmpty ? Answer(note: note) : nil
    }

    public static func filled(with answer: Answer) -> SentValues {
        var filled = SentValues()
        filled.fill("confirmed", "yes")
        filled.fill("note", answer.note)
        return filled
    }
}
