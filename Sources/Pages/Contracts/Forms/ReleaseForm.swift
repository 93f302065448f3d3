public import Contracts
public import Markup
public import Vocabulary

/// Somebody records that money of a contract comes free.
public struct ReleaseForm: AskedForm {
    public struct Answer: Hashable, Sendable {
        public var line: ServiceLine
        public var kind: Release.Kind
        public var amount: Money
        public var units: Units?
        public var noticeDay: Day
        public var fromDay: Day
        public var reason: String

        public func release(of contract: ContractNumber) -> Release {
            Release(
                contract: contract, line: line, kind: kind, amount: amount, units: units, noticeDay: noticeDay,
                fromDay: fromDay, reason: reason)
        }
    }

    /// A line of the contract that carries money in the latest annual file.
    public struct Line: Hashable, Sendable {
        public var service: ServiceLine
        public var value: Money

        public init(service: ServiceLine, value: Money) {
            self.service = service
            self.value = value
        }
    }

    public var filled: SentValues
    public var errors: [String: String] = [:]
    public var failures: [String] = []
    public var lines: [Line]

    public init(_ filled: SentValues = SentValues(), lines: [Line]) {
        self.filled = filled
        self.lines = lines
    }

    public var parts: [Form.Part] {
        [
            menu(
                "line", "Line of the contract",
                lines.map { Choice($0.service.rawValue, "\($0.service.title), \($0.value) a year") }),
            radios(
                "kind", "How does it come free?",
                [
                    Choice(
                        Release.Kind.rebasing.rawValue, "Rebasing",
                        hint: "The target and its money are lowered for good after years of delivering less."),
                    Choice(Release.Kind.handBack.rawValue, "Hand-back", hint: "The provider gives up a part."),
                    Choice(Release.Kind.termination.rawValue, "Termination", hint: "The contract or line ends."),
                ]),
            money("amount", "A year’s worth, in pounds", hint: "For example, 41,666.72"),
            line("units", "Units that go with it, if any", hint: "Such as 1,250 UDAs a year."),
            day("notice", "Day of the notice"),
            day("from", "First day on which the money can be used", hint: "For example, 1 4 2027"),
            words("reason", "Why, and where is it written?", hint: "“Letter to the provider of 3 January.”"),
        ]
    }

    public func read(_ reader: inout FieldReader) -> Answer? {
        let line: ServiceLine? = reader.choice("line", missing: "Choose the line.")
        let kind: Release.Kind? = reader.choice("kind", missing: "Choose how it comes free.")
        let amount = reader.amount("amount", missing: "Enter a year’s worth.")
        var units: Units?
        if let number = reader.number("units") {
            let hundredths = (number * 100).rounded()
            if number >= 0, number < 1e9, abs(hundredths / 100 - number) < 1e-9 {
                units = Units(hundredths: Int(hundredths))
            } else {
                reader.refuse("units", "Enter a number with at most two decimals, such as 1250.")
            }
        }
        let notice = reader.day("notice", missing: "Enter the day of the notice.")
        let from = reader.day("from", missing: "Enter the first day on which the money can be used.")
        let reason = reader.words("reason", missing: "Say why, and where it is written.")
        guard let line, let kind, let amount, let notice, let from, let reason else { return nil }
        return Answer(
            line: line, kind: kind, amount: amount, units: units, noticeDay: notice, fromDay: from, reason: reason)
    }

    public static func filled(with answer: Answer) -> SentValues {
        var sent = SentValues([
            "line": [answer.line.rawValue], "kind": [answer.kind.rawValue], "reason": [answer.reason],
        ])
        sent.fill("amount", answer.amount)
        if let units = answer.units { sent["units"] = TypedNumber.written(Double(units.hundredths) / 100) }
        sent.fill("notice", answer.noticeDay)
        sent.fill("from", answer.fromDay)
        return sent
    }

    public static func field(ofRefusal code: String) -> String? {
        switch code {
        case "from-before-notice", "rebasing-too-early": "from"
        case "no-such-line": "line"
        case "nothing-released", "more-than-the-line": "amount"
        case "more-units-than-the-line": "units"
        default: nil
        }
    }
}
