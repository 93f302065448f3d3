public import Markup
public import Performance
public import Vocabulary

/// Asks for what begins a matter: an early warning, an Activity Query Notice or a Contract Performance Notice.
public struct BeginNoticeForm: AskedForm {
    public var filled: SentValues
    public var errors: [String: String] = [:]
    public var failures: [String] = []
    public var providers: [String]
    /// Of activity, from which one of performance can grow.
    public var matters: [Slug]

    public init(_ filled: SentValues = SentValues(), providers: [String], matters: [Slug]) {
        (self.filled, self.providers, self.matters) = (filled, providers, matters)
    }

    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case warn, query, notify

        var choice: Choice {
            switch self {
            case .warn: Choice(rawValue, "Early warning", hint: "Activity is running off plan.")
            case .query:
                Choice(rawValue, "Activity Query Notice", hint: "Activity is off plan; a meeting is due (SC29).")
            case .notify:
                Choice(
                    rawValue, "Contract Performance Notice", hint: "Performance falls short; a meeting is due (GC9).")
            }
        }
    }

    public struct Answer: Hashable, Sendable {
        public var kind: Kind
        public var matter: Slug
        public var provider: OrganisationCode
        public var subject: String
        public var arisesFrom: Slug?
        public var on: Day

        public var act: any MatterAct {
            switch kind {
            case .warn: GiveEarlyWarning(matter: matter, provider: provider, subject: subject, on: on)
            case .query: IssueActivityQuery(matter: matter, provider: provider, subject: subject, on: on)
            case .notify:
                IssuePerformanceNotice(
                    matter: matter, provider: provider, subject: subject, arisesFrom: arisesFrom, on: on)
            }
        }
    }

    public var parts: [Form.Part] {
        var provider = Field(
            "provider", label: "To which provider?", hint: "Its code, such as RWX", error: errors["provider"],
            kind: .text(value: filled.text("provider")))
        provider.suggestions = providers.map { Choice($0, $0) }
        return [
            radios("kind", "What is it?", Kind.allCases.map(\.choice)), .field(provider),
            line("subject", "What is it about?", hint: "For example, Day cases 25 % over plan"),
            line(
                "name", "A short name for addresses",
                hint: "Lower-case letters, digits and hyphens: rwx-day-cases. Leave it empty to have one made."),
            day("on", "On which day?"),
        ]
            + (matters.isEmpty
                ? []
                : [
                    menu(
                        "arisesFrom", "Does it grow out of a matter of activity?",
                        hint: "Only for a Contract Performance Notice.",
                        matters.map { Choice($0.description, $0.description) }, none: "No")
                ])
    }

    public func read(_ reader: inout FieldReader) -> Answer? {
        let kind = reader.choice("kind", as: Kind.self, missing: "Choose what it is.")
        let provider = reader.organisation("provider")
        if provider == nil { reader.refuse("provider", "Enter the provider’s code.") }
        let subject = reader.line("subject", missing: "Say what it is about.")
        var name = reader.nameOfWords("name")
        if name == nil, reader.errors["name"] == nil, let provider, let subject {
            name = ShortName.made(of: "\(provider) \(subject)")
            if name == nil { reader.refuse("name", "Enter a short name.") }
        }
        let on = reader.day("on", missing: "Enter the day.")
        let arisesFrom = kind == .notify ? reader.name("arisesFrom") : nil
        guard reader.errors.isEmpty, let kind, let provider, let subject, let name, let on else { return nil }
        return Answer(
            kind: kind, matter: name, provider: provider, subject: subject, arisesFrom: arisesFrom, on: on)
    }

    public static func filled(with answer: Answer) -> SentValues {
        var filled = SentValues()
        filled.fill("kind", answer.kind.rawValue)
        filled.fill("provider", answer.provider.description)
        filled.fill("subject", answer.subject)
        filled.fill("name", answer.matter.description)
        filled.fill("arisesFrom", answer.arisesFrom?.description)
        filled.fill("on", answer.on)
        return filled
    }

    public static func field(ofRefusal code: String) -> String? {
        [
            "matter-exists": "name", "name-of-addresses": "name", "step-not-due": "name", "other-provider": "provider",
            "arises-from-itself": "arisesFrom", "no-such-matter": "arisesFrom", "day-in-future": "on",
            "day-before-step": "on", "no-calendar": "on", "text-missing": "subject",
        ][code]
    }
}
