public import Tabular
public import Vocabulary

extension ScoresTemplate {
    /// Reads a member's form when it comes back, as a workbook or as delimited text.
    ///
    /// A row without a score, a range or a note is left open and is no row read. Delimited text needs the columns
    /// Option, Criterion and Score only, and stands for the member that the caller names.
    /// - Returns: values and problems; rows read are rows kept and rows refused. Where the form was made for another
    ///   round, member or state, every row is refused by that one problem.
    /// - Throws: `Refusal`, code `unknown-member`.
    public static func read(
        _ form: ReturnedForm, of member: Slug, in round: Round
    ) throws(Refusal) -> Reading<Score> {
        guard round.member(member) != nil else { throw unknown(member, in: round) }
        var reading = Reading<Score>()
        guard let sheet = form.sheet(sheet) else {
            reading.problems.append(FormFaults.missingSheet(self.sheet, of: form))
            return reading
        }
        guard
            let table = FormRows(
                sheet, isText: form.isText, columns: [option, criterion, score], problems: &reading.problems)
        else {
            reading.rowsRead = max(0, sheet.rows.count - 1)
            return reading
        }
        let filled = table.rows.filter { row in
            [score, lowest, highest, note].contains {
                !table.text(row, $0).isEmpty || table.cellFault(row, $0) != nil
            }
        }
        reading.rowsRead = filled.count
        if let fault = FormFaults.wrongForm(
            form,
            expected: [
                ("Round", round.id.description), ("Member", member.description),
                ("State", TemplateStamp.scores(of: round).description),
            ])
        {
            reading.problems.append(fault)
            return reading
        }
        var seen: [String: Int] = [:]
        for row in filled {
            do throws(RowFault) {
                let value = try scored(row, table, round, member)
                let cell = "\(value.option) \(value.criterion)"
                if let earlier = seen[cell] {
                    throw table.fault(
                        row, option, "scored-twice",
                        "“\(value.option)” is scored on “\(value.criterion)” in row \(earlier) already.")
                }
                seen[cell] = row.number
                reading.values.append(.init(row: row.number, value: value))
            } catch {
                reading.problems.append(
                    Problem(
                        row: row.number, column: error.column, code: error.code, error.explanation, effect: .refused))
            }
        }
        let open = table.rows.count - filled.count
        if open > 0 {
            reading.problems.append(
                Problem(
                    row: nil, column: score, code: "rows-left-open",
                    "\(open) of \(table.rows.count) rows of “\(sheet.name)” have no score.", effect: .noted))
        }
        return reading
    }

    private static func scored(
        _ row: Sheet.Row, _ table: FormRows, _ round: Round, _ member: Slug
    ) throws(RowFault) -> Score {
        let optionText = try table.required(row, option)
        guard let id = Slug(optionText), let known = round.option(id) else {
            throw table.fault(
                row, option, "unknown-option", "\(TrimmedText.quoted(optionText)) is no option of the round.")
        }
        let criterionText = try table.required(row, criterion)
        guard let leafID = Slug(criterionText), let scale = round.criterion(leafID)?.scale else {
            throw table.fault(
                row, criterion, "unknown-criterion",
                "\(TrimmedText.quoted(criterionText)) is no criterion that is scored.")
        }
        if let interest = interest(of: member, in: known.id, round) {
            throw table.fault(
                row, option, "left-out", "“\(member)” is left out of “\(known.id)” by the interest “\(interest)”.")
        }
        guard let value = try table.decimal(row, score) else {
            throw table.fault(row, score, "blank", "the row has a range or a note and no score.")
        }
        let (low, high) = (try table.decimal(row, lowest), try table.decimal(row, highest))
        for (column, number) in [(score, value), (lowest, low), (highest, high)] {
            if let number { try within(number, scale, row, column, table) }
        }
        if let low, low > value {
            throw table.fault(row, lowest, "range-turned", "\(words(low)) lies above the score \(words(value)).")
        }
        if let high, high < value {
            throw table.fault(row, highest, "range-turned", "\(words(high)) lies below the score \(words(value)).")
        }
        let note = table.text(row, note)
        return Score(
            option: known.id, criterion: leafID, value: value, low: low, high: high, note: note.isEmpty ? nil : note)
    }

    private static func within(
        _ number: Double, _ scale: Scale, _ row: Sheet.Row, _ column: String, _ table: FormRows
    ) throws(RowFault) {
        guard scale.outside == .refused else { return }
        if number > scale.high {
            throw table.fault(
                row, column, "off-scale",
                "\(words(number)) lies above \(words(scale.high)), the top of the scale “\(scale.unit)”.")
        }
        if number < scale.low {
            throw table.fault(
                row, column, "off-scale",
                "\(words(number)) lies below \(words(scale.low)), the foot of the scale “\(scale.unit)”.")
        }
    }

    /// The interest that leaves the member out of the option; nil where none does.
    private static func interest(of member: Slug, in option: Slug, _ round: Round) -> Slug? {
        guard round.excluded(member).contains(option) else { return nil }
        let own = round.interests.filter { $0.member == member }
        return own.first { interest in
            interest.options.contains(option)
                || round.rulings.contains { $0.interest == interest.id && $0.options.contains(option) }
        }?.id ?? own.first?.id
    }

    private static func words(_ number: Double) -> String { FormSheet.Cell.Value.number(number).text }
}

/// What may be wrong with a returned form as a whole.
enum FormFaults {
    static func missingSheet(_ name: String, of form: ReturnedForm) -> Problem {
        let names = form.sheets.map { "“\($0.name)”" }.joined(separator: ", ")
        return Problem(
            row: nil, column: nil, code: "sheet-missing",
            "\(form.name) has no sheet “\(name)”; its sheets are \(names.isEmpty ? "none" : names).",
            effect: .refused)
    }

    /// The first fact of a workbook that is missing or another than expected; delimited text has none.
    static func wrongForm(_ form: ReturnedForm, expected: [(label: String, value: String)]) -> Problem? {
        guard !form.isText else { return nil }
        for (label, value) in expected {
            let found = form.fact(label)
            if found == value { continue }
            let words: String
            switch (label, found) {
            case (_, nil):
                words = "the sheet “\(WorkbookForm.firstSheet)” does not say its \(label.lowercased())"
            case ("State", _):
                words = "it is a template of an earlier state: options, criteria or years have changed since"
            case (_, let found?): words = "it is for \(label.lowercased()) “\(found)”, not “\(value)”"
            }
            return Problem(
                row: nil, column: nil, code: "wrong-form",
                "\(form.name): \(words). Make a new template and copy the figures over.", effect: .refused)
        }
        return nil
    }
}
