public import Tabular
public import Vocabulary

/// A local list of what each contract is in law, which NHSBSA's files do not say.
///
/// Columns: `contract_number`, `contract_type` (`GDS`, `PDS`, `PDS+`, or the team's own word).
public enum ContractTypesFile {
    public static let layout = Layout(name: "a list of contract types", required: ["contract_number", "contract_type"])

    public struct Entry: Hashable, Sendable {
        public let contract: ContractNumber
        public let type: ContractType

        public init(contract: ContractNumber, type: ContractType) {
            self.contract = contract
            self.type = type
        }
    }

    /// - Returns: rows refused with `unreadable-contract`, `blank`, `duplicate-row`, `conflicting-row`.
    /// - Throws: `Refusal` of the whole file, as `Sheet.reading`.
    public static func read(_ sheet: Sheet, dropping: [String] = []) throws(Refusal) -> Reading<Entry> {
        var seen = FirstRows<ContractNumber, ContractType>()
        return try sheet.reading(as: layout, dropping: dropping, exempt: ["contract_number"]) {
            row throws(RowFault) in
            let contract = try row.contract("contract_number")
            let type = ContractType(try row.required("contract_type"))
            try seen.add(contract, type, row: row.number, called: "contract \(contract)")
            return Entry(contract: contract, type: type)
        }
    }
}
