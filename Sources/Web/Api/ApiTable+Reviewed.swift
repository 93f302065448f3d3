import Tabular
import Vocabulary

extension ApiTable {
    private static let file = "api-tables.csv"
    static let columnNames = ["call", "table", "column", "title", "kind"]

    /// Stands for columns that the data name: their cells are figures.
    static let others = "*"

    /// By the path of the call.
    private static let all: [String: ApiTable] = {
        let rows: [(call: String, table: String, column: Column?)]
        do {
            rows = try Definitions.read(PackageResources.api_tables_csv, named: file, columns: columnNames) { row in
                let (call, table) = (row.text("call"), row.text("table"))
                if row.text("column") == others { return (call, table, nil) }
                let words = row.text("kind")
                guard let kind = Kind(rawValue: words) else {
                    row.fault("kind", "“\(words)” is none of \(Kind.allCases.map(\.rawValue).joined(separator: ", "))")
                    return nil
                }
                return (call, table, Column(key: row.text("column"), title: row.text("title"), kind: kind))
            }
        } catch { preconditionFailure("\(error)") }
        return Dictionary(grouping: rows, by: \.call).mapValues { rows in
            ApiTable(
                key: rows[0].table, columns: rows.compactMap(\.column), hasOthers: rows.contains { $0.column == nil })
        }
    }()

    /// The columns of a call's table, as they were reviewed: a test holds them against the tables that are made.
    static func reviewed(for call: String) -> ApiTable {
        all[call] ?? ApiTable(key: "rows", columns: [], hasOthers: true)
    }
}
