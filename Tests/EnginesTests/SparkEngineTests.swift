import Foundation
import Testing
import Vocabulary

@testable import Engines

@Suite struct SparkAddressTests {
    @Test(arguments: [
        ("sc://localhost", "sc://localhost:15002"), ("sc://spark.example:443/;token=secret", "sc://spark.example:443"),
        ("sc://[::1]:15002", "sc://[::1]:15002"),
    ])
    func `an address is shown without what follows the port`(text: String, shown: String) throws {
        #expect(try SparkAddress(text).description == shown)
    }

    @Test(arguments: [
        "", "localhost:15002", "http://localhost:15002", "sc://", "sc://:1", "sc://a:0", "sc://a:x", "sc://a b:1",
    ])
    func `an address in another form is refused`(text: String) {
        let refusal = #expect(throws: Refusal.self) { try SparkAddress(text) }
        #expect(refusal?.code == "spark-address" && refusal?.kind == .usage)
    }
}

@Suite struct SparkLibraryTests {
    @Test func `a driver that is not there is a refusal that says how to get it`() {
        let refusal = #expect(throws: Refusal.self) {
            try SparkLibrary.installed(environment: ["REMIT_SPARK_DRIVER": "/nowhere/libspark.so"])
        }
        #expect(refusal?.code == "engine-not-installed")
        #expect(refusal?.sentence == "The driver for Spark is not installed: there is no file /nowhere/libspark.so.")
        #expect(refusal?.remedy?.contains("./do setup spark") == true)
    }

    @Test(.enabled(if: Installed.spark != nil, "the driver for Spark is not installed: ./do setup spark"))
    func `where nobody listens that is said at once`() throws {
        let before = ContinuousClock.now
        let refusal = #expect(throws: Refusal.self) {
            try SparkEngine(Installed.spark!, at: SparkAddress("sc://127.0.0.1:9"))
        }
        #expect(refusal?.code == "spark-unreachable")
        #expect(
            refusal?.sentence
                == "No server of Spark Connect answers at sc://127.0.0.1:9: connection refused.")
        #expect(ContinuousClock.now - before < .seconds(10))
    }
}

@Suite(.serialized, .enabled(if: Installed.cluster != nil, Installed.noCluster))
struct SparkEngineTests {
    @Test func `every type is read, with what is missing`() throws {
        let answer = try Installed.sparkEngine().query(
            """
            SELECT 1 AS i, 9000000000L AS l, CAST(1.5 AS DOUBLE) AS d, 'é ''"\\\\' AS t, true AS f, DATE '2024-02-29' AS day,
              CAST(-1234.56 AS DECIMAL(18,2)) AS m, CAST(NULL AS DECIMAL(38,2)) AS nm,
              CAST(99999999999999999999999999999999999.99 AS DECIMAL(38,2)) AS big, NULL AS n,
              TIMESTAMP '1969-12-31 23:59:59.5' AS at, CAST(NULL AS DATE) AS nd, CAST(7 AS TINYINT) AS b
            """)
        #expect(answer["i"].wholes == [1])
        #expect(answer["l"].wholes == [9_000_000_000])
        #expect(answer["d"].doubles == [1.5])
        #expect(answer["t"].texts == ["é '\"\\"])
        #expect(answer["f"].flags == [true])
        #expect(answer["day"].days == [Day("2024-02-29")])
        #expect(answer["m"].money == [Money(pence: -123_456)])
        #expect(answer["nm"].decimals?.values == [nil] && answer["nm"].decimals?.scale == 2)
        #expect(answer["big"].decimals?.values == [9_999_999_999_999_999_999_999_999_999_999_999_999])
        #expect(answer["n"].values == .texts([nil]))
        #expect(answer["at"].microseconds == [-500_000])
        #expect(answer["nd"].days == [nil])
        #expect(answer["b"].wholes == [7])
    }

