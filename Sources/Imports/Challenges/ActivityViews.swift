import Activity
import Challenges
package import Engines
import Parquet
package import Store
package import Vocabulary

/// The rows of one financial year as views for queries: what stands of each kind of contract monitoring, what stood before,
/// and the tables of reference.
///
/// `bill` (patient level), `aggregate`, `drug`, `device` and `earlier` (patient-level rows that a later submission took
/// over) have the fields of their layout, `source` (the file's number in the records) and `sourceRow`; then one view for each
/// table of reference, without rows where none was taken in. The statements name no engine but through its dialect.
package struct ActivityViews: Sendable {
    package let year: FinancialYear
    package let dialect: Dialect
    /// In the order in which an engine is to run them.
    package let statements: [String]
    /// The file of each number, its digest and name.
    package let sources: [Int: (digest: EvidenceID, name: String)]
    /// The name of each file, by digest.
    package var names: [EvidenceID: String] { Dictionary(sources.values.map { ($0.digest, $0.name) }) { $1 } }
    /// Tables of reference that have rows.
    package let tables: Set<String>
    /// Kinds of monitoring of which something stands: `plcm`.
    package let layouts: Set<String>

    /// A table of reference as a stored file.
    package struct StoredTable: Sendable {
        package let id: Int
        package let name: String
        package let file: String
        package let digest: EvidenceID
        package let path: String

        package init(id: Int, name: String, file: String, digest: EvidenceID, path: String) {
            (self.id, self.name, self.file, self.digest, self.path) = (id, name, file, digest, path)
        }
    }

    /// - Parameters:
    ///   - folder: of all activity, as the engine sees it.
    ///   - references: in place of those that are registered, by name; others remain.
    package init(
        _ slices: [StandingSlices], references: [StoredTable], in folder: String, year: FinancialYear, dialect: Dialect
    ) {
        (self.year, self.dialect) = (year, dialect)
        var statements: [String] = []
        var sources: [Int: (digest: EvidenceID, name: String)] = [:]
        for slice in slices { sources[slice.id] = (slice.digest, slice.file) }
        for table in references { sources[table.id] = (table.digest, table.file) }
        func stored(_ id: Int, _ pattern: String) -> String {
            // Tables of one run alone have numbers below nought.
            let name = id < 0 ? "given_\(-id)" : "stored_\(id)"
            statements.append(dialect.stored(name, pattern))
            return name
        }
        let parts = Dictionary(
            slices.map { ($0.id, stored($0.id, "\(folder)/\($0.folder)/part-*.parquet")) }, uniquingKeysWith: { $1 })
        func part(_ slice: StandingSlices) -> String { parts[slice.id] ?? "" }
        for (view, kind) in ActivityViews.kinds {
            let layout = MonitoringLayout.shipped[kind]!
            let selects = slices.filter { $0.layout == kind.rawValue && !$0.standing.isEmpty }.map { slice in
                ActivityViews.select(layout, id: slice.id, year: year, from: part(slice))
                    + ActivityViews.condition(slice.standing, unless: slice.superseded.isEmpty, dialect)
            }
            statements.append(
                dialect.view(view, of: ActivityViews.union(selects) ?? ActivityViews.nothing(layout)))
        }
        let plcm = MonitoringLayout.shipped[.patientLevel]!
        let earlier = slices.filter { $0.layout == plcm.file.rawValue && !$0.superseded.isEmpty }.map { slice in
            ActivityViews.select(plcm, id: slice.id, year: year, from: part(slice))
                + ActivityViews.condition(slice.superseded, unless: slice.standing.isEmpty, dialect)
        }
        statements.append(
            dialect.view("earlier", of: ActivityViews.union(earlier) ?? ActivityViews.nothing(plcm)))
        for table in ReferenceTable.shipped {
            let found = references.first { $0.name == table.name }
            let rows = found.map { ($0.id, stored($0.id, $0.path)) }
            statements.append(dialect.view(table.name, of: ReferenceSchema.view(table, of: rows, year: year)))
        }
        self.statements = statements
        self.sources = sources
        tables = Set(references.map(\.name))
        layouts = Set(slices.filter { !$0.standing.isEmpty }.map(\.layout))
    }

    private static let kinds: [(view: String, kind: MonitoringFile)] = [
        ("bill", .patientLevel), ("aggregate", .aggregate), ("drug", .drugs), ("device", .devices),
    ]

    private static func union(_ selects: [String]) -> String? {
        selects.isEmpty ? nil : selects.joined(separator: "\nUNION ALL\n")
    }

    private static func columns(_ layout: MonitoringLayout) -> [(name: String, type: String)] {
        ActivitySchema.types(of: layout).map { ($0.name, $0.type == "VARCHAR" ? "STRING" : $0.type) }
    }

    /// With `activityDay`: the first of the month where the row's own day could not be read; patient level also with `record`,
    /// the identifier that the row bears in the provider's own system.
    private static func select(
        _ layout: MonitoringLayout, id: Int, year: FinancialYear, from files: String
    ) -> String {
        let names = columns(layout).map(\.name).joined(separator: ", ")
        var day = ""
        if layout["startDay"] != nil {
            let months = (1...12).map { "WHEN \($0) THEN DATE '\(year.month($0).firstDay)'" }.joined(separator: " ")
            day = ", COALESCE(startDay, CASE financialMonth \(months) END) AS activityDay"
        }
        if layout.file == .patientLevel { day += ", COALESCE(cdsIdentifier, nonCdsIdentifier) AS record" }
        return "SELECT CAST(\(id) AS INT) AS source, \(names)\(day) FROM \(files) WHERE financialYear = \(year.start)"
    }

    private static func nothing(_ layout: MonitoringLayout) -> String {
        let names = columns(layout).map { "CAST(NULL AS \($0.type)) AS \($0.name)" }.joined(separator: ", ")
        var day = layout["startDay"] == nil ? "" : ", CAST(NULL AS DATE) AS activityDay"
        if layout.file == .patientLevel { day += ", CAST(NULL AS STRING) AS record" }
        return "SELECT CAST(NULL AS INT) AS source, \(names)\(day) WHERE 1 = 0"
    }

    /// Of a file of which only some provider's months are wanted.
    private static func condition(_ months: [String: [Int]], unless isAll: Bool, _ dialect: Dialect) -> String {
        guard !isAll else { return "" }
        let parts = months.sorted { $0.key < $1.key }.map { provider, months in
            "(provider = \(dialect.text(provider)) AND financialMonth IN (\(months.map(String.init).joined(separator: ", "))))"
        }
        return " AND (\(parts.joined(separator: " OR ")))"
    }
}
