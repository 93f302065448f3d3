public import Tabular
public import Vocabulary

extension OptionsTemplate {
    /// The code of a row that is refused only because the option that it speaks of is.
    public static let optionAtFault = "option-at-fault"

    /// Reads the form when it comes back, as a workbook or, without evidence, as delimited text.
    ///
    /// - Returns: options with the evidence and the freed contracts of their sheets, and problems of all sheets; the
    ///   rows read are those of all three sheets, each kept or refused. Where the form was made for another round or
    ///   other years, every row is refused by that one problem.
    /// - Throws: `Refusal`, code `envelope-missing`.
    public static func read(_ form: ReturnedForm, in round: Round) throws(Refusal) -> Reading<Option> {
        let years = try years(of: round)
        var reading = Reading<Option>()
        guard let main = form.sheet(sheet) else {
            reading.problems.append(FormFaults.missingSheet(sheet, of: form))
            return reading
        }
        let costs = years.flatMap { [recurrent($0), oneOff($0)] }
        var faults = wrongYears(main, form, years)
        let table = FormRows(
            main, isText: form.isText, columns: [shortName, title, kind, fullYear] + costs, problems: &faults)
        let companions = form.isText ? [] : [evidenceSheet, freedSheet].compactMap { form.sheet($0) }
        reading.rowsRead = ([main] + companions).reduce(0) { $0 + max(0, $1.rows.count - 1) }
        if let fault = FormFaults.wrongForm(
            form, expected: [("Round", round.id.description), ("State", TemplateStamp.options(of: round).description)])
        {
            faults.insert(fault, at: 0)
        }
        guard faults.isEmpty, let table else {
            reading.problems = faults
            return reading
        }
        for row in table.rows {
            collect(row.number, in: &reading) { (reading: inout Reading<Option>) throws(RowFault) in
                let option = try OptionRow(table: table, row: row, years: years).option()
                if let twin = reading.values.first(where: { $0.value.id == option.id }) {
                    throw table.fault(
                        row, shortName, "option-twice", "“\(option.id)” stands in row \(twin.row) already.")
                }
                reading.values.append(.init(row: row.number, value: option))
            }
        }
        if !form.isText {
            let written = Set(table.rows.map { table.text($0, shortName) })
            readEvidence(form, written, into: &reading)
            readFreed(form, written, into: &reading)
        }
        return reading
    }

    /// Columns of years that the round has not, which would otherwise lose their money in silence.
    private static func wrongYears(
        _ sheet: ReturnedSheet, _ form: ReturnedForm, _ years: [FinancialYear]
    ) -> [Problem] {
        guard let header = sheet.rows.first else { return [] }
        return header.cells.enumerated().compactMap { place, title in
            guard title.hasSuffix("(£)"), let word = title.split(separator: " ").first,
                let year = FinancialYear(word), !years.contains(year)
            else { return nil }
            let cell =
                form.isText
                ? "Column “\(title)”" : "Sheet “\(sheet.name)”, cell \(CellArea.letters(of: place))\(header.number)"
            return Problem(
                row: header.number, column: title, code: "wrong-year",
                "\(cell): the round has no money of \(year); its years are \(years[0]) to \(years[years.count - 1]).",
                effect: .refused)
        }
    }

    /// A row is kept, or its fault becomes a problem.
    private static func collect<Value>(
        _ row: Int, in reading: inout Reading<Value>, _ keep: (inout Reading<Value>) throws(RowFault) -> Void
    ) {
        do throws(RowFault) {
            try keep(&reading)
        } catch {
            reading.problems.append(
                Problem(row: row, column: error.column, code: error.code, error.explanation, effect: .refused))
        }
    }

