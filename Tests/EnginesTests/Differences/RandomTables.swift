import Foundation
import Vocabulary

@testable import Engines

/// The tables that random queries ask of, written by DuckDB as Parquet files that both engines read.
struct RandomTables {
    let folder: TemporaryFolder

    init(rows: Int, seed: Int) throws {
        folder = try TemporaryFolder()
        let engine = try Installed.engine(EngineLimits(folders: [folder.path]))
        // Values from the row's number: the same for the same seed, whatever the threads do.
        func dice(_ salt: Int, _ sides: Int) -> String { "CAST(hash(i, \(salt + seed * 100)) % \(sides) AS BIGINT)" }
        func missing(_ salt: Int, _ value: String) -> String {
            "CASE WHEN \(dice(salt, 11)) = 0 THEN NULL ELSE \(value) END"
        }
        let texts = "['a', 'ab', 'a%b', 'b''c', 'é', 'éx', 'xéy', '', 'B', 'ba']"
        for (part, range) in [(1, "0, \(rows / 2)"), (2, "\(rows / 2), \(rows)")] {
            try engine.run(
                """
                COPY (SELECT i AS id, \(missing(1, "(\(texts))[1 + \(dice(2, 10))]")) AS k,
                    \(missing(3, "CAST(\(dice(4, 8)) AS INTEGER)")) AS g,
                    \(missing(5, "CAST(CAST(\(dice(6, 400_001)) - 200000 AS DECIMAL(18,2)) * 0.01 AS DECIMAL(18,2))")) AS m,
                    \(missing(7, "CAST(CAST(\(dice(8, 60_001)) - 30000 AS DECIMAL(18,4)) * 0.0001 AS DECIMAL(18,4))")) AS q,
                    \(missing(9, "DATE '2024-12-15' + CAST(\(dice(10, 220)) AS INTEGER)")) AS d,
                    \(missing(11, "\(dice(12, 2)) = 0")) AS b
                FROM range(\(range)) r(i) ORDER BY i)
                TO \(SQLText.quoted("\(folder.path)/t-\(part).parquet")) (FORMAT parquet)
                """)
        }
        try engine.run(
            """
            COPY (SELECT CAST(i % 9 AS INTEGER) AS g, 'n' || i AS name, CAST(0.95 + 0.003001 * i AS DECIMAL(9,6)) AS rate,
                DATE '2025-01-01' + CAST(20 * (i % 5) AS INTEGER) AS fromDay,
                CASE WHEN i % 3 = 0 THEN NULL ELSE DATE '2025-03-01' + CAST(10 * i AS INTEGER) END AS untilDay
            FROM range(18) r(i) ORDER BY i) TO \(SQLText.quoted("\(folder.path)/s.parquet")) (FORMAT parquet)
            """)
    }

    func define(in engine: any QueryEngine) throws {
        try engine.define("t", as: "SELECT * FROM \(engine.dialect.files("\(folder.path)/t-*.parquet"))")
        try engine.define("s", as: "SELECT * FROM \(engine.dialect.files("\(folder.path)/s.parquet"))")
    }
}

extension EngineAnswer {
    /// Its rows as texts, in any order: numbers without noughts at their end, so that engines may differ in types.
    func plainRows() -> [String] {
        let columns = columns.map { $0.values.plain() }
        return (0..<rows).map { row in columns.map { $0[row] }.joined(separator: " | ") }.sorted()
    }
}

extension EngineValues {
    fileprivate func plain() -> [String] {
        func words<Value>(_ values: [Value?], _ word: (Value) -> String) -> [String] {
            values.map { $0.map(word) ?? "∅" }
        }
        switch self {
        case .wholes(let values): return words(values) { "\($0)" }
        case .decimals(let values, let scale):
            return words(values) { value in
                var (value, scale) = (value, scale)
                while scale > 0, value % 10 == 0 { (value, scale) = (value / 10, scale - 1) }
                let digits = String(value.magnitude)
                let padded = String(repeating: "0", count: Swift.max(0, scale + 1 - digits.count)) + digits
                let point = scale == 0 ? "" : ".\(padded.suffix(scale))"
                return (value < 0 ? "-" : "") + padded.dropLast(scale) + point
            }
        case .doubles(let values): return words(values) { "\($0)" }
        case .texts(let values): return words(values) { "“\($0)”" }
        case .days(let values): return words(values) { "\($0)" }
        case .microseconds(let values): return words(values) { "\($0)µs" }
        case .flags(let values): return words(values) { $0 ? "yes" : "no" }
        }
    }
}
