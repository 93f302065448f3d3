public import Contracts
public import Markup
public import Vocabulary

/// Somebody records that delivery above the target was agreed for a year.
public struct AgreeForm: AskedForm {
    public struct Answer: Hashable, Sendable {
        public var year: FinancialYear
        /// Of the target, in whole per cent.
        public var percent: Int
        public var settlement: AgreedOverDelivery.Settlement
        public var reason: String

        public func act(on contract: ContractNumber) -> AgreeOverDelivery {
            AgreeOverDelivery(
                AgreedOverDelivery(
                    contract: contract, year: year, limit: Share(percent: percent), settlement: settlement),
                reason: reason)
        }
    }

    public var filled: SentValues
    public var errors: [String: String] = [:]
    public var failures: [String] = []
    /// In which the contract has rows.
    public var years: [FinancialYear]

    public init(_ filled: SentValues = SentValues(), years: [FinancialYear]) {
        self.filled = filled
        self.years = years
    }

    public var parts: [Form.Part] {
        [
            menu("year", "Financial year", years.map { Choice($0.description, $0.description) }),
            field(
                "percent", "Up to how much of the target, in per cent?", hint: "110 for a tenth more than the target.",
                .number(value: filled.text("percent"))),
            radios(
                "settlement", "What becomes of what is delivered above the target?",
                [
                    Choice("paid", "It is paid", hint: "At the contract’s own value of a UDA."),
                    Choice(
                        "carried", "It is carried into the next year", hint: "It counts towards next year’s target."),
                ]),
            words("reason", "Why, and where is it agreed?", hint: "“Exchange of letters of 5 October.”"),
        ]
    }

    public func read(_ reader: inout FieldReader) -> Answer? {
        let year = reader.year("year", missing: "Choose the year.")
        let percent = reader.count("percent", missing: "Enter per cent of the target, such as 110.")
        if let percent, !(100...1_000).contains(percent) {
            reader.refuse("percent", "Enter 100 or more: the target itself is 100.")
        }
        let settlement: AgreedOverDelivery.Settlement? = reader.choice(
            "settlement", missing: "Choose whether it is paid or carried.")
        let reason = reader.words("reason", missing: "Say why, and where it is agreed.")
        guard let year, let percent, let settlement, let reason else { return nil }
        return Answer(year: year, percent: percent, settlement: settlement, reason: reason)
    }

    public static func filled(with answer: Answer) -> SentValues {
        SentValues([
            "year": [answer.year.description], "percent": ["\(answer.percent)"],
            "settlement": [answer.settlement.rawValue], "reason": [answer.reason],
        ])
    }

    public static func field(ofRefusal code: String) -> String? {
        switch code {
        case "unknown-contract", "year-not-judged": "year"
        case "over-delivery-not-in-rules": "settlement"
        case "over-delivery-out-of-range": "percent"
        default: nil
        }
    }
}
