public import Markup

/// A question of a form with what was answered, in the words of its choices.
public struct AnsweredQuestion: Hashable, Sendable {
    public var question: String
    /// Empty where nothing was answered.
    public var words: String
}

extension AskedForm {
    /// Its questions in their order, with what `values` say to each; what is never shown again is left out.
    func answered(by values: SentValues) -> [AnsweredQuestion] { Form.answered(parts, by: values) }

    /// What was filled in, to be read once more; questions that were left empty are left out.
    public var rowsToCheck: [Html.SummaryRow] {
        answered(by: filled).filter { !$0.words.isEmpty }.map { .init($0.question, .lines($0.words)) }
    }
}

extension Form {
    fileprivate static func answered(_ parts: [Part], by values: SentValues) -> [AnsweredQuestion] {
        parts.flatMap { part -> [AnsweredQuestion] in
            switch part {
            case .words: []
            case .fieldset(_, _, let inner): answered(inner, by: values)
            case .field(let field):
                field.isShownAgain ? [AnsweredQuestion(question: field.label, words: field.words(in: values))] : []
            }
        }
    }
}

extension Html {
    /// Text of several lines, each on one of its own.
    fileprivate static func lines(_ text: String) -> Html {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.count > 1 else { return .name(text) }
        return .group(lines.map { .block([.name(String($0))]) })
    }
}

extension Field {
    /// False for what is never shown again.
    fileprivate var isShownAgain: Bool {
        switch kind {
        case .password, .file: false
        default: true
        }
    }

    /// What values say to this field, in the words of its choices.
    fileprivate func words(in values: SentValues) -> String {
        func chosen(_ choices: [Choice], _ value: String) -> String {
            value.isEmpty ? "" : choices.first { $0.value == value }?.words ?? value
        }
        switch kind {
        case .text, .longText, .number, .email, .day: return values.text(name)
        case .money:
            let amount = values.text(name)
            return amount.isEmpty ? "" : "£\(amount)"
        case .choice(let groups, _): return chosen(groups.flatMap(\.choices), values.text(name))
        case .radios(let choices, _): return chosen(choices, values.text(name))
        case .checkboxes(let choices, _):
            return values.all(name).map { chosen(choices, $0) }.sorted().joined(separator: "; ")
        case .dayInThree:
            let day = values.day(name)
            return [day.day, day.month, day.year].filter { !$0.isEmpty }.joined(separator: " ")
        case .password, .file: return ""
        }
    }
}
