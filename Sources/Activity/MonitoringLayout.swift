import Tabular
public import Vocabulary

/// The published columns of one kind of contract monitoring, in their order.
public struct MonitoringLayout: Sendable, Hashable {
    public let file: MonitoringFile
    public let columns: [MonitoringColumn]

    public init(file: MonitoringFile, columns: [MonitoringColumn]) {
        self.file = file
        self.columns = columns
    }

    /// Those of which values are kept, in their order.
    public var kept: [MonitoringColumn] { columns.filter { $0.field != nil } }

    public subscript(field: String) -> MonitoringColumn? { columns.first { $0.field == field } }

    /// The layouts that come with Remit: `Definitions/monitoring-columns.csv`.
    public static let shipped: [MonitoringFile: MonitoringLayout] = {
        do throws(Refusal) {
            return try read(PackageResources.monitoring_columns_csv, named: "monitoring-columns.csv")
        } catch {
            preconditionFailure(error.description)
        }
    }()

    /// Reads a file of column definitions: `file,column,field,kind,need,identifies,aliases,source,verified`; aliases are
    /// divided by semicolons.
    ///
    /// - Throws: `bad-definitions`, with every fault; also where a kind of file has a field or a title twice, or lacks
    ///   `provider`, `financialYear`, `financialMonth` or `cost`.
    public static func read(
        _ bytes: [UInt8], named name: String
    ) throws(Refusal) -> [MonitoringFile: MonitoringLayout] {
        let titles = ["file", "column", "field", "kind", "need", "identifies", "aliases", "source", "verified"]
        let rows = try Definitions.read(bytes, named: name, columns: titles) { row in column(&row) }
        var layouts: [MonitoringFile: MonitoringLayout] = [:]
        for file in MonitoringFile.allCases {
            let columns = rows.filter { $0.file == file }.map(\.column)
            let fields = columns.compactMap(\.field)
            let titles = columns.flatMap { [$0.title] + $0.aliases }.map { TitleWords.key($0) }
            let missing = ["provider", "financialYear", "financialMonth", "cost"].filter { !fields.contains($0) }
            guard twice(fields) == nil, twice(titles) == nil, missing.isEmpty else {
                let what = missing.first.map { "no field \($0)" } ?? "\(twice(fields) ?? twice(titles) ?? "") twice"
                throw Refusal(.input, code: "bad-definitions", "\(name) has \(what) for \(file.rawValue).")
            }
            layouts[file] = MonitoringLayout(file: file, columns: columns)
        }
        return layouts
    }

    private static func column(_ row: inout DefinitionRow) -> (file: MonitoringFile, column: MonitoringColumn)? {
        func choice<Value: RawRepresentable<String>>(_ column: String, _: Value.Type) -> Value? {
            let value = Value(rawValue: row.text(column))
            if value == nil { row.fault(column, "is not known") }
            return value
        }
        let file = choice("file", MonitoringFile.self)
        let kind = choice("kind", MonitoringColumn.Kind.self)
        let need = choice("need", MonitoringColumn.Need.self)
        let identifies =
            row.text("identifies").isEmpty ? nil : choice("identifies", MonitoringColumn.Identifying.self)
        guard let file, let kind, let need, let title = row.required("column"), let source = row.required("source"),
            let isVerified = row.flag("verified")
        else { return nil }
        let field = row.text("field")
        let aliases = row.text("aliases").split(separator: ";").map { TrimmedText.trim($0) }
        return (
            file,
            MonitoringColumn(
                title: title, field: field.isEmpty ? nil : field, kind: kind, need: need, identifies: identifies,
                aliases: aliases, source: source, isVerified: isVerified)
        )
    }
}
