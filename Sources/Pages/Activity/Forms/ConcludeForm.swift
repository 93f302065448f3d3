public import Challenges
public import Markup
public import Vocabulary

/// Asks what the commissioner makes of challenges: which of them, what becomes of them, and why.
public struct ConcludeForm: AskedForm {
    public var filled: SentValues
    public var errors: [String: String] = [:]
    public var failures: [String] = []
    public var bundle: ChallengeBundle

    public init(_ filled: SentValues = SentValues(), bundle: ChallengeBundle) {
        (self.filled, self.bundle) = (filled, bundle)
    }

    public enum Way: String, Hashable, Sendable, CaseIterable {
        case asAnswered, uphold, part, withdraw

        var words: String {
            switch self {
            case .asAnswered: "As it was answered"
            case .uphold: "Uphold"
            case .part: "Uphold in part"
            case .withdraw: "Withdraw"
            }
        }

        var hint: String {
            switch self {
            case .asAnswered: "What the provider accepted is upheld, whole or in part; what it rejected stays open."
            case .uphold: "What was not answered can be upheld once the deadline has passed."
            case .part: "Each at the amount below."
            case .withdraw: "Its money passes to the row’s next challenge, where there is one."
            }
        }
    }

    public struct Answer: Hashable, Sendable {
        public var way: Way
        public var choice: ProposeConclusions.Choice
        public var amount: Money?
        public var reason: String?
        public var on: Day

        /// The conclusions that it comes to.
        public func rows(on bundle: ChallengeBundle) -> [ConcludeChallenges.Row] {
            let outcome: ChallengeConclusion.Outcome
            switch way {
            case .asAnswered: return ProposeConclusions.asAnswered(bundle, choice)
            case .uphold: outcome = .upheld
            case .part: outcome = .part
            case .withdraw: outcome = .withdrawn
            }
            return ProposeConclusions.all(bundle, choice, outcome: outcome, amount: amount, reason: reason ?? "")
        }
    }

    private var isSent: Bool { bundle.sending != nil }
    private var ways: [Way] { isSent ? Way.allCases : [.withdraw] }

    public var parts: [Form.Part] {
        let rules = Set(bundle.challenges.filter(\.isOpen).map(\.raised.rule)).sorted().map { rule -> Choice in
            let title = bundle.words(of: rule).title
            return Choice(rule, title == rule ? rule : "\(rule) \(title)")
        }
        let answers: [(ProposeConclusions.Choice.Answer, String)] = [
            (.accepted, "Accepted"), (.part, "Accepted in part"), (.rejected, "Rejected"), (.none, "Not answered"),
        ]
        var which: [Form.Part] = [menu("rule", "Of which rule?", rules, none: "All")]
        if isSent {
            which.append(
                menu("answered", "Answered in which way?", answers.map { Choice($0.0.rawValue, $0.1) }, none: "Any"))
        }
        which.append(
            line(
                "challenges", "Of which numbers?",
                hint:
                    "Such as 3, 7-9; leave it empty for all. What is concluded already is concluded again only by its "
                    + "number."))
        return [
            .fieldset(legend: "Which challenges?", hint: "Those to which all of this applies.", which),
            radios("way", "What becomes of them?", ways.map { Choice($0.rawValue, $0.words, hint: $0.hint) }),
            isSent ? money("amount", "What is agreed of each, where they are upheld in part?") : .words(.none),
            words(
                "reason", "Why?", hint: "It is on the record. Leave it empty for what is concluded as answered.",
                rows: 2),
            day("on", "On which day?"),
        ]
    }

    public func read(_ reader: inout FieldReader) -> Answer? {
        let way = reader.choice("way", as: Way.self, missing: "Choose what becomes of them.")
        let rule = reader.line("rule")
        let answered = reader.choice("answered", as: ProposeConclusions.Choice.Answer.self)
        var numbers: Set<Int> = []
        if let text = reader.words("challenges", atMost: 2_000) {
            if let read = ChallengeNumbers.read(text) {
                numbers = read
            } else {
                reader.refuse("challenges", "Write numbers and spans with commas between, such as 3, 7-9.")
            }
        }
        let amount = way == .part ? reader.money("amount", missing: "Enter the amount.") : nil
        let reason = reader.words(
            "reason", missing: way == .asAnswered ? nil : "Give the reason in a sentence.", atMost: 1_000)
        let on = reader.day("on", missing: "Enter the day.")
        guard reader.errors.isEmpty, let way, let on else { return nil }
        return Answer(
            way: way, choice: .init(rule: rule, numbers: numbers, answer: answered), amount: amount, reason: reason,
            on: on)
    }

    public static func filled(with answer: Answer) -> SentValues {
        var filled = SentValues()
        filled.fill("way", answer.way.rawValue)
        filled.fill("rule", answer.choice.rule)
        filled.fill("answered", answer.choice.answer?.rawValue)
        if !answer.choice.numbers.isEmpty {
            filled.fill("challenges", answer.choice.numbers.sorted().map(String.init).joined(separator: ", "))
        }
        filled.fill("amount", answer.amount)
        filled.fill("reason", answer.reason)
        filled.fill("on", answer.on)
        return filled
    }

    public static func field(ofRefusal code: String) -> String? {
        [
            "no-such-challenge": "challenges", "amount-missing": "amount", "more-than-claimed": "amount",
            "data-only": "way", "answer-awaited": "way", "not-sent": "way", "day-in-future": "on", "day-before": "on",
            "no-reason": "reason",
        ][code]
    }
}
