public import Vocabulary

/// The rows of one returned sheet by the titles of their columns.
public struct FormRows: Sendable {
    public let sheet: ReturnedSheet
    public let isText: Bool
    /// As they stand, trimmed.
    public let titles: [String]
    /// Rows under the header that are not blank.
    public let rows: [Sheet.Row]
    let headerRow: Int
    private let places: [String: Int]

    /// Every title is found once; a title that is missing or stands twice makes a problem and no rows.
    ///
    /// - Parameter problems: gets what is wrong with the header.
    /// - Returns: nil where the sheet cannot be read by its columns.
    public init?(_ sheet: ReturnedSheet, isText: Bool, columns: [String], problems: inout [Problem]) {
        guard let header = sheet.rows.first else {
            problems.append(
                Problem(
                    row: nil, column: nil, code: "empty-sheet", "Sheet “\(sheet.name)” is empty.", effect: .refused))
            return nil
        }
        var places: [String: Int] = [:]
        var isReadable = true
        for (place, title) in header.cells.enumerated() where !title.isEmpty {
            let key = TrimmedText.headerKey(title)
            if places[key] != nil {
                problems.append(
                    Problem(
                        row: header.number, column: title, code: "column-twice",
                        "Sheet “\(sheet.name)” has two columns “\(title)”.", effect: .refused))
                isReadable = false
            }
            places[key] = place
        }
        for column in columns where places[TrimmedText.headerKey(column)] == nil {
            problems.append(
                Problem(
                    row: header.number, column: column, code: "column-missing",
                    "Sheet “\(sheet.name)” has no column “\(column)” in row \(header.number).", effect: .refused))
            isReadable = false
        }
        guard isReadable else { return nil }
        self.sheet = sheet
        self.isText = isText
        self.places = places
        titles = header.cells
        headerRow = header.number
        rows = Array(sheet.rows.dropFirst())
    }

    public func has(_ column: String) -> Bool { places[TrimmedText.headerKey(column)] != nil }

    /// The cell's text; blank where the row or the sheet has no such cell.
    public func text(_ row: Sheet.Row, _ column: String) -> String {
        guard let place = places[TrimmedText.headerKey(column)], place < row.cells.count else { return "" }
        return row.cells[place]
    }

    /// Where a cell is, in words: `Sheet “Scores”, cell D7`, or `Row 7, column “Score”` of delimited text.
    public func place(_ row: Int, _ column: String) -> String {
        guard !isText, let place = places[TrimmedText.headerKey(column)] else {
            return "Row \(row), column “\(column)”"
        }
        return "Sheet “\(sheet.name)”, cell \(CellArea.letters(of: place))\(row)"
    }

    /// A fault of a cell, its place named first; `words` follow a colon.
    public func fault(_ row: Sheet.Row, _ column: String, _ code: String, _ words: String) -> RowFault {
        RowFault(column: column, code: code, "\(place(row.number, column)): \(words)")
    }

    /// What the workbook itself says is wrong with a cell: a formula without a result, an error, merged cells.
    public func cellFault(_ row: Sheet.Row, _ column: String) -> RowFault? {
        guard let place = places[TrimmedText.headerKey(column)] else { return nil }
        let letters = CellArea.letters(of: place)
        if let problem = sheet.problems.first(where: { $0.row == row.number && $0.column == letters }) {
            let words =
                problem.explanation.hasPrefix("Cell \(letters)\(row.number) ")
                ? "it " + problem.explanation.dropFirst("Cell \(letters)\(row.number) ".count) : problem.explanation
            return fault(row, column, problem.code, words)
        }
        let area = sheet.merged.first { area in
            area.columns.contains(place) && area.rows.contains(row.number)
                && !(area.columns.lowerBound == place && area.rows.lowerBound == row.number)
        }
        guard let area, text(row, column).isEmpty else { return nil }
        return fault(
            row, column, "merged-cells", "it is part of the merged cells \(area); unmerge them and fill in each.")
    }

