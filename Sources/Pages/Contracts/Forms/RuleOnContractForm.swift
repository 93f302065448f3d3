public import Contracts
public import Markup
public import Vocabulary

/// Somebody says what the annual file leaves unclear of a contract.
public struct RuleOnContractForm: AskedForm {
    public struct Answer: Hashable, Sendable {
        public var type: ContractType?
        public var term: ContractRuling.Term
        public var reason: String
        public var evidence: EvidenceID?

        public func ruling(on contract: ContractNumber) -> ContractRuling {
            ContractRuling(contract: contract, type: type, term: term, reason: reason, evidence: evidence)
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
            line(
                "type", "What is it in law?",
                hint: "GDS, PDS or PDS+, or your own word. Leave it empty if you only say whether it ends."),
            radios(
                "term", "Does it end?",
                [
                    Choice("notSaid", "I do not say", hint: "A GDS contract then runs until it is ended."),
                    Choice("openEnded", "It runs until somebody ends it", hint: "Whatever end the file prints."),
                    Choice("ends", "It ends for good on a day", hint: "Give the day below."),
                ]),
            day("ends", "Its last day, if it ends", hint: "For example, 31 3 2027"),
            words(
                "reason", "On what does this rest?",
                hint: "Cite the document: “Signed PDS agreement of 1 April 2021, clause 12.”"),
            line(
                "evidence", "Digest of that document, if it is held here",
                hint: "64 letters and digits, as the page Imports shows it. Leave it empty otherwise."),
        ]
    }

    public func read(_ reader: inout FieldReader) -> Answer? {
        let type = reader.line("type").map { ContractType($0) }
        let kind = reader.sent.text("term")
        var term: ContractRuling.Term?
        switch kind {
        case "notSaid": term = .notSaid
        case "openEnded": term = .openEnded
        case "ends": term = reader.day("ends", missing: "Enter its last day.").map { .ends($0) }
        default: reader.refuse("term", "Choose whether it ends.")
        }
        let reason = reader.words("reason", missing: "Say on what this rests.")
        var evidence: EvidenceID?
        if let text = reader.line("evidence") {
            evidence = EvidenceID(text)
            if evidence == nil { reader.refuse("evidence", "A digest has 64 digits and letters from a to f.") }
        }
        guard let term, let reason else { return nil }
        return Answer(type: type, term: term, reason: reason, evidence: evidence)
    }

    public static func filled(with answer: Answer) -> SentValues {
        var sent = SentValues(["reason": [answer.reason]])
        sent.fill("type", answer.type?.description)
        sent.fill("evidence", answer.evidence?.description)
        switch answer.term {
        case .notSaid: sent["term"] = "notSaid"
        case .openEnded: sent["term"] = "openEnded"
        case .ends(let day):
            sent["term"] = "ends"
            sent.fill("ends", day)
        }
        return sent
    }

    public static func field(ofRefusal code: String) -> String? {
        switch code {
        case "nothing-said": "type"
        case "gds-has-no-end", "ends-before-start": "ends"
        default: nil
        }
    }
}
