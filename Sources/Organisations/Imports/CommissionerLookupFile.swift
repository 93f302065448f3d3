public import Tabular
public import Vocabulary

/// Which board each clinical commissioning group, and sub-ICB location after it, belongs to.
///
/// Columns: `CCG Code`, `ICB Code`, `ICB NAME`.
public enum CommissionerLookupFile {
    public static let layout = Layout(
        name: "a lookup from CCG to ICB", required: ["CCG Code", "ICB Code", "ICB NAME"])

    /// - Returns: rows refused with `blank`, `unreadable-code`, `duplicate-row`.
    /// - Throws: `Refusal` of the whole file, as `Sheet.reading`.
    public static func read(_ sheet: Sheet, dropping: [String] = []) throws(Refusal) -> DirectoryReading {
        var seen: [ListedRelationship: Int] = [:]
        var said = SaidOnce()
        let rows = try sheet.reading(as: layout, dropping: dropping) { row throws(RowFault) in
            let code = try DirectoryFields.code(try row.required("CCG Code"), in: "CCG Code")
            let board = try DirectoryFields.code(try row.required("ICB Code"), in: "ICB Code")
            let tie = ListedRelationship(code, .inGeographyOf, board)
            if let first = seen[tie] {
                throw RowFault(column: nil, code: "duplicate-row", "The pair stands in row \(first) already.")
            }
            seen[tie] = row.number
            var value = DirectoryRow()
            value.relationships.append(tie)
            said.add(
                ListedOrganisation(code: board, name: try row.required("ICB NAME"), role: .integratedCareBoard),
                to: &value)
            return value
        }
        return DirectoryReading(kind: .commissionerLookup, statedOn: nil, rows: rows)
    }
}
