public import Tabular
public import Vocabulary

/// A local directory of who owns whom: a provider's name or one contract, and the parent group it belongs to.
///
/// Columns: `parent_group`, and `provider_name` or `contract_number` or both; a row fills at least one of the two,
/// and a contract's own row goes before its provider's.
public enum ProviderGroupsFile {
    public static let layout = Layout(
        name: "a directory of provider groups", required: ["parent_group"],
        optional: ["provider_name", "contract_number"])

    public struct Entry: Hashable, Sendable {
        public let member: Member
        public let group: String

        public init(member: Member, group: String) {
            self.member = member
            self.group = group
        }
    }

    public enum Member: Hashable, Sendable {
        /// In upper case, blanks inside as one: as names are compared everywhere.
        case provider(String)
        case contract(ContractNumber)
    }

    /// - Returns: rows refused with `blank`, `unreadable-contract`, `duplicate-row`, `conflicting-row`.
    /// - Throws: `Refusal` of the whole file, as `Sheet.reading`; `not-this-layout` where it has neither column.
    public static func read(_ sheet: Sheet, dropping: [String] = []) throws(Refusal) -> Reading<Entry> {
        let keys = Set(sheet.header.map { TrimmedText.headerKey($0) })
        guard !keys.isDisjoint(with: ["PROVIDER_NAME", "CONTRACT_NUMBER"]) else {
            throw Refusal(
                .input, code: "not-this-layout",
                "\(sheet.name) is not a directory of provider groups: it has neither provider_name nor contract_number.",
                remedy: "Its first row has: \(sheet.header.prefix(30).joined(separator: ", ")).")
        }
        var seen = FirstRows<Member, String>()
        return try sheet.reading(as: layout, dropping: dropping, exempt: ["contract_number"]) {
            row throws(RowFault) in
            let group = try row.required("parent_group")
            let member: Member
            if row["contract_number"] != nil {
                member = .contract(try row.contract("contract_number"))
            } else {
                member = .provider(TrimmedText.headerKey(try row.required("provider_name")))
            }
            try seen.add(member, group, row: row.number, called: "this provider")
            return Entry(member: member, group: group)
        }
    }
}
