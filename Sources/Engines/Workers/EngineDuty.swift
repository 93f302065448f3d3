import Foundation
import Glibc
import Vocabulary
import Workers

/// What runs in a process of its own: opens an engine and answers queries, one after another.
///
/// Started by `EngineWorker` through the program's hidden command. It ends at the end of its input, and soon after the
/// process that started it; a session of Spark is ended with it.
package enum EngineDuty {
    /// - Parameters:
    ///   - input: the file number that requests come from.
    ///   - output: the file number that answers go to.
    /// - Throws: where the output is gone; whatever else fails is told to whom it works for.
    package static func run(input: Int32 = 0, output: Int32 = 1) throws {
        WorkerDuty.leaveNoImage()
        // A terminal's Control-C is for whoever started this, and its end is seen.
        signal(SIGINT, SIG_IGN)
        var lines = LineReading(from: input)
        guard let line = lines.next(), let job = try? JSONDecoder().decode(EngineJob.self, from: Data(line)) else {
            return try tell(EngineReply(refusal: .init(unreadable)), to: output)
        }
        let engine: any QueryEngine
        do throws(Refusal) {
            engine = try opened(job)
        } catch {
            return try tell(EngineReply(refusal: .init(error)), to: output)
        }
        if let spark = engine as? SparkEngine {
            WorkerDuty.endWithParent { spark.cancel() }
        } else {
            WorkerDuty.endWithParent()
        }
        try tell(EngineReply(ready: (engine as? SparkEngine)?.version ?? ""), to: output)
        while let line = lines.next() {
            guard let request = try? JSONDecoder().decode(EngineRequest.self, from: Data(line)) else {
                try tell(EngineReply(refusal: .init(unreadable)), to: output)
                continue
            }
            do throws(Refusal) {
                let answer = try engine.query(request.sql)
                let (columns, bytes) = AnswerBytes.write(answer)
                try write(EngineReply(columns: columns, rows: answer.rows, bytes: bytes.count), bytes, to: output)
            } catch {
                if error.code == "worker-output" { throw error }
                try tell(EngineReply(refusal: .init(error)), to: output)
            }
        }
    }

    private static func opened(_ job: EngineJob) throws(Refusal) -> any QueryEngine {
        if let dialect = Dialect(rawValue: job.engine), dialect != .duckDB {
            return try SparkEngine(
                SparkLibrary(path: job.library), at: SparkAddress(job.address ?? ""), dialect: dialect,
                session: job.session ?? SparkEngine.newSession())
        }
        return try Engine(
            EngineLibrary(path: job.library),
            limits: EngineLimits(
                threads: job.threads, memory: job.memory, folders: job.folders, temporaryFolder: job.temporaryFolder))
    }

    private static let unreadable = Refusal(.engine, code: "engine-worker", "A request could not be read.")

    private static func tell(_ reply: EngineReply, to output: Int32) throws(Refusal) {
        try write(reply, [], to: output)
    }

    private static func write(_ reply: EngineReply, _ bytes: [UInt8], to output: Int32) throws(Refusal) {
        guard let head = try? JSONEncoder().encode(reply) else { preconditionFailure("a reply is plain") }
        try WorkerDuty.write(Array(head) + [UInt8(ascii: "\n")], to: output)
        try WorkerDuty.write(bytes, to: output)
    }
}

extension EngineReply.Failure {
    init(_ refusal: Refusal) {
        self.init(
            kind: refusal.kind.rawValue, code: refusal.code, sentence: refusal.sentence, remedy: refusal.remedy)
    }

    var told: Refusal {
        Refusal(Refusal.Kind(rawValue: kind) ?? .engine, code: code, sentence, remedy: remedy)
    }
}
