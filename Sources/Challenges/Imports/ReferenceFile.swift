public import Tabular
public import Vocabulary

/// A file of a table of reference, read whole: typed columns of the rows that are kept, and problems.
///
/// A row that lacks what it is known by, or with a value that cannot be read, is refused; so is a second row of the same
/// key on the same days. Rows read = kept + refused.
public struct ReferenceFile: Sendable {
    public let table: ReferenceTable
    /// One for each column of the table, equal in length.
    public private(set) var columns: [[Value]]
    /// The row of each row kept, as a spreadsheet numbers it.
    public private(set) var rows: [Int] = []
    public private(set) var refused = 0
    public private(set) var problems: [Problem] = []

    /// What stands in a cell; nothing where it is blank.
    public enum Value: Sendable, Hashable {
        case nothing
        case text(String)
        case number(Int)
        case day(Day)
    }

    /// - Parameters:
    ///   - table: nil where the titles say which it is.
    ///   - titles: the title of a column of the table, where the file has another than its name: from a reviewed mapping.
    /// - Throws: `Refusal` of kind `input`: `no-such-table` where the titles are of no table, `required-column`,
    ///   `patient-identifying`, or what `RowReader` refuses.
    public init(
        _ bytes: [UInt8], named name: String, table: ReferenceTable? = nil, titles: [String: String] = [:]
    ) throws(Refusal) {
        var reader = try RowReader(bytes, named: name)
        guard let table = table ?? ReferenceTable.of(titles: reader.header) else {
            throw Refusal(
                .input, code: "no-such-table",
                "The columns of \(name) (\(reader.header.prefix(4).joined(separator: ", "))"
                    + "\(reader.header.count > 4 ? " and others" : "")) are those of no table of reference.",
                remedy:
                    "remit activity tables --columns has them; other titles take a mapping, months of activity remit activity import."
            )
        }
        self.table = table
        columns = Array(repeating: [], count: table.columns.count)
        let keys = reader.header.map { TitleWords.key($0) }
        var places: [Int?] = []
        for column in table.columns {
            let place = keys.firstIndex(of: TitleWords.key(titles[column.name] ?? column.name))
            if place == nil, column.isNeeded || titles[column.name] != nil {
                throw Refusal(
                    .input, code: "required-column",
                    "\(name) has no column \(titles[column.name] ?? column.name), which the table \(table.name) needs.",
                    remedy: "Its columns are \(table.columns.map(\.name).joined(separator: ", ")).")
            }
            places.append(place)
        }
        while reader.next() { try take(&reader, places) }
        problems += try reader.finish()
        refuseTwins()
    }

    private mutating func take(_ reader: inout RowReader, _ places: [Int?]) throws(Refusal) {
        if let problem = reader.raggedness {
            problems.append(problem)
            refused += 1
            return
        }
        var values: [Value] = []
        for (column, place) in zip(table.columns, places) {
            let text = place.map { reader.text(at: $0) } ?? ""
            if column.kind == .code || column.kind == .text, PatientIdentifier.holdsNHSNumber(text) {
                throw PatientIdentifier.nhsNumber.refusal(
                    in: reader.name, row: reader.row, column: column.name, canDrop: false)
            }
            guard let value = ReferenceFile.value(text, column) else {
                problems.append(
                    Problem(
                        row: reader.row, column: column.name, code: text.isEmpty ? "blank" : "unreadable-value",
                        text.isEmpty
                            ? "\(column.name) is blank."
                            : "\(TrimmedText.quoted(text)) cannot be read as \(column.name).",
                        effect: .refused))
                refused += 1
                return
            }
            values.append(value)
        }
        for (place, value) in values.enumerated() { columns[place].append(value) }
        rows.append(reader.row)
    }

    /// - Returns: nil where it cannot be read, or is blank and needed.
    static func value(_ text: String, _ column: ReferenceColumn) -> Value? {
        guard !text.isEmpty else { return column.isNeeded ? nil : .nothing }
        func number(places: Int) -> Value? {
            var text = text
            guard case .value(let value) = text.withUTF8({ ScaledNumber.read($0, places: places) }) else { return nil }
            return .number(value)
        }
        switch column.kind {
        case .code, .identifier, .text: return .text(text)
        case .day: return PublishedDay.read(text).map { .day($0) }
        case .year:
            let digits = Array(text.utf8)
            guard digits.count == 6, digits.allSatisfy({ (48...57).contains($0) }) else {
                return FinancialYear(text).map { .number($0.start) }
            }
            return FinancialYear("\(text.prefix(4))/\(text.suffix(2))").map { .number($0.start) }
        case .whole: return number(places: 0)
        case .pence: return number(places: 0)
        case .factor: return number(places: 6)
        }
    }

    /// Refuses rows of which another of the same key holds on one of their days, or at all where the table has no days.
    private mutating func refuseTwins() {
        let key = table.columns.indices.filter { table.columns[$0].isKey }
        guard !key.isEmpty else { return }
        let places = table.validity.map { validity in
            (
                from: table.columns.firstIndex { $0.name == validity.from }!,
                to: table.columns.firstIndex { $0.name == validity.to }!
            )
        }
        func day(_ column: Int?, _ row: Int, _ otherwise: Day) -> Day {
            guard let column, case .day(let day) = columns[column][row] else { return otherwise }
            return day
        }
        let (first, last) = (Day(year: 1900, month: 1, day: 1)!, Day(year: 9999, month: 12, day: 31)!)
        var byKey: [[Value]: [(row: Int, from: Day, to: Day)]] = [:]
        var twins: Set<Int> = []
        for row in rows.indices {
            let words = key.map { columns[$0][row] }
            let (from, to) = (day(places?.from, row, first), day(places?.to, row, last))
            if byKey[words, default: []].contains(where: { from < $0.to && $0.from < to }) {
                twins.insert(row)
                problems.append(
                    Problem(
                        row: rows[row], column: nil, code: "twice",
                        "Another row says the same of \(key.map { table.columns[$0].name }.joined(separator: " and ")).",
                        effect: .refused))
            } else {
                byKey[words, default: []].append((row, from, to))
            }
        }
        guard !twins.isEmpty else { return }
        for place in columns.indices {
            columns[place] = columns[place].enumerated().filter { !twins.contains($0.offset) }.map(\.element)
        }
        rows = rows.enumerated().filter { !twins.contains($0.offset) }.map(\.element)
        refused += twins.count
    }
}
