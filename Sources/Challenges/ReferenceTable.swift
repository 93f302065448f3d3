import Tabular
import Vocabulary

/// A table of reference that rules look things up in: practices, prices, approvals and others, by its columns.
public struct ReferenceTable: Sendable, Hashable {
    /// As SQL names it: `excluded_item`.
    public let name: String
    public let columns: [ReferenceColumn]

    /// Columns by which a row is known; with days of validity, a row is one of them on a day.
    public var key: [ReferenceColumn] { columns.filter(\.isKey) }

    /// The columns that say from when and until when a row holds; the second day is the first on which it does not.
    public var validity: (from: String, to: String)? {
        if columns.contains(where: { $0.name == "validFrom" }) { return ("validFrom", "validTo") }
        return columns.contains { $0.name == "closedOn" } ? ("openedOn", "closedOn") : nil
    }

    public subscript(column: String) -> ReferenceColumn? { columns.first { $0.name == column } }

    /// The tables that come with Remit: `Definitions/reference-columns.csv`.
    public static let shipped: [ReferenceTable] = {
        do throws(Refusal) {
            return try read(PackageResources.reference_columns_csv, named: "reference-columns.csv")
        } catch {
            preconditionFailure(error.description)
        }
    }()

    public static func named(_ name: String) -> ReferenceTable? { shipped.first { $0.name == name } }

    /// Reads a file of definitions: `table,column,kind,key,needed,words`.
    ///
    /// - Throws: `bad-definitions`, with every fault.
    static func read(_ bytes: [UInt8], named name: String) throws(Refusal) -> [ReferenceTable] {
        let titles = ["table", "column", "kind", "key", "needed", "words"]
        let rows = try Definitions.read(bytes, named: name, columns: titles) {
            row -> (table: String, column: ReferenceColumn)? in
            let kind = ReferenceColumn.Kind(rawValue: row.text("kind"))
            if kind == nil { row.fault("kind", "is not known") }
            guard let kind, let table = row.required("table"), let column = row.required("column"),
                let isKey = row.flag("key"), let isNeeded = row.flag("needed"), let words = row.required("words")
            else { return nil }
            return (
                table, ReferenceColumn(name: column, kind: kind, isKey: isKey, isNeeded: isNeeded, words: words)
            )
        }
        var names: [String] = []
        for row in rows where !names.contains(row.table) { names.append(row.table) }
        return names.map { name in
            ReferenceTable(name: name, columns: rows.filter { $0.table == name }.map(\.column))
        }
    }

    /// The table that a file's titles are those of: every needed column is there, and no other than the table's.
    ///
    /// - Returns: nil where it is none, or more than one.
    public static func of(titles: [String]) -> ReferenceTable? {
        let keys = Set(titles.map { TitleWords.key($0) })
        let fitting = shipped.filter { table in
            let all = Set(table.columns.map { TitleWords.key($0.name) })
            let needed = table.columns.filter(\.isNeeded).map { TitleWords.key($0.name) }
            return keys.isSubset(of: all) && needed.allSatisfy { keys.contains($0) }
        }
        return fitting.count == 1 ? fitting[0] : nil
    }
}

/// A column of a table of reference.
public struct ReferenceColumn: Sendable, Hashable {
    public let name: String
    public let kind: Kind
    /// True where rows are known by it.
    public let isKey: Bool
    /// True where a row without it is refused.
    public let isNeeded: Bool
    public let words: String

    /// How values are read, and in which unit they are kept.
    public enum Kind: String, Sendable, CaseIterable {
        case code
        /// A code given out by a system, in which ten digits are no NHS number.
        case identifier
        case text
        case day
        /// The calendar year in which a financial year starts.
        case year
        case whole
        /// Whole pence.
        case pence
        /// A number with at most six decimals: millionths.
        case factor

        public var isText: Bool { self == .code || self == .identifier || self == .text }
    }
}
