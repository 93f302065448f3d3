import Foundation
import Testing
import Vocabulary

@testable import Engines

@Suite(.serialized, .enabled(if: Installed.cluster != nil && Installed.isThere, Installed.noCluster))
struct SparkDifferenceTests {
    /// REMIT_DIFFERENCES: how many queries, REMIT_SEED: another stream of them.
    private static func setting(_ name: String, _ usual: Int) -> Int {
        ProcessInfo.processInfo.environment[name].flatMap { Int($0) } ?? usual
    }

    @Test func `Spark and DuckDB answer random queries equally, in rows and to the last decimal`() throws {
        let seed = Self.setting("REMIT_SEED", 7)
        let tables = try RandomTables(rows: 3_000, seed: seed)
        let (duck, spark) = (
            try Installed.engine(EngineLimits(folders: [tables.folder.path])), try Installed.sparkEngine()
        )
        for engine in [duck, spark] as [any QueryEngine] { try tables.define(in: engine) }
        var (generator, rows) = (QueryGenerator(seed: UInt64(seed)), 0)
        for _ in 0..<Self.setting("REMIT_DIFFERENCES", 60) {
            let sql = generator.query()
            // Of a doubled quotation mark Sail makes none; a dialect's texts have none.
            let other = spark.dialect == .sail ? sql.replacing("''", with: "\\'") : sql
            let (first, second) = (try duck.query(sql).plainRows(), try spark.query(other).plainRows())
            rows += first.count
            guard first != second else { continue }
            let differing = zip(first, second).first { $0 != $1 }
            Issue.record(
                "\(first.count) and \(second.count) rows; \(differing?.0 ?? "") against \(differing?.1 ?? ""): \(sql)")
        }
        #expect(rows > 1_000, "queries without rows show nothing")
    }

    @Test func `what a dialect writes means the same on both`() throws {
        for engine in [try Installed.engine(), try Installed.sparkEngine()] as [any QueryEngine] {
            let dialect = engine.dialect
            let answer = try engine.query(
                """
                SELECT \(dialect.quotient("-7", "2")) AS q, \(dialect.days(from: "DATE '2024-02-28'", to: "DATE '2024-03-01'")) AS n,
                    \(dialect.text("it's a \\ and a é")) AS t
                """)
            #expect(answer["q"].wholes == [-3])
            #expect(answer["n"].wholes == [2])
            #expect(answer["t"].texts == ["it's a \\ and a é"])
        }
    }
}

/// Last of all, in a run of its own: afterwards one of the two workers is gone.
@Suite(
    .enabled(
        if: Installed.doomedWorker != nil && Installed.isThere, "no worker of a Spark cluster was given to be killed"))
struct SparkKillTests {
    @Test func `a query answers equally although a worker is killed in the middle of it`() throws {
        let folder = try TemporaryFolder()
        let duck = try Installed.engine(EngineLimits(folders: [folder.path]))
        for part in 0..<8 {
            try duck.run(
                """
                COPY (SELECT i AS id, CAST(hash(i) % 90000 AS BIGINT) AS patient, CAST(hash(i, 1) % 100000 AS DECIMAL(18,2)) AS cost
                FROM range(\(part * 500_000), \((part + 1) * 500_000)) r(i))
                TO \(SQLText.quoted("\(folder.path)/part-\(part).parquet")) (FORMAT parquet)
                """)
        }
        func sql(_ engine: any QueryEngine) -> String {
            """
            SELECT patient % 10 AS g, count(*) AS n, sum(cost) AS cost, sum(running) AS running FROM (
                SELECT patient, cost, sum(cost) OVER (PARTITION BY patient ORDER BY id) AS running
                FROM \(engine.dialect.files("\(folder.path)/part-*.parquet"))
            ) r GROUP BY patient % 10
            """
        }
        let expected = try duck.query(sql(duck)).plainRows()
        let spark = try Installed.sparkEngine()
        let killed = KillMoment()
        Thread.detachNewThread {
            Thread.sleep(forTimeInterval: 5)
            // The worker leads a group, of which its executor is.
            killed.mark(kill(-Installed.doomedWorker!, SIGKILL))
        }
        let answer = try spark.query(sql(spark)).plainRows()
        #expect(killed.isPast, "the query was over before the worker was killed: it shows nothing")
        #expect(answer == expected)
        #expect(expected.count == 10)
    }
}