    @Test func `an answer without rows keeps its columns`() throws {
        let answer = try Installed.sparkEngine().query(
            "SELECT id, CAST(id AS DECIMAL(9,2)) AS m FROM range(5) WHERE id > 9")
        #expect(answer.rows == 0)
        #expect(answer.columns.map(\.name) == ["id", "m"])
        #expect(answer["m"].decimals?.scale == 2)
    }

    @Test func `a million rows are read in many batches, in order`() throws {
        let answer = try Installed.sparkEngine().query(
            "SELECT id, CASE WHEN id % 7 = 0 THEN NULL ELSE concat('t', id) END AS t FROM range(1000000) ORDER BY id")
        #expect(answer.rows == 1_000_000)
        #expect(answer["id"].wholes?.compactMap { $0 }.reduce(0, +) == 499_999_500_000)
        #expect(answer["id"].wholes?.last == 999_999)
        #expect(answer["t"].texts?.count { $0 == nil } == 142_858)
        #expect(answer["t"].texts?[999_998] == "t999998")
    }

    @Test func `views last as long as the session, and no longer`() throws {
        let first = try Installed.sparkEngine()
        try first.define("rows_seen", as: "SELECT id FROM range(3)")
        #expect(try first.query("SELECT count(*) AS n FROM rows_seen")["n"].wholes == [3])
        let second = try Installed.sparkEngine()
        #expect(throws: Refusal.self) { try second.query("SELECT count(*) AS n FROM rows_seen") }
        #expect(first.version.hasPrefix("4."))
    }

    @Test func `a fault in a query or in a value is a refusal with Spark's words`() throws {
        let engine = try Installed.sparkEngine()
        for (sql, words) in [
            ("SELECT nothing FROM nowhere", "nowhere"), ("SELEC 1", "SELEC"),
            ("SELECT CAST('x' AS INT) AS n", "CAST_INVALID_INPUT"),
            ("SELECT id / 0 AS q FROM range(3)", "DIVIDE_BY_ZERO"),
            ("SELECT raise_error('in the middle') AS e FROM range(5)", "in the middle"),
            ("SELECT * FROM parquet.`/nowhere/at/all.parquet`", "PATH_NOT_FOUND"),
        ] {
            let refusal = #expect(throws: Refusal.self) { try engine.query(sql) }
            #expect(
                refusal?.code == "engine-failed" && refusal?.sentence.contains(words) == true,
                "\(refusal?.sentence ?? "")")
        }
        #expect(throws: Refusal.self) { try engine.query("SELECT array(1, 2) AS l") }
        #expect(try engine.query("SELECT 1 AS one")["one"].wholes == [1], "the session goes on")
    }

    @Test func `a query is stopped from another thread, and the cluster with it`() throws {
        let engine = try Installed.sparkEngine()
        Thread.detachNewThread {
            Thread.sleep(forTimeInterval: 3)
            engine.cancel()
        }
        let refusal = #expect(throws: Refusal.self) { try engine.query(Installed.endlessQuery) }
        #expect(refusal?.code == "engine-cancelled")
        #expect(throws: refusal!) { try engine.query("SELECT 1 AS one") }
        try expectFreeCluster()
    }

    @Test func `a session that another process left is ended, and the cluster is free`() throws {
        let session = SparkEngine.newSession()
        Thread.detachNewThread {
            // As of a process that was killed: nobody waits for its answer or ends its session.
            let left = try? SparkEngine(Installed.spark!, at: Installed.cluster!, session: session)
            _ = try? left?.query(Installed.endlessQuery)
        }
        Thread.sleep(forTimeInterval: 3)
        SparkEngine.end(session, Installed.spark!, at: Installed.cluster!)
        try expectFreeCluster()
    }

    /// Both cores would be taken where the cluster still worked on what was stopped.
    private func expectFreeCluster() throws {
        let before = ContinuousClock.now
        let answer = try Installed.sparkEngine().query("SELECT sum(id) AS s FROM range(0, 1000000, 1, 2)")
        #expect(answer["s"].wholes == [499_999_500_000])
        #expect(ContinuousClock.now - before < .seconds(30))
    }
}
