public import Vocabulary

/// Files of rules and names that people write and review: every row is good, or the file is refused with all
/// faults.
///
/// The header is exactly the columns asked for, in any order; what stands in a cell is trimmed.
public enum Definitions {
    /// - Parameter each: makes a row's value; it says what is wrong with `DefinitionRow.fault`, and then may
    ///   return nil.
    /// - Throws: `Refusal` of kind `input`: `bad-definitions` with row and column of every fault; or what
    ///   `RowReader` refuses.
    public static func read<Value>(
        _ bytes: [UInt8], named name: String, columns: [String], each: (inout DefinitionRow) -> Value?
    ) throws(Refusal) -> [Value] {
        var reader = try RowReader(bytes, named: name, delimiter: UInt8(ascii: ","))
        let header = reader.header
        guard Set(header) == Set(columns), header.count == columns.count else {
            throw refusal(
                name, ["row 1: the columns are \(header.joined(separator: ", "))"], columns: columns)
        }
        var values: [Value] = []
        var faults: [String] = []
        while reader.next() {
            if let problem = reader.raggedness {
                faults.append("row \(reader.row): \(problem.explanation)")
                continue
            }
            let cells = header.indices.map { reader.text(at: $0) }
            var row = DefinitionRow(
                number: reader.row, cells: Dictionary(uniqueKeysWithValues: zip(header, cells)))
            if let value = each(&row) { values.append(value) }
            faults += row.faults
        }
        _ = try reader.finish()
        guard faults.isEmpty else { throw refusal(name, faults, columns: columns) }
        return values
    }

    private static func refusal(_ name: String, _ faults: [String], columns: [String]) -> Refusal {
        let count = faults.count == 1 ? "a fault" : "\(faults.count) faults"
        return Refusal(
            .input, code: "bad-definitions", "\(name) has \(count): \(faults.joined(separator: "; ")).",
            remedy: "Its columns are \(columns.joined(separator: ", ")).")
    }
}

/// A row of a file of definitions, and what is wrong with it.
public struct DefinitionRow: Sendable {
    /// As a spreadsheet numbers it; the header is row 1.
    public let number: Int
    fileprivate let cells: [String: String]
    fileprivate var faults: [String] = []

    fileprivate init(number: Int, cells: [String: String]) {
        self.number = number
        self.cells = cells
    }

    /// - Precondition: the column is one that was asked for.
    public func text(_ column: String) -> String {
        guard let text = cells[column] else { preconditionFailure("no column \(column) was asked for") }
        return text
    }

    /// Says what is wrong, in a sentence's end that follows the column: `is blank`.
    public mutating func fault(_ column: String, _ what: String) {
        faults.append("row \(number), \(column): “\(text(column))” \(what)")
    }

    /// The text, which may not be blank.
    public mutating func required(_ column: String) -> String? {
        if text(column).isEmpty {
            fault(column, "is blank")
            return nil
        }
        return text(column)
    }

    /// The day, which may not be blank.
    public mutating func day(_ column: String) -> Day? {
        let day = Day(text(column))
        if day == nil { fault(column, "is no day such as 2024-04-01") }
        return day
    }

    /// `yes` or `no`.
    public mutating func flag(_ column: String) -> Bool? {
        switch text(column) {
        case "yes": return true
        case "no": return false
        default:
            fault(column, "is neither yes nor no")
            return nil
        }
    }

    /// Days from a first, up to and without an end; a blank end is open.
    public mutating func period(from first: String, to end: String) -> Period? {
        guard let start = day(first) else { return nil }
        if text(end).isEmpty { return Period(from: start, to: nil) }
        guard let last = day(end) else { return nil }
        let period = Period(from: start, to: last)
        if period == nil { fault(end, "is not after \(start)") }
        return period
    }
}
