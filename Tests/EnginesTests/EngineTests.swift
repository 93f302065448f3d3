import Dispatch
import Foundation
import Synchronization
import Testing
import Vocabulary

@testable import Engines

@Suite(.enabled(if: Installed.isThere, "\(Installed.missing)"))
struct EngineTests {
    @Test func `an answer has typed columns, in the order of the query`() throws {
        let answer = try Installed.engine().query(
            """
            SELECT * FROM (VALUES (1, 12.34::DECIMAL(9,2), 'Ångström', DATE '2024-02-29', true, 0.5::DOUBLE),
              (NULL, NULL, NULL, NULL, NULL, NULL)) AS t(a, b, c, d, e, f)
            """)
        #expect(answer.columns.map(\.name) == ["a", "b", "c", "d", "e", "f"])
        #expect(answer["a"].wholes == [1, nil])
        #expect(answer["b"].values == .decimals([1234, nil], scale: 2))
        #expect(answer["b"].money == [Money(pence: 1234), nil])
        #expect(answer["c"].texts == ["Ångström", nil])
        #expect(answer["d"].days == [Day("2024-02-29"), nil])
        #expect(answer["e"].flags == [true, nil])
        #expect(answer["f"].doubles == [0.5, nil])
    }

    @Test(arguments: [
        ("(-3)::TINYINT", EngineValues.wholes([-3])), ("200::UTINYINT", .wholes([200])),
        ("(-30000)::SMALLINT", .wholes([-30000])), ("4000000000::UINTEGER", .wholes([4_000_000_000])),
        ("(-9223372036854775807)::BIGINT", .wholes([-9_223_372_036_854_775_807])),
        ("18446744073709551615::UBIGINT", .decimals([18_446_744_073_709_551_615], scale: 0)),
        ("(-1)::HUGEINT", .decimals([-1], scale: 0)), ("0.25::FLOAT", .doubles([0.25])),
        (
            "-99999999999999999999999999999999999.999::DECIMAL(38,3)",
            .decimals([-99_999_999_999_999_999_999_999_999_999_999_999_999], scale: 3)
        ),
        ("'b'::ENUM('a', 'b')", .texts(["b"])), ("''", .texts([""])), ("CAST(NULL AS VARCHAR)", .texts([nil])),
    ])
    func `a value of any type comes out as it is`(sql: String, values: EngineValues) throws {
        #expect(try Installed.engine().query("SELECT \(sql)").columns[0].values == values)
    }

    @Test func `a long answer comes in many batches and loses no row`() throws {
        let answer = try Installed.engine().query("SELECT i, i % 7 = 0 AS f, 't' || i AS t FROM range(100000) r(i)")
        #expect(answer.rows == 100_000)
        #expect(answer["i"].wholes?.compactMap { $0 }.reduce(0, +) == 4_999_950_000)
        #expect(answer["f"].flags?.count { $0 == true } == 14_286)
        #expect(answer["t"].texts?.last == "t99999")
    }

    @Test func `sums of pence are exact beyond 64 bits`() throws {
        let answer = try Installed.engine().query(
            "SELECT sum(c) AS c FROM (SELECT 9999999999999999.99::DECIMAL(18,2) AS c FROM range(1000))")
        #expect(answer["c"].decimals?.values == [999_999_999_999_999_999_000])
    }

    @Test func `a fault in a query is a refusal with the engine's words`() throws {
        let engine = try Installed.engine()
        let refusal = #expect(throws: Refusal.self) { try engine.query("SELECT nothing FROM nowhere") }
        #expect(refusal?.code == "engine-failed" && refusal?.kind == .engine)
        #expect(refusal?.sentence.contains("nowhere") == true)
        #expect(throws: Refusal.self) { try engine.query("SELECT [1, 2]") }
        #expect(throws: Refusal.self) { try engine.query("SELECT error('in the middle') FROM range(5)") }
    }

    @Test func `a query is stopped from another thread`() throws {
        let engine = try Installed.engine()
        let isOver = Flag()
        let hasStopped = DispatchSemaphore(value: 0)
        // A thread of its own, again and again: nothing says when the query has begun.
        Thread.detachNewThread {
            while !isOver.isUp {
                Thread.sleep(forTimeInterval: 0.05)
                engine.cancel()
            }
            hasStopped.signal()
        }
        let refusal = #expect(throws: Refusal.self) {
            try engine.query("SELECT count(*) FROM range(100000000000) a(i) WHERE hash(i) = 1")
        }
        isOver.raise()
        hasStopped.wait()
        #expect(refusal?.code == "engine-cancelled")
        #expect(try engine.query("SELECT 1 AS one")["one"].wholes == [1], "the engine goes on")
    }
}

/// Seen by two threads.
final class Flag: Sendable {
    private let state = Mutex(false)

    var isUp: Bool { state.withLock { $0 } }
    func raise() { state.withLock { $0 = true } }
}
