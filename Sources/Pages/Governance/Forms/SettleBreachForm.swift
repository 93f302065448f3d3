public import Governance
public import Markup
import Vocabulary

/// Asks what became of a breach and of the decision that it touched.
public struct SettleBreachForm: AskedForm {
    public var filled: SentValues
    public var errors: [String: String] = [:]
    public var failures: [String] = []

    /// What was decided about it.
    public struct Answer: Hashable, Sendable {
        public var effect: Breach.Effect
        public var publishedText: String
        public var sanction: String?
        public var lesson: String?

        public init(effect: Breach.Effect, publishedText: String, sanction: String? = nil, lesson: String? = nil) {
            self.effect = effect
            self.publishedText = publishedText
            self.sanction = sanction
            self.lesson = lesson
        }
    }

    public init(_ filled: SentValues = SentValues()) {
        self.filled = filled
    }

    public var parts: [Form.Part] {
        [
            radios(
                "effect", "What became of the decision?",
                Breach.Effect.allCases.map { Choice($0.rawValue, $0.inWords) }),
            words("published", "What is published of it?", hint: "A sentence, without a name.", rows: 3),
            line("sanction", "What followed for the person, if anything?"),
            line("lesson", "What was learned, if anything?"),
        ]
    }

    public func read(_ reader: inout FieldReader) -> Answer? {
        let effect: Breach.Effect? = reader.choice("effect", missing: "Choose what became of the decision.")
        let published = reader.words("published", missing: "Write what is published of it.", atMost: 1_000)
        let sanction = reader.line("sanction")
        let lesson = reader.line("lesson")
        guard reader.errors.isEmpty, let effect, let published else { return nil }
        return Answer(effect: effect, publishedText: published, sanction: sanction, lesson: lesson)
    }

    public static func filled(with answer: Answer) -> SentValues {
        var filled = SentValues()
        filled.fill("effect", answer.effect.rawValue)
        filled.fill("published", answer.publishedText)
        filled.fill("sanction", answer.sanction)
        filled.fill("lesson", answer.lesson)
        return filled
    }

    public static func field(ofRefusal code: String) -> String? {
        switch code {
        case "text-missing", "names-person": "published"
        case "decision-missing", "decision-touched": "effect"
        default: nil
        }
    }
}