    private static func readEvidence(
        _ form: ReturnedForm, _ written: Set<String>, into reading: inout Reading<Option>
    ) {
        guard let sheet = form.sheet(evidenceSheet),
            let table = FormRows(
                sheet, isText: false, columns: [shortName, claim, rung, citation], problems: &reading.problems)
        else { return }
        for row in table.rows {
            collect(row.number, in: &reading) { (reading: inout Reading<Option>) throws(RowFault) in
                let place = try place(row, table, in: reading, written)
                let words = try table.required(row, rung)
                guard
                    let found = rungs.first(where: {
                        $0.words.lowercased() == words.lowercased() || $0.rung.rawValue == words
                    })
                else {
                    throw table.fault(
                        row, rung, "unknown-word",
                        "\(TrimmedText.quoted(words)) is none of: \(rungs.map(\.words).joined(separator: ", ")).")
                }
                reading.values[place].value.evidence.append(
                    Evidence(
                        claim: try table.required(row, claim), rung: found.rung,
                        citation: try table.required(row, citation)))
            }
        }
    }

    private static func readFreed(
        _ form: ReturnedForm, _ written: Set<String>, into reading: inout Reading<Option>
    ) {
        guard let sheet = form.sheet(freedSheet),
            let table = FormRows(
                sheet, isText: false, columns: [shortName, contract, freedAmount, freedFrom],
                problems: &reading.problems)
        else { return }
        for row in table.rows {
            collect(row.number, in: &reading) { (reading: inout Reading<Option>) throws(RowFault) in
                let place = try place(row, table, in: reading, written)
                let number = try table.required(row, contract)
                guard let amount = try table.money(row, freedAmount) else {
                    throw table.fault(row, freedAmount, "blank", "it is blank.")
                }
                let dayText = try table.required(row, freedFrom)
                guard let day = Day(dayText) else {
                    throw table.fault(
                        row, freedFrom, "unreadable-day",
                        "\(TrimmedText.quoted(dayText)) is not a day such as 2027-04-01.")
                }
                reading.values[place].value.freesContracts.append(
                    Option.FreedContract(contract: number, amount: amount, from: day))
            }
        }
    }

    /// The place of the option that the row names, among those kept.
    ///
    /// - Parameter written: the short names on the sheet of options, kept or not.
    private static func place(
        _ row: Sheet.Row, _ table: FormRows, in reading: Reading<Option>, _ written: Set<String>
    ) throws(RowFault) -> Int {
        let name = try table.required(row, shortName)
        guard let place = reading.values.firstIndex(where: { $0.value.id.description == name }) else {
            guard !written.contains(name) else {
                throw table.fault(
                    row, shortName, optionAtFault,
                    "\(TrimmedText.quoted(name)) is at fault on the sheet “\(sheet)”; mend it there.")
            }
            throw table.fault(
                row, shortName, "unknown-option",
                "\(TrimmedText.quoted(name)) is no option on the sheet “\(sheet)”.")
        }
        return place
    }
}

/// One row of the sheet of options.
private struct OptionRow {
    let table: FormRows
    let row: Sheet.Row
    let years: [FinancialYear]
    private typealias Form = OptionsTemplate

    init(table: FormRows, row: Sheet.Row, years: [FinancialYear]) {
        self.table = table
        self.row = row
        self.years = years
    }

    func option() throws(RowFault) -> Option {
        let name = try table.required(row, Form.shortName)
        guard let id = Slug(name) else {
            throw table.fault(
                row, Form.shortName, "short-name",
                "\(TrimmedText.quoted(name)) is no short name: small letters, digits and hyphens, 60 at most.")
        }
        let title = try table.required(row, Form.title)
        let kind = try kind()
        var costs: [Option.YearCost] = []
        for year in years {
            let recurrent = try table.money(row, Form.recurrent(year)) ?? .zero
            let oneOff = try table.money(row, Form.oneOff(year)) ?? .zero
            if recurrent != .zero || oneOff != .zero {
                costs.append(Option.YearCost(year: year, recurrent: recurrent, oneOff: oneOff))
            }
        }
        guard let fullYear = try table.money(row, Form.fullYear) else {
            throw table.fault(row, Form.fullYear, "blank", "it is blank; write 0 where nothing recurs.")
        }
        return Option(
            id: id, title: title, summary: table.text(row, Form.summary), kind: kind, costs: costs,
            fullYear: fullYear,
            capital: try table.money(row, Form.capital) ?? .zero,
            workforceHundredths: try hundredths(Form.workforce) ?? 0,
            people: try people(), successPercent: try success(),
            whoBenefits: table.text(row, Form.whoBenefits), area: try slugs(Form.area, most: 1).first,
            equityGroup: try slugs(Form.equityGroup, most: 1).first, tags: try slugs(Form.tags),
            requires: try slugs(Form.requires), changesService: try yes(Form.changesService) || kind.isDisinvestment,
            needsContracts: words(Form.needsContracts))
    }

