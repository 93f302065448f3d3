public import Challenges
public import Markup
public import Vocabulary

// What ends a bundle: credit notes, disputes and their settlement, closing.

/// Asks for a credit note of the provider.
public struct CreditForm: AskedForm {
    public var filled: SentValues
    public var errors: [String: String] = [:]
    public var failures: [String] = []
    public var bundle: ChallengeBundle

    public init(_ filled: SentValues = SentValues(), bundle: ChallengeBundle) {
        (self.filled, self.bundle) = (filled, bundle)
    }

    public struct Answer: Hashable, Sendable {
        public var number: String
        public var on: Day
        public var amount: Money
        public var isCorrection: Bool
        public var reason: String?

        public func act(on bundle: Slug) -> RecordCredit {
            RecordCredit(
                bundle: bundle, number: number, on: on, amount: amount, isCorrection: isCorrection, reason: reason)
        }
    }

    public var parts: [Form.Part] {
        let known = bundle.standingCredits
        var parts: [Form.Part] = [
            line("number", "Which number has the credit note?", hint: "The provider’s own number"),
            money("amount", "What does it credit?"), day("on", "Of which day is it?"),
        ]
        if !known.isEmpty {
            parts.append(
                boxes(
                    "correction", "Is it recorded already?",
                    hint: "Recorded are \(named(known.map(\.number))).",
                    [Choice("yes", "This corrects what was recorded of the same credit note")]))
        }
        parts.append(
            words(
                "reason", "Is there anything to be said of it?",
                hint: "Needed where it is more than was agreed, and where it corrects.", rows: 2))
        return parts
    }

    public func read(_ reader: inout FieldReader) -> Answer? {
        let number = reader.line("number", missing: "Enter the number of the credit note.")
        let amount = reader.amount("amount", missing: "Enter what it credits.")
        let on = reader.day("on", missing: "Enter the day.")
        let reason = reader.words("reason", atMost: 1_000)
        guard reader.errors.isEmpty, let number, let amount, let on else { return nil }
        return Answer(
            number: number, on: on, amount: amount, isCorrection: reader.isTicked("correction"), reason: reason)
    }

    public static func filled(with answer: Answer) -> SentValues {
        var filled = SentValues()
        filled.fill("number", answer.number)
        filled.fill("amount", answer.amount)
        filled.fill("on", answer.on)
        if answer.isCorrection { filled.fill("correction", "yes") }
        filled.fill("reason", answer.reason)
        return filled
    }

    public static func field(ofRefusal code: String) -> String? {
        [
            "credit-twice": "number", "no-such-credit": "number", "amount-missing": "amount",
            "nothing-agreed": "amount",
            "more-than-agreed": "amount", "no-reason": "reason", "day-in-future": "on", "day-before": "on",
        ][code]
    }
}

/// Asks what is in dispute, for the next step of the contract's procedure.
public struct DisputeForm: AskedForm {
    public var filled: SentValues
    public var errors: [String: String] = [:]
    public var failures: [String] = []
    public var step: DisputeStep.Kind

    public init(_ filled: SentValues = SentValues(), step: DisputeStep.Kind) {
        (self.filled, self.step) = (filled, step)
    }

    /// The step that a bundle's dispute would take next; nil after the last.
    public static func next(of bundle: ChallengeBundle) -> DisputeStep.Kind? {
        guard let last = bundle.openDispute?.steps.last else { return .negotiation }
        return last.kind.next
    }

    public struct Answer: Hashable, Sendable {
        public var step: DisputeStep.Kind
        public var on: Day
        public var words: String
    }

    public var kept: [Form.Kept] { [.init("dispute", step.rawValue)] }

    public var parts: [Form.Part] {
        [
            words(
                "words", step == .negotiation ? "What is in dispute?" : "Why was it not settled before?", rows: 3),
            day("on", "On which day does it begin?"),
        ]
    }

    public func read(_ reader: inout FieldReader) -> Answer? {
        let words = reader.words("words", missing: "Say it in a sentence.", atMost: 2_000)
        let on = reader.day("on", missing: "Enter the day.")
        // The step that the reader saw, so that one that was taken meanwhile is not taken for the next.
        let step = reader.choice("dispute", as: DisputeStep.Kind.self) ?? step
        guard reader.errors.isEmpty, let words, let on else { return nil }
        return Answer(step: step, on: on, words: words)
    }

    public static func filled(with answer: Answer) -> SentValues {
        var filled = SentValues()
        filled.fill("words", answer.words)
        filled.fill("on", answer.on)
        return filled
    }

    public static func field(ofRefusal code: String) -> String? {
        ["day-in-future": "on", "day-before": "on", "text-missing": "words"][code]
    }
}

/// Asks for words and a day: how a dispute was settled, or why a bundle is closed.
public struct DayAndWordsForm: AskedForm {
    public var filled: SentValues
    public var errors: [String: String] = [:]
    public var failures: [String] = []
    public var question: String
    public var hint: String?
    /// True where the words may be left out.
    public var mayBeSilent: Bool
    public var dayQuestion: String

    public init(
        _ filled: SentValues = SentValues(), question: String, hint: String? = nil, mayBeSilent: Bool = false,
        dayQuestion: String = "On which day?"
    ) {
        (self.filled, self.question, self.hint) = (filled, question, hint)
        (self.mayBeSilent, self.dayQuestion) = (mayBeSilent, dayQuestion)
    }

    public struct Answer: Hashable, Sendable {
        public var words: String
        public var on: Day
    }

    public var parts: [Form.Part] { [words("words", question, hint: hint, rows: 3), day("on", dayQuestion)] }

    public func read(_ reader: inout FieldReader) -> Answer? {
        let words = reader.words("words", missing: mayBeSilent ? nil : "Say it in a sentence.", atMost: 2_000)
        let on = reader.day("on", missing: "Enter the day.")
        guard reader.errors.isEmpty, let on else { return nil }
        return Answer(words: words ?? "", on: on)
    }

    public static func filled(with answer: Answer) -> SentValues {
        var filled = SentValues()
        filled.fill("words", answer.words)
        filled.fill("on", answer.on)
        return filled
    }

    public static func field(ofRefusal code: String) -> String? {
        switch code {
        case "day-in-future", "day-before", "day-before-step": "on"
        case "text-missing", "no-reason", "credit-outstanding": "words"
        default: nil
        }
    }
}
