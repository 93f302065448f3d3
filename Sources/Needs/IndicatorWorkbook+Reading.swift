import Tabular
import Vocabulary

extension IndicatorWorkbook {
    /// Reads the tables of every sheet that is seen.
    ///
    /// Rows are those of the sheets, problems say the sheet before the column. Rows that are no data (titles, notes, hidden
    /// sheets) are counted and noted: `text-rows`, `no-table`, `hidden-sheet`; columns that are not kept: `column-not-known`.
    ///
    /// - Returns: rows refused with `blank` (figures of no area), `other-area` (tables side by side that do not stand against
    ///   the same area), `unreadable-figure`, `negative-count`, `numerator-above`, `above-most`, `duplicate-row` and
    ///   `conflicting-row` (an area twice, with the same figures or others).
    /// - Throws: `Refusal` of the whole file: `not-this-layout`, `no-data-rows`, `patient-identifying`, `unknown-column`,
    ///   `required-column`.
    func read(
        _ sheets: [SheetGrid], named name: String, dropping: [String]
    ) throws(Refusal) -> Reading<[IndicatorValue]> {
        var drop = DroppedTitles(dropping)
        var (reading, seen): (Reading<[IndicatorValue]>, SeenValues) = (.init(), .init())
        var (tables, words): (Int, [String]) = (0, [])
        for sheet in sheets {
            let file = "\(name), sheet \(sheet.name)"
            try SheetText.refuseIdentifiers(in: sheet, of: file)
            guard !sheet.isHidden else {
                reading.problems.append(
                    .noted(
                        "hidden-sheet", "\(sheet.name) is hidden: its \(grouped(sheet.rows.count)) rows were not read.")
                )
                continue
            }
            let sections = SheetSections(sheet, self.tables)
            var text = sections.textRows
            reading.problems += sheet.problems.map { $0.onSheet(sheet.name) }
            for section in sections.all {
                tables += 1
                var table = SheetRows(section, on: sheet.name)
                try table.drop(&drop, from: file)
                reading.problems += table.notes
                for row in section.rows {
                    guard table.hasFigures(row) else {
                        text += 1
                        continue
                    }
                    reading.rowsRead += 1
                    do throws(RowFault) {
                        let values = try table.values(of: row)
                        try seen.add(values, row: row.number, sheet: sheet.name)
                        reading.values.append(.init(row: row.number, value: values))
                    } catch {
                        reading.problems.append(
                            Problem(
                                row: row.number, column: error.column, code: error.code, error.explanation,
                                effect: .refused
                            ).onSheet(sheet.name))
                    }
                }
            }
            if sections.all.isEmpty, text > 0 {
                reading.problems.append(
                    .noted("no-table", "\(sheet.name) holds no table that is read: \(grouped(text)) rows of text."))
            } else if text > 0 {
                words.append("\(sheet.name) \(grouped(text))")
            }
        }
        if !words.isEmpty {
            reading.problems.append(
                .noted("text-rows", "Rows of titles and notes, which are no data: \(words.joined(separator: ", "))."))
        }
        guard tables > 0 else { throw notThis(name, sheets) }
        guard reading.rowsRead > 0 else {
            throw Refusal(
                .input, code: "no-data-rows", "\(name) has titles and no rows.", remedy: "Ask the sender for it again.")
        }
        try drop.refuseUnknown(in: name)
        return reading
    }

    private func notThis(_ name: String, _ sheets: [SheetGrid]) -> Refusal {
        let first = tables.first?.known.map { $0.joined(separator: " or ") }.joined(separator: ", ") ?? ""
        return Refusal(
            .input, code: "not-this-layout",
            "\(name) is not \(self.name): on none of its \(grouped(sheets.count)) sheets stands a row with its titles.",
            remedy: "Looked for were: \(first).")
    }
}

/// Columns that are not to be read, by their titles.
struct DroppedTitles {
    private let asked: [String]
    private var found: Set<String> = []

    init(_ asked: [String]) { self.asked = asked }

    /// True where the title is one of them.
    mutating func takes(_ title: String) -> Bool {
        let key = TrimmedText.headerKey(title)
        guard asked.contains(where: { TrimmedText.headerKey($0) == key }) else { return false }
        found.insert(key)
        return true
    }

    /// - Throws: `Refusal`, code `unknown-column`.
    func refuseUnknown(in name: String) throws(Refusal) {
        guard let lost = asked.first(where: { !found.contains(TrimmedText.headerKey($0)) }) else { return }
        throw Refusal(
            .usage, code: "unknown-column", "\(name) has no column \(TrimmedText.quoted(lost)) to drop.")
    }
}

/// Texts of sheets that nobody reads may still say who somebody is.
enum SheetText {
    /// A number with decimals may have ten digits in a row; `.0` behind ten of them hides nothing.
    private static func isFraction(_ cell: String) -> Bool {
        guard let number = PublishedNumber.read(cell) else { return false }
        return number.rounded() != number
    }

    /// - Parameter exempt: columns with ten digits that are no NHS number: contracts.
    /// - Throws: `Refusal`, code `patient-identifying`.
    static func refuseIdentifiers(
        in sheet: SheetGrid, of file: String, exempt: Set<Int> = []
    ) throws(Refusal) {
        for row in sheet.rows {
            for (column, cell) in row.cells.enumerated()
            where cell.utf8.count >= 10 && !exempt.contains(column) && !isFraction(cell)
                && PatientIdentifier.holdsNHSNumber(cell)
            {
                throw PatientIdentifier.nhsNumber.refusal(
                    in: file, row: row.number, column: "\(column + 1)", canDrop: false)
            }
        }
    }
}

extension Problem {
    static func noted(_ code: String, _ explanation: String) -> Problem {
        Problem(row: nil, column: nil, code: code, explanation, effect: .noted)
    }

    func onSheet(_ sheet: String) -> Problem {
        Problem(
            row: row, column: column.map { "\(sheet): \($0)" } ?? sheet, code: code, explanation, effect: effect)
    }
}
