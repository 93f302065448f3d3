public import Tabular
public import Vocabulary

/// A commissioner's list of dental contracts with their practices: a workbook with a sheet of practices and one of community
/// dental services.
///
/// Known by a row with `Contract Information`, `Name / Body / Partnership` and `Post Code`, wherever it stands. Kept of it:
/// contract, holder, practice or trust, address, postcode, board and UDAs contracted for the year; everything else stays in
/// the file. A place without a contract of its own is one of the contract above it.
public enum DentalListFile {
    static let name = "a list of dental contracts and practices (workbook)"

    private static let telling = ["Contract Information", "Name / Body / Partnership", "Post Code"]
    private static let address = ["Address 1", "Address 2", "Address 3", "Address 4"]
    private static let practice = ["Practice name", "Trust Name"]
    private static let board = ["ICB Code", "ICS Code"]
    private static let contracted = "UDA Annual Contracted"

    /// True where a sheet that is seen has the titles.
    static func recognises(_ sheets: [SheetGrid]) -> Bool {
        sheets.contains { !$0.isHidden && titles(of: $0) != nil }
    }

    /// - Returns: rows refused with `blank` (a place of no contract), `unreadable-figure`, `negative-supply`, `duplicate-row`.
    ///   Rows that are no data, and hidden sheets, are counted and noted, as in other workbooks.
    /// - Throws: `Refusal` of the whole file: `not-this-layout`, `no-data-rows`, `column-twice`, `patient-identifying`,
    ///   `unknown-column`, `required-column`.
    public static func read(
        _ sheets: [SheetGrid], named name: String, dropping: [String] = []
    ) throws(Refusal) -> Reading<ListedSite> {
        var drop = DroppedTitles(dropping)
        var (reading, seen, tables) = (Reading<ListedSite>(), [String: String](), 0)
        for sheet in sheets {
            let file = "\(name), sheet \(sheet.name)"
            guard !sheet.isHidden, let place = titles(of: sheet) else {
                try SheetText.refuseIdentifiers(in: sheet, of: file)
                let rows = grouped(sheet.rows.count)
                if sheet.isHidden {
                    reading.problems.append(
                        .noted("hidden-sheet", "\(sheet.name) is hidden: its \(rows) rows were not read."))
                } else if !sheet.rows.isEmpty {
                    reading.problems.append(
                        .noted("no-table", "\(sheet.name) holds no table that is read: \(rows) rows of text."))
                }
                continue
            }
            tables += 1
            let columns = try Columns(sheet.rows[place], in: file, &drop)
            try SheetText.refuseIdentifiers(in: sheet, of: file, exempt: [columns.contract])
            reading.problems += sheet.problems.map { $0.onSheet(sheet.name) }
            var (text, above) = (place + 1, "")
            for row in sheet.rows[(place + 1)...] {
                // A note stands in one cell.
                guard row.filled.count > 1 else {
                    text += 1
                    continue
                }
                reading.rowsRead += 1
                do throws(RowFault) {
                    let site = try columns.site(row, above: above)
                    if let first = seen[site.contract] {
                        throw RowFault(
                            column: telling[0], code: "duplicate-row",
                            "\(TrimmedText.quoted(site.contract)) stands in \(first) already.")
                    }
                    seen[site.contract] = "row \(row.number) of \(sheet.name)"
                    if !row[columns.contract].isEmpty { above = row[columns.contract] }
                    reading.values.append(.init(row: row.number, value: site))
                } catch {
                    reading.problems.append(
                        Problem(
                            row: row.number, column: error.column, code: error.code, error.explanation, effect: .refused
                        ).onSheet(sheet.name))
                }
            }
            reading.problems.append(
                .noted("text-rows", "Rows of titles and notes, which are no data: \(sheet.name) \(grouped(text))."))
        }
        guard tables > 0 else {
            throw Refusal(
                .input, code: "not-this-layout", "\(name) is not \(self.name): no row has its titles.",
                remedy: "Looked for were: \(telling.joined(separator: ", ")).")
        }
        guard reading.rowsRead > 0 else {
            throw Refusal(
                .input, code: "no-data-rows", "\(name) has titles and no rows.", remedy: "Ask the sender for it again.")
        }
        try drop.refuseUnknown(in: name)
        return reading
    }

