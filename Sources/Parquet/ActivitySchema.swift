package import Activity
import Engines
import Tabular

/// The columns of the stored files: the row in the file as it was sent, and each field of the layout by its name.
package enum ActivitySchema {
    package static let rowColumn = "sourceRow"

    /// Names and types as they stand in the stored files, in order.
    package static func types(of layout: MonitoringLayout) -> [(name: String, type: String)] {
        [(rowColumn, "BIGINT")]
            + layout.kept.map { column in (column.field ?? column.title, sqlType(of: column.kind)) }
    }

    private static func sqlType(of kind: MonitoringColumn.Kind) -> String {
        switch kind {
        case .code, .identifier, .text: "VARCHAR"
        case .year: "SMALLINT"
        case .month: "TINYINT"
        case .day: "DATE"
        case .whole: "BIGINT"
        case .count, .money, .price, .factor: "DECIMAL(18,\(kind.places ?? 0))"
        }
    }

    static func columns(of layout: MonitoringLayout) -> [IngestColumn] {
        [IngestColumn(rowColumn, .whole)]
            + layout.kept.map { column in
                let name = column.field ?? column.title
                switch column.kind {
                case .code, .identifier, .text: return IngestColumn(name, .text)
                case .year, .month: return IngestColumn(name, .whole, stored: sqlType(of: column.kind))
                case .whole: return IngestColumn(name, .whole)
                case .day: return IngestColumn(name, .day)
                case .count, .money, .price, .factor:
                    return IngestColumn(name, .decimal(digits: 18, scale: column.kind.places ?? 0))
                }
            }
    }

    static func ingested(_ batch: ActivityBatch, linesBefore: Int, columns: [IngestColumn]) -> IngestBatch {
        var values: [IngestValues] = [.wholes(batch.rows.map { $0 + Int64(linesBefore) })]
        for (column, held) in zip(columns.dropFirst(), batch.columns) {
            switch column.kind {
            case .text: values.append(.texts(held.bytes, ends: held.ends, isThere: held.isThere))
            case .whole: values.append(.wholes(held.numbers, isThere: held.isThere))
            case .day: values.append(.days(held.numbers.map { Int32($0) }, isThere: held.isThere))
            case .decimal: values.append(.decimals(held.numbers, isThere: held.isThere))
            case .flag: preconditionFailure("no column of contract monitoring is a flag")
            }
        }
        return IngestBatch(rows: batch.rows.count, values)
    }
}

/// The columns of stored files of problems.
enum ProblemSchema {
    static let columns = [
        IngestColumn("row", .whole), IngestColumn("column", .text), IngestColumn("code", .text),
        IngestColumn("explanation", .text), IngestColumn("effect", .text),
    ]

    static func ingested(_ problems: [Problem]) -> IngestBatch {
        func texts(_ text: (Problem) -> String?) -> IngestValues {
            var (bytes, ends, isThere): ([UInt8], [Int32], [Bool]) = ([], [], [])
            for problem in problems {
                let found = text(problem)
                bytes += Array((found ?? "").utf8)
                ends.append(Int32(bytes.count))
                isThere.append(found != nil)
            }
            return .texts(bytes, ends: ends, isThere: isThere)
        }
        return IngestBatch(
            rows: problems.count,
            [
                .wholes(problems.map { Int64($0.row ?? 0) }), texts(\.column), texts(\.code), texts(\.explanation),
                texts(\.effect.rawValue),
            ])
    }
}