    private func kind() throws(RowFault) -> Option.Kind {
        let words = try table.required(row, Form.kind)
        if let found = Form.kinds.first(where: {
            $0.words.lowercased() == words.lowercased() || $0.kind.rawValue == words
        }) {
            return found.kind
        }
        throw table.fault(
            row, Form.kind, "unknown-word",
            "\(TrimmedText.quoted(words)) is none of: \(Form.kinds.map(\.words).joined(separator: ", ")).")
    }

    private func hundredths(_ column: String) throws(RowFault) -> Int? {
        if let fault = table.cellFault(row, column) { throw fault }
        let text = table.text(row, column)
        guard !text.isEmpty else { return nil }
        guard !text.contains("£"), let value = FixedPoint.hundredths(text, as: .local) else {
            throw table.fault(
                row, column, "unreadable-number",
                "\(TrimmedText.quoted(text)) is not a number with at most two decimals.")
        }
        return value
    }

    private func people() throws(RowFault) -> Int? {
        let people = try table.whole(row, Form.people)
        if let people, people < 0 { throw table.fault(row, Form.people, "negative", "\(people) is less than none.") }
        return people
    }

    /// `60`, or `60%`.
    private func success() throws(RowFault) -> Int? {
        if let fault = table.cellFault(row, Form.success) { throw fault }
        let text = table.text(row, Form.success)
        guard !text.isEmpty else { return nil }
        guard let hundredths = FixedPoint.percent(text), hundredths % 100 == 0, (100...10_000).contains(hundredths)
        else {
            throw table.fault(
                row, Form.success, "chance", "\(TrimmedText.quoted(text)) is not a whole number from 1 to 100.")
        }
        return hundredths / 100
    }

    private func words(_ column: String) -> [String] {
        table.text(row, column).split(whereSeparator: { $0 == "," || $0 == ";" || $0.isNewline })
            .map { TrimmedText.trim($0) }.filter { !$0.isEmpty }
    }

    /// `, such as most-deprived-fifth`, for `Most deprived fifth`; nothing where no short name is like it.
    private func like(_ word: String) -> String {
        let parts = word.lowercased().split(whereSeparator: { !$0.isASCII || !($0.isLetter || $0.isNumber) })
        let name = parts.joined(separator: "-")
        return Slug(name) == nil ? "" : ", such as \(name)"
    }

    private func slugs(_ column: String, most: Int = 100) throws(RowFault) -> [Slug] {
        var slugs: [Slug] = []
        for word in words(column) {
            guard let slug = Slug(word) else {
                throw table.fault(
                    row, column, "short-name",
                    "\(TrimmedText.quoted(word)) is no short name: small letters, digits and hyphens, 60 at most"
                        + "\(like(word)).")
            }
            slugs.append(slug)
        }
        guard slugs.count <= most else { throw table.fault(row, column, "one-only", "one short name is asked for.") }
        return slugs
    }

    private func yes(_ column: String) throws(RowFault) -> Bool {
        switch table.text(row, column).lowercased() {
        case "yes", "true", "y": return true
        case "no", "false", "n", "": return false
        default:
            throw table.fault(
                row, column, "unknown-word", "\(TrimmedText.quoted(table.text(row, column))) is neither Yes nor No.")
        }
    }
}
