public import Vocabulary

/// Settles what the annual file leaves unclear: the type of a contract, and whether and when it ends.
public struct RuleOnContract: Act {
    public static let name = "ruleOnContract"

    public var ruling: ContractRuling

    public init(_ ruling: ContractRuling) {
        self.ruling = ruling
    }

    public struct Before: Sendable {
        /// The contract's rows in the latest annual file.
        public var rows: [TermsHeld]

        public init(rows: [TermsHeld]) {
            self.rows = rows
        }
    }

    public struct After: Hashable, Sendable {
        public var ruling: ContractRuling
        public var author: Author
        public var moment: Moment
        /// Money on rows that were unclear and are no longer.
        public var settled: Money
        /// Money on rows that are unclear all the same.
        public var stillUnclear: Money
        /// Of that, the money on rows with a flag, which no ruling lifts.
        public var flagged: Money
    }

    public var journalled: JSONValue {
        let term: JSONValue =
            switch ruling.term {
            case .openEnded: ["kind": "openEnded", "lastDay": .null]
            case .ends(let day): ["kind": "ends", "lastDay": .day(day)]
            case .notSaid: ["kind": "notSaid", "lastDay": .null]
            }
        return [
            "contract": .text(ruling.contract.description), "type": .optional(ruling.type) { .text($0.description) },
            "term": term, "reason": .text(ruling.reason),
            "evidence": .optional(ruling.evidence) { .text($0.description) },
        ]
    }

    public func decide(
        _ before: Before, by author: Author, at moment: Moment
    ) throws(Refusal) -> After {
        try refuseBlank(reason: ruling.reason, for: "ruling on a contract")
        guard !before.rows.isEmpty else {
            throw Refusal(
                .usage, code: "unknown-contract", "The annual file has no contract \(ruling.contract).")
        }
        guard ruling.type != nil || ruling.term != .notSaid else {
            throw Refusal(
                .usage, code: "nothing-said", "Neither a type nor a term was given for contract \(ruling.contract).",
                remedy: "Say whether it is GDS or PDS, that it is open-ended, or on which day it ends.")
        }
        if case .ends(let day) = ruling.term {
            guard ruling.type != .gds else {
                throw Refusal(
                    .rule, code: "gds-has-no-end",
                    "A GDS contract runs until it is terminated, so it cannot end on \(day.inWords) by its terms.",
                    remedy: "Record a termination or a hand-back instead.")
            }
            if let start = before.rows.compactMap(\.terms.start).min(), day < start {
                throw Refusal(
                    .usage, code: "ends-before-start",
                    "Contract \(ruling.contract) starts on \(start.inWords) and cannot end on \(day.inWords).")
            }
        }
        let settled = before.rows.filter {
            ClassifyMoney.state(of: $0, ruling: nil).kind == .unclear
                && ClassifyMoney.state(of: $0, ruling: ruling).kind != .unclear
        }
        let unclear = before.rows.filter { ClassifyMoney.state(of: $0, ruling: ruling).kind == .unclear }
        return After(
            ruling: ruling, author: author, moment: moment,
            settled: settled.flatMap(\.terms.lines).map(\.value).total(),
            stillUnclear: unclear.flatMap(\.terms.lines).map(\.value).total(),
            flagged: unclear.filter { !$0.flags.isEmpty }.flatMap(\.terms.lines).map(\.value).total())
    }
}
