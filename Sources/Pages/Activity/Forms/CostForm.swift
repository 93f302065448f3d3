public import Challenges
public import Markup
public import Vocabulary

/// Asks for hours of staff, or a fee.
public struct CostForm: AskedForm {
    public var filled: SentValues
    public var errors: [String: String] = [:]
    public var failures: [String] = []
    public var providers: [String]
    /// With their titles.
    public var rules: [Choice]
    public var bundles: [Slug]

    public init(
        _ filled: SentValues = SentValues(), providers: [String], rules: [Choice], bundles: [Slug]
    ) {
        (self.filled, self.providers, self.rules, self.bundles) = (filled, providers, rules, bundles)
    }

    public var parts: [Form.Part] {
        var provider = Field(
            "provider", label: "With which provider?", hint: "A code. Leave it empty where it is of none.",
            error: errors["provider"], kind: .text(value: filled.text("provider")))
        provider.suggestions = providers.map { Choice($0, $0) }
        return [
            line("what", "What was done or bought?", hint: "Never who did it"),
            field(
                "hours", "How many hours?", hint: "Such as 2.5; leave it empty for a fee.",
                .number(value: filled.text("hours"))),
            money("amount", "What does it come to?", hint: "All of the hours, or the fee"),
            day("on", "On which day?"), .field(provider), menu("rule", "For which rule?", rules, none: "None"),
            menu(
                "bundle", "For which bundle?", bundles.map { Choice($0.description, $0.description) }, none: "None"),
        ]
    }

    public func read(_ reader: inout FieldReader) -> ContractingCost? {
        let what = reader.line("what", missing: "Say what it was for.")
        let hours = reader.number("hours")
        if let hours, !(hours > 0 && hours < 100_000) {
            reader.refuse("hours", "Enter hours above nothing, or leave it empty for a fee.")
        }
        let amount = reader.amount("amount", missing: "Enter what it comes to.")
        let on = reader.day("on", missing: "Enter the day.")
        let (provider, rule, bundle) = (reader.line("provider"), reader.line("rule"), reader.name("bundle"))
        guard reader.errors.isEmpty, let what, let amount, let on else { return nil }
        return ContractingCost(
            on: on, provider: provider, rule: rule, bundle: bundle,
            minutes: hours.map { max(1, Int(($0 * 60).rounded())) }, amount: amount, what: what)
    }

    public static func filled(with cost: ContractingCost) -> SentValues {
        var filled = SentValues()
        filled.fill("what", cost.what)
        filled.fill("hours", cost.minutes.map { TypedNumber.written(Double($0) / 60) })
        filled.fill("amount", cost.amount)
        filled.fill("on", cost.on)
        filled.fill("provider", cost.provider)
        filled.fill("rule", cost.rule)
        filled.fill("bundle", cost.bundle?.description)
        return filled
    }

    public static func field(ofRefusal code: String) -> String? {
        [
            "minutes-missing": "hours", "amount-negative": "amount", "amount-too-large": "amount",
            "no-such-bundle": "bundle", "other-provider": "provider", "day-in-future": "on", "text-missing": "what",
        ][code]
    }
}
