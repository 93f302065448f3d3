import Challenges
import Engines
import Foundation
import Vocabulary

/// Tables of reference as stored files and as views.
enum ReferenceSchema {
    private static func type(_ column: ReferenceColumn) -> String {
        switch column.kind {
        case .code, .identifier, .text: "STRING"
        case .day: "DATE"
        case .year: "SMALLINT"
        case .whole: "INTEGER"
        case .pence: "DECIMAL(12,0)"
        case .factor: "DECIMAL(12,6)"
        }
    }

    /// The rows that hold in the year, with `source` and `sourceRow`; days of validity are never missing in them.
    ///
    /// - Parameter stored: the file's number, and the name of its rows; nil for a table that was not taken in.
    static func view(_ table: ReferenceTable, of stored: (id: Int, rows: String)?, year: FinancialYear) -> String {
        guard let stored else {
            let names = table.columns.map { "CAST(NULL AS \(type($0))) AS \($0.name)" }
            let month = table.name == "dental_claim" ? ", CAST(NULL AS INT) AS financialMonth" : ""
            return "SELECT CAST(NULL AS INT) AS source, CAST(NULL AS BIGINT) AS sourceRow, "
                + "\(names.joined(separator: ", "))\(month) WHERE 1 = 0"
        }
        let names = table.columns.map { column in
            switch column.name {
            case "validFrom": "COALESCE(validFrom, DATE '1900-01-01') AS validFrom"
            case "validTo": "COALESCE(validTo, DATE '9999-12-31') AS validTo"
            default: column.name
            }
        }
        var sql = "SELECT CAST(\(stored.id) AS INT) AS source, sourceRow, \(names.joined(separator: ", "))"
        if table.name == "dental_claim" {
            sql += ", CAST((EXTRACT(MONTH FROM completedOn) + 8) % 12 + 1 AS INT) AS financialMonth"
        }
        sql += " FROM \(stored.rows)"
        if table["financialYear"] != nil { sql += " WHERE financialYear = \(year.start)" }
        if table.name == "dental_claim" {
            sql += " WHERE completedOn >= DATE '\(year.firstDay)' AND completedOn <= DATE '\(year.lastDay)'"
        }
        return sql
    }

    /// Writes the rows to a file; the engine must see its folder.
    static func write(_ file: ReferenceFile, to path: String, with engine: EngineWriter) throws(Refusal) {
        let columns =
            [IngestColumn("sourceRow", .whole)]
            + file.table.columns.map { column in
                let kind: IngestColumn.Kind =
                    switch column.kind {
                    case .code, .identifier, .text: .text
                    case .day: .day
                    case .year, .whole: .whole
                    case .pence: .decimal(digits: 18, scale: 0)
                    case .factor: .decimal(digits: 18, scale: 6)
                    }
                return IngestColumn(column.name, kind, stored: type(column))
            }
        let batch = IngestBatch(
            rows: file.rows.count,
            [.wholes(file.rows.map { Int64($0) })]
                + zip(file.table.columns, file.columns).map { column, values in ingested(values, column.kind) })
        var isGiven = false
        try engine.write(columns, to: path) { () throws(Refusal) in
            defer { isGiven = true }
            return isGiven ? nil : batch
        }
    }

    private static func ingested(_ values: [ReferenceFile.Value], _ kind: ReferenceColumn.Kind) -> IngestValues {
        let isThere = values.map { $0 != .nothing }
        func number(_ value: ReferenceFile.Value) -> Int64 {
            if case .number(let number) = value { Int64(number) } else { 0 }
        }
        switch kind {
        case .code, .identifier, .text:
            var (bytes, ends): ([UInt8], [Int32]) = ([], [])
            for value in values {
                if case .text(let text) = value { bytes += Array(text.utf8) }
                ends.append(Int32(bytes.count))
            }
            return .texts(bytes, ends: ends, isThere: isThere)
        case .day:
            return .days(
                values.map { value in if case .day(let day) = value { Int32(day.number) } else { 0 } }, isThere: isThere
            )
        case .year, .whole: return .wholes(values.map(number), isThere: isThere)
        case .pence, .factor: return .decimals(values.map(number), isThere: isThere)
        }
    }
}
