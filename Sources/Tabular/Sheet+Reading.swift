public import Vocabulary

/// Why a row was not kept; the reading makes a `Problem` of it.
public struct RowFault: Error, Hashable, Sendable {
    /// A column of the layout; nil where the whole row is meant.
    public let column: String?
    public let code: String
    public let explanation: String

    public init(column: String?, code: String, _ explanation: String) {
        self.column = column
        self.code = code
        self.explanation = explanation
    }
}

/// One row of a sheet, by the layout's columns.
public struct SheetRow: Sendable {
    public let number: Int
    private let cells: [String]
    private let match: HeaderMatch

    init(number: Int, cells: [String], match: HeaderMatch) {
        self.number = number
        self.cells = cells
        self.match = match
    }

    /// Nil where the cell is blank, or the file has no such column.
    public subscript(column: String) -> String? {
        match[column].flatMap { $0 < cells.count && !cells[$0].isEmpty ? cells[$0] : nil }
    }

    /// - Throws: `RowFault`, code `blank`.
    public func required(_ column: String) throws(RowFault) -> String {
        guard let text = self[column] else {
            throw RowFault(column: column, code: "blank", "\(column) is blank.")
        }
        return text
    }

    /// Hundredths, as people write them; nil where blank.
    ///
    /// - Throws: `RowFault`, code `unreadable-amount`.
    public func hundredths(_ column: String) throws(RowFault) -> Int? {
        guard let text = self[column] else { return nil }
        guard let value = FixedPoint.hundredths(text, as: .local) else {
            throw RowFault(
                column: column, code: "unreadable-amount",
                "\(TrimmedText.quoted(text)) is not an amount with at most two decimals.")
        }
        return value
    }

    /// A whole number, as people write it; nil where blank.
    ///
    /// - Throws: `RowFault`, code `unreadable-count`.
    public func whole(_ column: String) throws(RowFault) -> Int? {
        guard let text = self[column] else { return nil }
        guard let value = FixedPoint.whole(text, as: .local) else {
            throw RowFault(
                column: column, code: "unreadable-count", "\(TrimmedText.quoted(text)) is not a whole number.")
        }
        return value
    }

    /// - Throws: `RowFault`, code `unreadable-month`.
    public func month(_ column: String, format: DayFormat) throws(RowFault) -> Month {
        let text = try required(column)
        guard let month = format.month(text) else {
            throw RowFault(column: column, code: "unreadable-month", "\(TrimmedText.quoted(text)) is not a month.")
        }
        return month
    }
}

extension Sheet {
    /// Reads every row by a layout: a row that faults is refused, with its problem, and the rest goes on.
    ///
    /// - Parameters:
    ///   - dropping: columns not to be read at all.
    ///   - exempt: columns of the layout in which ten digits are no NHS number: contract numbers.
    /// - Throws: `Refusal`: as `Layout.match`, and `no-data-rows`, `patient-identifying`.
    public func reading<Value: Sendable>(
        as layout: Layout, dropping: [String] = [], exempt: [String] = [], known: [Layout] = [],
        each: (SheetRow) throws(RowFault) -> Value
    ) throws(Refusal) -> Reading<Value> {
        let match = try layout.match(header, in: name, dropping: dropping, known: known)
        guard !rows.isEmpty else {
            throw Refusal(
                .input, code: "no-data-rows", "\(name) has a header and no rows.",
                remedy: "Ask the sender for it again.")
        }
        let scan = PatientIdentifierScan(
            file: name, titles: header, known: match.known,
            exempt: match.dropped.union(exempt.compactMap { match[$0] }))
        var reading = Reading<Value>(problems: match.notes + notes, rowsRead: rows.count)
        for row in rows {
            if let refusal = scan.refusal(row: row.number, cells: row.cells) { throw refusal }
            let isRagged = row.cells.count < header.count || row.cells.dropFirst(header.count).contains { !$0.isEmpty }
            if isRagged {
                reading.problems.append(
                    Problem(
                        row: row.number, column: nil, code: "ragged-row",
                        "The row has \(row.cells.count) cells, the header \(header.count).", effect: .refused))
                continue
            }
            do throws(RowFault) {
                let value = try each(SheetRow(number: row.number, cells: row.cells, match: match))
                reading.values.append(.init(row: row.number, value: value))
            } catch {
                reading.problems.append(
                    Problem(
                        row: row.number, column: error.column.flatMap { match[$0] }.map { header[$0] } ?? error.column,
                        code: error.code, error.explanation, effect: .refused))
            }
        }
        return reading
    }
}
