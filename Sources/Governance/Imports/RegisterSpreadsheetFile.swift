public import Tabular
public import Vocabulary

/// A register of interests that a body keeps in a spreadsheet, in the columns of the national template.
///
/// Columns, by these titles or the usual variants of them (`RegisterColumns`): name, position, declared
/// interest, type (financial, non-financial professional, non-financial personal), direct or indirect (with
/// the relationship: `Indirect – spouse`), from, to, action to mitigate; where there is one, the day of
/// declaring. Instead of the type, a column for each kind with a mark in it. A blank name under a filled one
/// is the same person, and is noted.
///
/// Columns in the file that are none of these are noted (`column-not-known`), and not read.
public enum RegisterSpreadsheetFile {
    /// A row of the register in words, before names and texts are kept apart.
    public struct Entry: Hashable, Sendable {
        public let name: String
        public let position: String?
        /// Nil for a nil declaration.
        public let interest: Interest?
        /// Nil where the file does not say.
        public let declaredOn: Day?
    }

    public struct Interest: Hashable, Sendable {
        public let description: String
        /// What the person holds, or the other person holds where it is indirect.
        public let kind: InterestKind
        /// Nil for a direct interest.
        public let relationship: String?
        public let arose: Day
        public let ended: Day?
        public let mitigation: String?

        /// The declaration, its text kept apart as `description`.
        ///
        /// When the person became aware is left open: the template does not ask.
        public func declaration(id: Slug, description: Personal, declaredOn: Day) -> Declaration {
            Declaration(
                id: id, kind: relationship == nil ? kind : .indirect, underlying: relationship == nil ? nil : kind,
                relationship: relationship, situation: .other, description: description, arose: arose, ended: ended,
                declaredOn: declaredOn, mitigation: mitigation)
        }
    }

    /// - Parameters:
    ///   - days: how the file writes a day.
    ///   - today: a row with a beginning or a declaration after it is refused; nil where that is not looked at.
    /// - Returns: rows read are rows kept and rows refused. Refused with `blank`, `name-missing`,
    ///   `unreadable-kind`, `kind-missing`, `two-kinds`, `relationship-missing`, `unreadable-directness`,
    ///   `unreadable-day`, `two-digit-year`, `year-unlikely`, `day-in-future`, `ends-before-start`; noted: `name-carried-down`, `day-not-told`
    ///   (a month or a year stands for its first or last day), `aware-not-told` once for the file,
    ///   `direct-assumed`.
    /// - Throws: `Refusal` of the whole file, as `Sheet.reading`, and `column-twice` where two columns mean
    ///   the same.
    public static func read(
        _ sheet: Sheet, days: DayFormat = .dayFirst, today: Day? = nil, dropping: [String] = []
    ) throws(Refusal) -> Reading<Entry> {
        let (renamed, titles) = try RegisterColumns.renamed(sheet)
        var notes: [Problem] = []
        var lastName: String?
        var reading = try renamed.reading(as: RegisterColumns.layout(of: renamed), dropping: dropping) {
            row throws(RowFault) in
            let name = try name(of: row, &lastName, &notes)
            let declaredOn = try day(row, "date declared", days, isEnd: false, &notes)
            try refuseUnlikely(declaredOn, "date declared", today)
            let description = try row.required("declared interest")
            guard !RegisterColumns.nothing.contains(description.titleKey) else {
                return Entry(name: name, position: row["position"], interest: nil, declaredOn: declaredOn)
            }
            let kind = try kind(of: row)
            let relationship = try relationship(of: row, &notes)
            guard let arose = try day(row, "from", days, isEnd: false, &notes) else {
                throw RowFault(column: "from", code: "blank", "It is not told when the interest arose.")
            }
            try refuseUnlikely(arose, "from", today)
            let ended = try day(row, "to", days, isEnd: true, &notes)
            if let ended, ended < arose {
                throw RowFault(
                    column: "to", code: "ends-before-start",
                    "The interest ends on \(ended.inWords), before it starts on \(arose.inWords).")
            }
            return Entry(
                name: name, position: row["position"],
                interest: Interest(
                    description: description, kind: kind, relationship: relationship, arose: arose, ended: ended,
                    mitigation: row["action to mitigate"]), declaredOn: declaredOn)
        }
        let kept = Set(reading.values.map(\.row))
        reading.problems += sheet.notes + notes.filter { $0.row.map(kept.contains) ?? true }
        reading.problems = reading.problems.map { problem in
            Problem(
                row: problem.row, column: problem.column.map { titles[$0] ?? $0 }, code: problem.code,
                problem.explanation, effect: problem.effect)
        }
        if reading.values.contains(where: { $0.value.interest != nil }) {
            reading.problems.append(
                Problem(
                    row: nil, column: nil, code: "aware-not-told",
                    "The file does not say when each person became aware of an interest, so nobody can tell which were "
                        + "declared late.", effect: .noted))
        }
        return reading
    }

