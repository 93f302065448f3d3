import Foundation
import Synchronization
import Testing
import Vocabulary

@testable import Engines

@Suite(.enabled(if: Installed.isThere && Installed.program != nil, "\(Installed.missing)"))
struct EngineWorkerTests {
    /// For minutes, in little memory.
    private let long = "SELECT count(*) AS n FROM range(100000000000) a(i) WHERE hash(i) = 1"

    private func worker(
        memory: Int = 2 << 30, seconds: Double = 60, folders: [String] = [],
        progress: @escaping @Sendable (EngineWorker.Progress) -> Void = { _ in }
    ) throws -> EngineWorker {
        try EngineWorker(
            Installed.library!, engine: EngineLimits(memory: 1 << 30, folders: folders),
            limits: EngineWorker.Limits(memory: memory, seconds: seconds), executable: Installed.program!,
            progress: progress)
    }

    /// A worker that is a line of shell.
    private func shell(_ line: String) throws -> EngineWorker {
        try EngineWorker(
            Installed.library!, engine: EngineLimits(), limits: EngineWorker.Limits(seconds: 5), executable: "/bin/sh",
            arguments: ["-c", line])
    }

    @Test func `a worker answers as the engine itself does, value for value`() throws {
        let sql = """
            SELECT i, CASE WHEN i % 3 = 0 THEN NULL ELSE 'é' || i END AS t, CAST(i AS DECIMAL(38,4)) * -1 AS m,
                DATE '2024-02-29' + CAST(i AS INTEGER) AS d, i % 2 = 0 AS f, i / 7.0::DOUBLE AS x,
                TIMESTAMP '2025-01-01 00:00:00.000001' + to_days(CAST(i AS INTEGER)) AS at
            FROM range(200000) r(i) ORDER BY i
            """
        let (there, here) = (try worker().query(sql), try Installed.engine().query(sql))
        #expect(there.columns.map(\.name) == here.columns.map(\.name))
        #expect(there.rows == 200_000)
        for (first, second) in zip(there.columns, here.columns) { #expect(first.values == second.values) }
        #expect(try worker().query("SELECT 1 AS a WHERE false").rows == 0)
    }

    @Test func `a worker keeps what it was told, and its engine's refusals come out as they are`() throws {
        let worker = try worker()
        try worker.run("CREATE TABLE held AS SELECT 7 AS n")
        let refusal = #expect(throws: Refusal.self) { try worker.query("SELECT nothing FROM nowhere") }
        #expect(refusal?.code == "engine-failed" && refusal?.sentence.contains("nowhere") == true)
        #expect(try worker.query("SELECT n FROM held")["n"].wholes == [7])
        #expect(throws: Refusal.self) { try worker.query("SELECT * FROM read_csv('/etc/passwd')") }
    }

    @Test func `a worker that is killed is one refusal, and all that is asked later is the same`() throws {
        let worker = try worker()
        let process = worker.process!
        Thread.detachNewThread {
            Thread.sleep(forTimeInterval: 0.5)
            kill(process, SIGKILL)
        }
        let refusal = #expect(throws: Refusal.self) { try worker.query(long) }
        #expect(refusal?.code == "engine-worker-lost" && refusal?.kind == .engine)
        #expect(refusal?.sentence.contains("signal 9") == true, "\(refusal?.sentence ?? "")")
        #expect(throws: refusal!) { try worker.query("SELECT 1 AS one") }
        #expect(worker.process == nil)
    }

    @Test(arguments: [
        "kill -SEGV $$", "exit 0", "echo garbage; exec sleep 20",
        #"read x; echo '{"rows":1,"bytes":-5}'; exec sleep 20"#,
        #"read x; echo '{"ready":"1","rows":0,"bytes":0}'; read y; echo '{"columns":[{"name":"a","type":"whole"}],"rows":9,"bytes":3}'; printf abc; exec sleep 20"#,
    ])
    func `a worker that crashes or lies is a refusal and not the end of the caller`(_ line: String) throws {
        let refusal = #expect(throws: Refusal.self) { try shell(line).query("SELECT 1 AS one") }
        #expect(refusal?.code == "engine-worker-lost")
    }

    @Test func `a worker over its time is ended`() throws {
        let before = ContinuousClock.now
        let refusal = #expect(throws: Refusal.self) { try worker(seconds: 1).query(long) }
        #expect(refusal?.code == "engine-worker-time")
        #expect(refusal?.sentence == "The query engine was stopped after 1 seconds, the time that it was given.")
        #expect(ContinuousClock.now - before < .seconds(10))
    }

    @Test func `a worker over its memory is ended`() throws {
        let refusal = #expect(throws: Refusal.self) {
            try worker(memory: 200 << 20).query("SELECT list(hash(i)) AS l, count(*) AS n FROM range(60000000) r(i)")
        }
        #expect(refusal?.code == "engine-worker-memory", "\(refusal?.sentence ?? "")")
    }

    @Test func `a worker is cancelled from another thread, and is gone`() throws {
        let worker = try worker()
        let process = worker.process!
        Thread.detachNewThread {
            Thread.sleep(forTimeInterval: 0.5)
            worker.cancel()
        }
        let refusal = #expect(throws: Refusal.self) { try worker.query(long) }
        #expect(refusal?.code == "engine-cancelled")
        #expect(kill(process, 0) != 0, "its process is no more")
    }

    @Test func `progress is told about once a second`() throws {
        let told = Mutex<[Double]>([])
        let worker = try worker(seconds: 3.5) { progress in told.withLock { $0.append(progress.seconds) } }
        #expect(throws: Refusal.self) { try worker.query(long) }
        #expect((2...3).contains(told.withLock { $0.count }))
    }

    @Test func `a worker without its program is a refusal`() {
        let refusal = #expect(throws: Refusal.self) {
            try EngineWorker(Installed.library!, engine: EngineLimits(), executable: "/nowhere/remit")
        }
        #expect(refusal?.code == "engine-worker")
    }
}

@Suite(.serialized, .enabled(if: Installed.cluster != nil && Installed.program != nil, Installed.noCluster))
struct SparkWorkerTests {
    private func worker(seconds: Double = 120) throws -> EngineWorker {
        try EngineWorker(
            Installed.spark!, at: Installed.cluster!, limits: EngineWorker.Limits(seconds: seconds),
            executable: Installed.program!)
    }

    @Test func `Spark answers through a worker, and is free again when the worker is killed`() throws {
        let worker = try worker()
        #expect(
            try worker.query("SELECT CAST(1.25 AS DECIMAL(9,2)) AS m, DATE '2025-04-01' AS d")["m"].money == [
                Money(pence: 125)
            ])
        let process = worker.process!
        Thread.detachNewThread {
            Thread.sleep(forTimeInterval: 3)
            kill(process, SIGKILL)
        }
        let refusal = #expect(throws: Refusal.self) { try worker.query(Installed.endlessQuery) }
        #expect(refusal?.code == "engine-worker-lost")
        let before = ContinuousClock.now
        let answer = try Installed.sparkEngine().query("SELECT sum(id) AS s FROM range(0, 1000000, 1, 2)")
        #expect(answer["s"].wholes == [499_999_500_000])
        #expect(ContinuousClock.now - before < .seconds(30), "the cluster went on with what was asked")
    }

    @Test func `a server that is not there is the same refusal through a worker`() throws {
        let refusal = #expect(throws: Refusal.self) {
            try EngineWorker(Installed.spark!, at: SparkAddress("sc://127.0.0.1:9"), executable: Installed.program!)
        }
        #expect(refusal?.code == "spark-unreachable")
    }
}