    /// Where on the sheet the titles stand.
    private static func titles(of sheet: SheetGrid) -> Int? {
        sheet.rows.firstIndex { row in
            let keys = Set(row.cells.lazy.filter { !$0.isEmpty }.map { TrimmedText.headerKey($0) })
            return telling.allSatisfy { keys.contains(TrimmedText.headerKey($0)) }
        }
    }

    /// Places of the columns that are kept: the first of each title, since other years repeat some.
    private struct Columns {
        let contract: Int
        let holder: Int?
        let practice: Int?
        let address: [Int]
        let postcode: Int
        let board: Int?
        let contracted: Int?

        init(_ row: Sheet.Row, in file: String, _ drop: inout DroppedTitles) throws(Refusal) {
            let keys = row.cells.map { TrimmedText.headerKey($0) }
            func place(_ titles: [String]) -> Int? {
                titles.lazy.compactMap { title in keys.firstIndex(of: TrimmedText.headerKey(title)) }.first
            }
            var dropped: Set<Int> = []
            for (place, cell) in row.cells.enumerated() where !cell.isEmpty && drop.takes(cell) {
                dropped.insert(place)
            }
            guard let contract = place([telling[0]]), let postcode = place([telling[2]]) else {
                preconditionFailure("the row was found by these titles")
            }
            for needed in [contract, postcode] {
                if dropped.contains(needed) {
                    throw Refusal(
                        .usage, code: "required-column",
                        "\(row[needed]) cannot be dropped: \(file) is not read without it.")
                }
                if keys.count(where: { $0 == keys[needed] }) > 1 {
                    throw Refusal(
                        .input, code: "column-twice", "\(file) has the column \(row[needed]) twice.",
                        remedy: "Remove or rename one of them.")
                }
            }
            func kept(_ titles: [String]) -> Int? { place(titles).flatMap { dropped.contains($0) ? nil : $0 } }
            self.contract = contract
            self.postcode = postcode
            holder = kept([telling[1]])
            practice = kept(DentalListFile.practice)
            address = DentalListFile.address.compactMap { kept([$0]) }
            board = kept(DentalListFile.board)
            contracted = kept([DentalListFile.contracted])
        }

        func site(_ row: Sheet.Row, above: String) throws(RowFault) -> ListedSite {
            let (own, postcode) = (row[contract], row[self.postcode])
            guard !own.isEmpty || !above.isEmpty && !postcode.isEmpty else {
                throw RowFault(
                    column: telling[0], code: "blank",
                    above.isEmpty ? "The place is of no contract." : "The row has neither a contract nor a postcode.")
            }
            var supply: Double?
            let text = contracted.map { row[$0] } ?? ""
            if !text.isEmpty {
                guard let number = PublishedNumber.read(text) else {
                    throw RowFault(
                        column: DentalListFile.contracted, code: "unreadable-figure",
                        "\(TrimmedText.quoted(text)) is not a number.")
                }
                guard number >= 0 else {
                    throw RowFault(
                        column: DentalListFile.contracted, code: "negative-supply",
                        "A contract cannot be of \(shown(number)).")
                }
                supply = number
            }
            let lines = address.map { row[$0] }.filter { !$0.isEmpty }
            // A clinic of the contract above is called by the first line of its address.
            let called = own.isEmpty ? lines.first ?? "" : practice.map { row[$0] } ?? ""
            return ListedSite(
                contract: own.isEmpty ? "\(above) \(postcode)" : own, name: called,
                holder: holder.map { row[$0] } ?? "",
                address: lines.joined(separator: ", "), postcode: postcode, board: board.map { row[$0] } ?? "",
                contracted: supply)
        }
    }
}
