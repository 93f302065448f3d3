public import Tabular
public import Vocabulary

/// A series by organisation, to be shown on the organisations of another day: columns `code` and `figure`.
public enum BoardFiguresFile {
    public static let layout = Layout(name: "a series by organisation", required: ["code", "figure"])

    /// - Returns: rows refused with `blank`, `unreadable-code`, `unreadable-amount`, `duplicate-row`.
    /// - Throws: `Refusal` of the whole file, as `Sheet.reading`.
    public static func read(_ sheet: Sheet) throws(Refusal) -> Reading<(OrganisationCode, Units)> {
        var seen: [OrganisationCode: Int] = [:]
        return try sheet.reading(as: layout) { row throws(RowFault) in
            let code = try DirectoryFields.code(try row.required("code"), in: "code")
            guard let hundredths = try row.hundredths("figure") else {
                throw RowFault(column: "figure", code: "blank", "figure is blank.")
            }
            if let first = seen[code] {
                throw RowFault(column: "code", code: "duplicate-row", "\(code) stands in row \(first) already.")
            }
            seen[code] = row.number
            return (code, Units(hundredths: hundredths))
        }
    }
}