    /// A year that nobody on a register has seen, or a day that is still to come, is a slip of the pen.
    private static func refuseUnlikely(_ day: Day?, _ column: String, _ today: Day?) throws(RowFault) {
        guard let day else { return }
        if day < PersonFile.earliest {
            throw RowFault(
                column: column, code: "year-unlikely", "The day is \(day.inWords), which nobody on a register has seen."
            )
        }
        if let today, day > today {
            throw RowFault(
                column: column, code: "day-in-future", "The day is \(day.inWords), which is still to come.")
        }
    }

    private static func name(
        of row: SheetRow, _ last: inout String?, _ notes: inout [Problem]
    ) throws(RowFault) -> String {
        if let name = row["name"] {
            last = name
            return name
        }
        guard let last else {
            throw RowFault(column: "name", code: "name-missing", "No name stands here or in a row above.")
        }
        notes.append(
            Problem(
                row: row.number, column: "name", code: "name-carried-down",
                "No name stands here; the row was taken as one of the person above.", effect: .noted))
        return last
    }

    private static func kind(of row: SheetRow) throws(RowFault) -> InterestKind {
        if let text = row["type"] {
            guard let kind = RegisterColumns.kinds[text.titleKey] else {
                throw RowFault(
                    column: "type", code: "unreadable-kind",
                    "\(TrimmedText.quoted(text)) is no kind of interest: financial, non-financial professional or "
                        + "non-financial personal.")
            }
            return kind
        }
        let marked = RegisterColumns.kindColumns.filter { column in
            row[column.title].map { !RegisterColumns.noMarks.contains($0.lowercased()) } ?? false
        }
        guard let kind = marked.first else {
            throw RowFault(column: nil, code: "kind-missing", "The row does not say which kind of interest it is.")
        }
        guard marked.count == 1 else {
            throw RowFault(
                column: nil, code: "two-kinds",
                "The row marks \(marked.map(\.title).joined(separator: " and ")); one row is one interest of one kind.")
        }
        return kind.kind
    }

    /// Nil for a direct interest.
    private static func relationship(of row: SheetRow, _ notes: inout [Problem]) throws(RowFault) -> String? {
        guard let text = row["direct or indirect"] else {
            notes.append(
                Problem(
                    row: row.number, column: "direct or indirect", code: "direct-assumed",
                    "It is not told whether the interest is direct; it was taken as the person's own.",
                    effect: .noted))
            return nil
        }
        let words = text.titleKey.split(separator: " ")
        if words == ["direct"] { return nil }
        guard words.first == "indirect" else {
            throw RowFault(
                column: "direct or indirect", code: "unreadable-directness",
                "\(TrimmedText.quoted(text)) is neither direct nor indirect.")
        }
        let relationship = words.dropFirst().joined(separator: " ")
        guard !relationship.isEmpty else {
            throw RowFault(
                column: "direct or indirect", code: "relationship-missing",
                "It is indirect, and not told who the other person is: write “Indirect – spouse”.")
        }
        return relationship
    }

    /// Nil where blank, or where words say that it still lasts.
    private static func day(
        _ row: SheetRow, _ column: String, _ format: DayFormat, isEnd: Bool, _ notes: inout [Problem]
    ) throws(RowFault) -> Day? {
        guard let text = row[column], !(isEnd && RegisterColumns.lasting.contains(text.titleKey)) else { return nil }
        if let day = format.day(text) ?? DayFormat.yearFirst.day(text) ?? DayFormat.monthName.day(text) { return day }
        let parts = text.split { !$0.isNumber && !$0.isLetter }
        if parts.count == 3, parts.last?.utf8.count == 2 {
            throw RowFault(
                column: column, code: "two-digit-year",
                "\(TrimmedText.quoted(text)) gives the year in two digits; write all four.")
        }
        let year = text.utf8.count == 4 ? Int(text) : nil
        let months = year.map { year in (Month(year: year, month: 1), Month(year: year, month: 12)) }
        let month = format.month(text)
        guard let first = months?.0 ?? month, let last = months?.1 ?? month else {
            throw RowFault(
                column: column, code: "unreadable-day",
                "\(TrimmedText.quoted(text)) is no day as this file writes them (\(format.rawValue)), month or year.")
        }
        let day = isEnd ? last.lastDay : first.firstDay
        notes.append(
            Problem(
                row: row.number, column: column, code: "day-not-told",
                "\(TrimmedText.quoted(text)) is no whole day; it was taken as \(day.inWords).", effect: .noted))
        return day
    }
}
