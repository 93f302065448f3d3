import Tabular
import Vocabulary

/// The rows met so far by what they speak of: a second one is refused, and told whether it agrees with the first.
struct FirstRows<Key: Hashable, Value: Equatable> {
    private var rows: [Key: (row: Int, value: Value)] = [:]

    /// - Throws: `RowFault`: `duplicate-row` where it says the same again, `conflicting-row` where it differs.
    mutating func add(_ key: Key, _ value: Value, row: Int, called name: String) throws(RowFault) {
        guard let first = rows[key] else {
            rows[key] = (row, value)
            return
        }
        if first.value == value {
            throw RowFault(
                column: nil, code: "duplicate-row", "Row \(first.row) says the same of \(name); the first was kept.")
        }
        throw RowFault(
            column: nil, code: "conflicting-row", "Row \(first.row) says otherwise of \(name); the first was kept.")
    }
}

extension SheetRow {
    /// - Throws: `RowFault`: `blank`, `unreadable-contract`.
    func contract(_ column: String) throws(RowFault) -> ContractNumber {
        let text = try required(column)
        guard let contract = ContractNumber(text) else {
            throw RowFault(
                column: column, code: "unreadable-contract",
                "\(TrimmedText.quoted(text)) is not a contract number of ten digits.")
        }
        return contract
    }

    /// Nil where blank.
    ///
    /// - Throws: `RowFault`, code `unreadable-amount`.
    func money(_ column: String) throws(RowFault) -> Money? { try hundredths(column).map(Money.init(pence:)) }

    /// Nil where blank.
    ///
    /// - Throws: `RowFault`, code `unreadable-amount`.
    func units(_ column: String) throws(RowFault) -> Units? { try hundredths(column).map(Units.init(hundredths:)) }
}