    /// - Throws: `RowFault`: what the workbook says of the cell, or code `blank`.
    public func required(_ row: Sheet.Row, _ column: String) throws(RowFault) -> String {
        if let fault = cellFault(row, column) { throw fault }
        let text = text(row, column)
        guard !text.isEmpty else { throw fault(row, column, "blank", "it is blank.") }
        return text
    }

    /// A number as people type it: commas between thousands and a minus of either kind; nil where blank.
    ///
    /// - Throws: `RowFault`: `percentage`, `amount-for-number`, `unreadable-number`, and as the workbook says.
    public func decimal(_ row: Sheet.Row, _ column: String) throws(RowFault) -> Double? {
        if let fault = cellFault(row, column) { throw fault }
        let text = text(row, column)
        guard !text.isEmpty else { return nil }
        if let number = PlainDecimal.value(of: text) { return number }
        let shown = TrimmedText.quoted(text)
        if text.hasSuffix("%") {
            throw fault(row, column, "percentage", "\(shown) is a percentage; a number on the scale is asked for.")
        }
        if text.contains("£") {
            throw fault(row, column, "amount-for-number", "\(shown) is an amount of money; a number is asked for.")
        }
        throw fault(row, column, "unreadable-number", "\(shown) is not a number.")
    }

    /// An amount in pounds as people type it: a pound sign, commas, brackets for a minus; nil where blank.
    ///
    /// - Throws: `RowFault`: `percentage`, `unreadable-amount`, and as the workbook says.
    public func money(_ row: Sheet.Row, _ column: String) throws(RowFault) -> Money? {
        if let fault = cellFault(row, column) { throw fault }
        let text = text(row, column)
        guard !text.isEmpty else { return nil }
        if let pence = FixedPoint.hundredths(text, as: .local) { return Money(pence: pence) }
        let shown = TrimmedText.quoted(text)
        if text.hasSuffix("%") {
            throw fault(row, column, "percentage", "\(shown) is a percentage; pounds are asked for.")
        }
        throw fault(
            row, column, "unreadable-amount", "\(shown) is not an amount of pounds with at most two decimals.")
    }

    /// A whole number; nil where blank.
    ///
    /// - Throws: `RowFault`: `unreadable-count`, and as the workbook says.
    public func whole(_ row: Sheet.Row, _ column: String) throws(RowFault) -> Int? {
        if let fault = cellFault(row, column) { throw fault }
        let text = text(row, column)
        guard !text.isEmpty else { return nil }
        guard let number = FixedPoint.whole(text, as: .local) else {
            throw fault(row, column, "unreadable-count", "\(TrimmedText.quoted(text)) is not a whole number.")
        }
        return number
    }
}

/// A decimal number as people type it, and nothing that only a programmer would.
enum PlainDecimal {
    /// - Returns: nil for words, exponents, signs of money or per cent, commas out of place, more than 15 digits.
    static func value(of text: String) -> Double? {
        var rest = Substring(TrimmedText.trim(text))
        var isNegative = false
        if let first = rest.first, first == "-" || first == "−" || first == "+" {
            isNegative = first != "+"
            rest.removeFirst()
        }
        let parts = rest.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count) else { return nil }
        let groups = parts[0].split(separator: ",", omittingEmptySubsequences: false)
        let decimals = parts.count == 2 ? parts[1] : ""
        func isDigits(_ text: Substring) -> Bool { text.utf8.allSatisfy { (48...57).contains($0) } }
        guard groups.allSatisfy(isDigits), isDigits(decimals), groups.count == 1 || (1...3).contains(groups[0].count),
            groups.dropFirst().allSatisfy({ $0.count == 3 })
        else { return nil }
        let whole = groups.joined()
        guard !(whole.isEmpty && decimals.isEmpty), whole.count + decimals.count <= 15,
            let value = Double("\(whole.isEmpty ? "0" : whole)\(decimals.isEmpty ? "" : ".\(decimals)")")
        else { return nil }
        return isNegative ? -value : value
    }
}
