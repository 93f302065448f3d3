public import Contracts
public import Markup
public import Vocabulary

/// Somebody who looked at rows in doubt lets them count.
public struct AcceptRowsForm: AskedForm {
    /// A doubt about rows of one commissioner in one year.
    public struct Doubt: Hashable, Sendable {
        public var year: FinancialYear
        public var commissioner: OrganisationCode
        public var code: String

        public init(year: FinancialYear, commissioner: OrganisationCode, code: String) {
            self.year = year
            self.commissioner = commissioner
            self.code = code
        }

        var value: String { "\(year.start) \(commissioner) \(code)" }
    }

    public struct Answer: Hashable, Sendable {
        public var doubts: [Doubt]
        public var reason: String

        /// One act for each year and commissioner.
        public func acts(on contract: ContractNumber) -> [AcceptFlaggedRows] {
            var order: [Doubt] = []
            for doubt in doubts
            where !order.contains(where: { $0.year == doubt.year && $0.commissioner == doubt.commissioner }) {
                order.append(doubt)
            }
            return order.map { first in
                AcceptFlaggedRows(
                    contract: contract, year: first.year,
                    codes: doubts.filter { $0.year == first.year && $0.commissioner == first.commissioner }.map(\.code),
                    commissioner: first.commissioner, reason: reason)
            }
        }
    }

    public var filled: SentValues
    public var errors: [String: String] = [:]
    public var failures: [String] = []
    /// That nobody has accepted yet.
    public var doubts: [Doubt]

    public init(_ filled: SentValues = SentValues(), doubts: [Doubt]) {
        self.filled = filled
        self.doubts = doubts
    }

    public var parts: [Form.Part] {
        [
            boxes(
                "doubts", "Which rows do you accept?",
                doubts.map { doubt in
                    Choice(
                        doubt.value, "\(doubt.year), reported by \(doubt.commissioner): \(doubt.code)",
                        hint: FlagWords.explanation(of: doubt.code))
                }),
            words(
                "reason", "Why do you accept them?",
                hint: "A sentence for whoever reads the record: “The provider confirmed the figures on 3 March.”"),
        ]
    }

    public func read(_ reader: inout FieldReader) -> Answer? {
        let ticked = Set(reader.sent.all("doubts"))
        let chosen = doubts.filter { ticked.contains($0.value) }
        if chosen.isEmpty { reader.refuse("doubts", "Tick at least one.") }
        guard let reason = reader.words("reason", missing: "Say why you accept them."), !chosen.isEmpty else {
            return nil
        }
        return Answer(doubts: chosen, reason: reason)
    }

    public static func filled(with answer: Answer) -> SentValues {
        SentValues(["doubts": answer.doubts.map(\.value), "reason": [answer.reason]])
    }

    public static func field(ofRefusal code: String) -> String? {
        ["nothing-flagged", "which-commissioner", "accepted-for-another"].contains(code) ? "doubts" : nil
    }
}
