public import Markup
public import Priorities
public import Vocabulary

/// A source of money of one year.
public struct FundingSourceForm: AskedForm {
    public struct Answer: Hashable, Sendable {
        public var year: FinancialYear
        public var source: FundingSource

        public init(year: FinancialYear, source: FundingSource) {
            self.year = year
            self.source = source
        }
    }

    public var filled: SentValues
    public var errors: [String: String] = [:]
    public var failures: [String] = []

    public init(_ filled: SentValues = SentValues()) {
        self.filled = filled
    }

    public var parts: [Form.Part] {
        [
            line("year", "Financial year", hint: "For example, 2026/27. A year between others is added by itself."),
            line("title", "Where the money comes from", hint: "For example, “Contract that ended in March 2026”"),
            radios(
                "kind", "What can it pay for?",
                [
                    Choice(
                        FundingSource.Kind.recurrent.rawValue, "Anything: it comes every year",
                        hint: "Enter it in each year in which it comes."),
                    Choice(
                        FundingSource.Kind.nonRecurrent.rawValue, "Only what ends: it comes once",
                        hint: "For example, a grant for one year."),
                    Choice(
                        FundingSource.Kind.slippage.rawValue, "Only what ends: it would otherwise not be spent",
                        hint: "For example, what contracts are expected to pay back."),
                ]),
            money("amount", "Amount in that year, in pounds"),
            line("note", "Note, if any", hint: "The paper or file that says so."),
        ]
    }

    public func read(_ reader: inout FieldReader) -> Answer? {
        let year = reader.year("year", missing: "Enter the financial year.")
        let title = reader.line("title", missing: "Enter where the money comes from.")
        let kind: FundingSource.Kind? = reader.choice("kind", missing: "Choose what it can pay for.")
        let amount = reader.amount("amount", missing: "Enter the amount.")
        let note = reader.line("note")
        guard let year, let title, let kind, let amount else { return nil }
        return Answer(year: year, source: FundingSource(title: title, kind: kind, amount: amount, note: note))
    }

    public static func filled(with answer: Answer) -> SentValues {
        var sent = SentValues([
            "year": [answer.year.description], "title": [answer.source.title], "kind": [answer.source.kind.rawValue],
        ])
        sent.fill("amount", answer.source.amount)
        sent.fill("note", answer.source.note)
        return sent
    }
}
