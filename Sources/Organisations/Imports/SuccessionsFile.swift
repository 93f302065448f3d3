public import Tabular
public import Vocabulary

/// Which organisation came after which: one pair a row, in columns `old_code`, `new_code` and `date`.
public enum SuccessionsFile {
    public static let layout = Layout(
        name: "a file of successions", required: ["old_code", "new_code", "date"])

    /// - Returns: rows refused with `blank`, `unreadable-code`, `unreadable-day`, `duplicate-row`; a code that
    ///   succeeds itself (a part of it stayed, or nothing happened) is kept and noted: `succeeds-itself`.
    /// - Throws: `Refusal` of the whole file, as `Sheet.reading`.
    public static func read(_ sheet: Sheet, dropping: [String] = []) throws(Refusal) -> DirectoryReading {
        var seen: [Succession: Int] = [:]
        var notes: [Problem] = []
        var rows = try sheet.reading(as: layout, dropping: dropping) { row throws(RowFault) in
            guard let day = try DirectoryFields.day(try row.required("date"), in: "date") else {
                preconditionFailure("a day that is required is there")
            }
            let pair = Succession(
                predecessor: try DirectoryFields.code(try row.required("old_code"), in: "old_code"),
                successor: try DirectoryFields.code(try row.required("new_code"), in: "new_code"), day: day,
                isDerived: false)
            if let first = seen[pair] {
                throw RowFault(column: nil, code: "duplicate-row", "The pair stands in row \(first) already.")
            }
            seen[pair] = row.number
            if pair.predecessor == pair.successor {
                notes.append(
                    Problem(
                        row: row.number, column: nil, code: "succeeds-itself",
                        "\(pair.predecessor) is its own successor of \(day.inWords).", effect: .noted))
            }
            var value = DirectoryRow()
            value.succession = pair
            return value
        }
        rows.problems += notes
        return DirectoryReading(kind: .successions, statedOn: rows.latestBeginning, rows: rows)
    }
}
