public import Markup
public import Priorities
import Vocabulary

/// A rule that every set of options keeps to, besides the money.
public struct PortfolioRuleForm: AskedForm {
    public var filled: SentValues
    public var errors: [String: String] = [:]
    public var failures: [String] = []
    /// The options that have been put forward.
    public var options: [Choice]

    public init(_ filled: SentValues = SentValues(), options: [Choice]) {
        self.filled = filled
        self.options = options
    }

    public var parts: [Form.Part] {
        [
            line("title", "The rule in words", hint: "For example, “At least £50,000 a year for prevention”"),
            line("id", "Short name", hint: "Small letters, digits and hyphens: prevention."),
            radios(
                "kind", "What does it ask?",
                PortfolioRule.Kind.allCases.map { Choice($0.rawValue, $0.title, hint: $0.needs) }),
            money("limit", "Limit of money, where the rule has one"),
            field(
                "number", "Number, where the rule has one",
                hint: "Of options; for staff, whole-time equivalents such as 16 or 2.5.",
                .number(value: filled.text("number"))),
            .fieldset(
                legend: "Which options does it mean?",
                hint: "Tick options, or give a tag or an area. With none of these it means all options.",
                (options.isEmpty
                    ? [
                        .words(
                            .paragraph(
                                "No option has been put forward yet; a tag or an area can be given.", class: "hint"))
                    ]
                    : [
                        boxes("options", "Options", options),
                        menu(
                            "first", "Which of them needs the others?",
                            hint: "Only for “the first only with the others”.",
                            options, none: "None"),
                    ]) + [
                        line("tag", "Tag", hint: "For example, prevention"),
                        line("area", "Area", hint: "A short name: north."),
                    ]),
        ]
    }

    public func read(_ reader: inout FieldReader) -> PortfolioRule? {
        let title = reader.line("title", missing: "Enter the rule in words.")
        let id = reader.slug("id", missing: "Enter a short name, such as prevention.")
        let kind: PortfolioRule.Kind? = reader.choice("kind", missing: "Choose what the rule asks.")
        let limit = reader.amount("limit")
        var number: Int?
        if let given = reader.number("number") {
            let scaled = kind == .workforceMost ? given * 100 : given
            if scaled >= 0, scaled < 1e9, abs(scaled - scaled.rounded()) < 1e-9 {
                number = Int(scaled.rounded())
            } else {
                reader.refuse("number", "Enter a whole number; staff may have two decimals.")
            }
        }
        var chosen = reader.ticked("options", among: options.compactMap { Slug($0.value) })
        if kind == .prerequisite {
            let first = reader.name("first", missing: "Choose which one needs the others.")
            if let first { chosen = [first] + chosen.filter { $0 != first } }
        }
        let tag = reader.name("tag")
        let area = reader.name("area")
        guard let title, let id, let kind else { return nil }
        return PortfolioRule(
            id: id, title: title, kind: kind, options: chosen, tag: tag, area: area, limit: limit, number: number)
    }

    public static func filled(with rule: PortfolioRule) -> SentValues {
        var sent = SentValues(["title": [rule.title], "id": [rule.id.description], "kind": [rule.kind.rawValue]])
        sent.fill("limit", rule.limit)
        if let number = rule.number {
            sent["number"] = TypedNumber.written(rule.kind == .workforceMost ? Double(number) / 100 : Double(number))
        }
        sent.fill("options", all: rule.options.map(\.description))
        if rule.kind == .prerequisite { sent.fill("first", rule.options.first?.description) }
        sent.fill("tag", rule.tag?.description)
        sent.fill("area", rule.area?.description)
        return sent
    }

    public static func field(ofRefusal code: String) -> String? { code == "rule-twice" ? "id" : nil }
}

extension PortfolioRule.Kind {
    /// As a choice.
    var title: String {
        switch self {
        case .ringFenceLeast: "At least so much money for some options"
        case .ringFenceMost: "At most so much money for some options"
        case .capitalMost: "At most so much capital"
        case .workforceMost: "At most so many staff"
        case .optionsLeast: "At least so many of the options"
        case .optionsMost: "At most so many of the options"
        case .exclusive: "At most one of them"
        case .prerequisite: "The first only with the others"
        case .forcedIn: "In, whatever the scores"
        case .forcedOut: "Out, whatever the scores"
        }
    }

    fileprivate var needs: String {
        switch self {
        case .ringFenceLeast, .ringFenceMost: "Money that comes every year. Give the limit of money."
        case .capitalMost: "Over all years. Give the limit of money."
        case .workforceMost: "Whole-time equivalents. Give the number."
        case .optionsLeast, .optionsMost: "Give the number."
        case .exclusive: "Tick two options or more."
        case .prerequisite: "Tick two options or more, and choose which one needs the others."
        case .forcedIn: "For example, a duty or a promise. Tick the options, or give a tag or an area."
        case .forcedOut: "Tick the options, or give a tag or an area."
        }
    }
}
