import Contracts
import Vocabulary

// What a journal's line says, read back as values; nil where it is of another kind.
extension JSONValue {
    var asText: String? { if case .text(let text) = self { text } else { nil } }
    var asInteger: Int? { if case .integer(let number) = self { number } else { nil } }
    var asFlag: Bool? { if case .flag(let flag) = self { flag } else { nil } }
    var asList: [JSONValue]? { if case .list(let values) = self { values } else { nil } }
    var isAbsent: Bool { self == .null }
    var asDay: Day? { asText.flatMap { Day($0) } }
    var asEvidence: EvidenceID? { asText.flatMap { EvidenceID($0) } }
    var asYear: FinancialYear? { asText.flatMap { FinancialYear($0) } }
    var asContract: ContractNumber? { asText.flatMap { ContractNumber($0) } }

    /// A number with at most `places` decimals, times ten to that power.
    func scaled(places: Int) -> Int? {
        let scale = [1, 10, 100, 1_000][places]
        switch self {
        case .integer(let number): return number * scale
        case .decimal(let number): return Int((number * Double(scale)).rounded())
        default: return nil
        }
    }
}
