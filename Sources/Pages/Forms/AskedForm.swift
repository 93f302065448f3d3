public import Markup
public import Vocabulary

/// A form with its fields as they were filled in, and how the answers are read.
///
/// What `filled(with:)` writes, `read()` reads back equal.
public protocol AskedForm: Sendable {
    associatedtype Answer: Hashable & Sendable

    var filled: SentValues { get set }
    /// By field.
    var errors: [String: String] { get set }
    /// What is wrong with the whole, such as the refusal of the act.
    var failures: [String] { get set }

    var parts: [Form.Part] { get }
    /// Sent along unseen.
    var kept: [Form.Kept] { get }

    /// - Returns: nil where something is wrong, which `reader` then tells.
    func read(_ reader: inout FieldReader) -> Answer?
    static func filled(with answer: Answer) -> SentValues
    /// The field that a refusal speaks of, by the refusal's code; nil: the whole.
    static func field(ofRefusal code: String) -> String?
    /// What an answer is about, where two of one thing take each other's place or cannot both be; nil where each
    /// stands beside any other.
    static func subject(of answer: Answer) -> String?
    /// The same, to be recorded under another short name; itself where it has none.
    func renamed(_ entry: Slug) -> Self
}

extension AskedForm {
    public var kept: [Form.Kept] { [] }

    public static func field(ofRefusal code: String) -> String? { nil }

    public static func subject(of answer: Answer) -> String? { nil }

    public func renamed(_ entry: Slug) -> Self { self }

    /// Reads what was filled in, and keeps what is wrong with it.
    public mutating func read() -> Answer? {
        var reader = FieldReader(filled)
        let answer = read(&reader)
        errors = reader.errors
        return reader.errors.isEmpty ? answer : nil
    }

    /// Puts an act's refusal where it belongs, with what may be done about it.
    public mutating func refuse(_ refusal: Refusal) {
        if let field = Self.field(ofRefusal: refusal.code) {
            errors[field] = refusal.told
        } else {
            failures = [refusal.told]
        }
    }

    func field(
        _ name: String, _ label: String, hint: String? = nil, _ kind: Field.Kind
    ) -> Form.Part {
        .field(Field(name, label: label, hint: hint, error: errors[name], kind: kind))
    }

    func line(_ name: String, _ label: String, hint: String? = nil) -> Form.Part {
        field(name, label, hint: hint, .text(value: filled.text(name)))
    }

    func words(_ name: String, _ label: String, hint: String? = nil, rows: Int = 4) -> Form.Part {
        field(name, label, hint: hint, .longText(value: filled.text(name), rows: rows))
    }

    func day(_ name: String, _ label: String, hint: String? = "For example, 31 3 2026") -> Form.Part {
        field(name, label, hint: hint, .dayInThree(filled.day(name)))
    }

    func money(_ name: String, _ label: String, hint: String? = nil) -> Form.Part {
        field(name, label, hint: hint, .money(value: filled.text(name)))
    }

    func radios(_ name: String, _ label: String, hint: String? = nil, _ choices: [Choice]) -> Form.Part {
        field(name, label, hint: hint, .radios(choices, selected: filled.text(name)))
    }

    func boxes(_ name: String, _ label: String, hint: String? = nil, _ choices: [Choice]) -> Form.Part {
        field(name, label, hint: hint, .checkboxes(choices, selected: Set(filled.all(name))))
    }

    /// A list to choose one from; nothing is chosen at first.
    func menu(_ name: String, _ label: String, hint: String? = nil, _ choices: [Choice], none: String = "Choose")
        -> Form.Part
    {
        field(
            name, label, hint: hint,
            .choice([ChoiceGroup(nil, [Choice("", none)] + choices)], selected: filled.text(name)))
    }

    func yesOrNo(_ name: String, _ label: String, hint: String? = nil) -> Form.Part {
        radios(name, label, hint: hint, [Choice("yes", "Yes"), Choice("no", "No")])
    }
}

extension Refusal {
    /// The sentence, and what may be done about it.
    public var told: String { remedy.map { "\(sentence) \($0)" } ?? sentence }
}
