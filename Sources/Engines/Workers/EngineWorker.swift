import Foundation
package import Glibc
import Synchronization
package import Vocabulary
import Workers

/// A query engine in a process of its own, within limits: whatever becomes of it, this process goes on.
///
/// It answers as the engine itself would, on the thread that asks. Where the worker dies, is cancelled or goes beyond a
/// limit, the query that runs and all later ones are one refusal; a session of Spark is then ended too, so that the
/// cluster does not go on. The worker ends with this value.
package final class EngineWorker: QueryEngine, @unchecked Sendable {
    /// What a worker may take.
    package struct Limits: Sendable {
        /// Resident memory in bytes, looked at ten times a second.
        package var memory: Int
        /// From its start to its end.
        package var seconds: Double

        package init(memory: Int = 4 << 30, seconds: Double = 3_600) {
            self.memory = memory
            self.seconds = seconds
        }
    }

    /// How a query that runs is getting on.
    package struct Progress: Sendable {
        /// Since it was asked.
        package let seconds: Double
        /// Of the worker, in bytes; on a cluster that is little.
        package let memory: Int
    }

    package let dialect: Dialect
    private let limits: Limits
    private let progress: @Sendable (Progress) -> Void
    /// Ends what the worker has elsewhere.
    private let endElsewhere: () -> Void
    private var worker: WorkerProcess?
    private var unread: [UInt8] = []
    private let begun = ContinuousClock.now
    private var over: Refusal?
    private let isCancelled = Mutex(false)

    /// DuckDB.
    ///
    /// - Parameters:
    ///   - engine: what DuckDB itself keeps to; give it less memory than the worker.
    ///   - executable: a program that runs `EngineDuty` when it is given `arguments`.
    ///   - progress: told about once a second while a query runs.
    /// - Throws: `Refusal` of kind `engine`, as `Engine` or `query`.
    package convenience init(
        _ library: EngineLibrary, engine: EngineLimits, limits: Limits = Limits(), executable: String,
        arguments: [String] = ["engine-worker"], progress: @escaping @Sendable (Progress) -> Void = { _ in }
    ) throws(Refusal) {
        try self.init(
            EngineJob(library, limits: engine), .duckDB, limits, executable, arguments, progress, endElsewhere: {})
    }

    /// A Spark cluster, or what speaks its protocol.
    package convenience init(
        _ library: SparkLibrary, at address: SparkAddress, dialect: Dialect = .spark, limits: Limits = Limits(),
        executable: String,
        arguments: [String] = ["engine-worker"], progress: @escaping @Sendable (Progress) -> Void = { _ in }
    ) throws(Refusal) {
        let session = SparkEngine.newSession()
        try self.init(
            EngineJob(library, at: address, dialect: dialect, session: session), dialect, limits, executable, arguments,
            progress, endElsewhere: { SparkEngine.end(session, library, at: address) })
    }

    private init(
        _ job: EngineJob, _ dialect: Dialect, _ limits: Limits, _ executable: String, _ arguments: [String],
        _ progress: @escaping @Sendable (Progress) -> Void, endElsewhere: @escaping () -> Void
    ) throws(Refusal) {
        (self.dialect, self.limits, self.progress, self.endElsewhere) = (dialect, limits, progress, endElsewhere)
        let worker = try WorkerProcess(
            executable: executable, arguments: arguments, environment: ProcessInfo.processInfo.environment,
            title: "the query engine", code: "engine-worker")
        self.worker = worker
        _ = try exchange(job)
    }

    deinit { worker?.end() }

    /// The worker's process; nil where it is over.
    package var process: pid_t? { worker?.process }

    package func query(_ sql: String) throws(Refusal) -> EngineAnswer {
        let (reply, bytes) = try exchange(EngineRequest(sql: sql))
        guard let columns = reply.columns, let answer = AnswerBytes.read(columns, rows: reply.rows, bytes) else {
            throw give(up: EngineWorker.lost("it said what is no answer"))
        }
        return answer
    }

    package func cancel() { isCancelled.withLock { $0 = true } }

    // MARK: - The exchange

    private func exchange(_ message: some Encodable) throws(Refusal) -> (EngineReply, [UInt8]) {
        if let over { throw over }
        guard let line = try? JSONEncoder().encode(message) else { preconditionFailure("a request is plain") }
        worker?.queue(Array(line))
        let asked = ContinuousClock.now
        var told = 0
        while true {
            if let (reply, bytes) = try arrived() {
                if let refusal = reply.refusal { throw refusal.told }
                return (reply, bytes)
            }
            try wait()
            let seconds = (ContinuousClock.now - asked) / .seconds(1)
            if Int(seconds) > told {
                told = Int(seconds)
                progress(Progress(seconds: seconds, memory: worker?.residentMemory ?? 0))
            }
        }
    }

    /// Waits a tenth of a second at most for something to happen, and holds the worker to its limits.
    private func wait() throws(Refusal) {
        guard worker != nil else { preconditionFailure("a worker that is over is asked nothing") }
        var interest = [worker!.interest]
        _ = poll(&interest, 1, 100)
        let events = Int32(interest[0].revents)
        if events & POLLOUT != 0, !worker!.send() { throw give(up: nil) }
        if events & (POLLIN | POLLHUP | POLLERR) != 0, !worker!.receive(into: &unread) { throw give(up: nil) }
        if isCancelled.withLock({ $0 }) {
            throw give(
                up: Refusal(.engine, code: "engine-cancelled", "The query engine was stopped before it was done."))
        }
        if (ContinuousClock.now - begun) / .seconds(1) > limits.seconds {
            throw give(
                up: Refusal(
                    .engine, code: "engine-worker-time",
                    "The query engine was stopped after \(Int(limits.seconds)) seconds, the time that it was given.",
                    remedy: "Ask of fewer rows, give it more time, or move to a cluster (docs/spark.md)."))
        }
        let memory = worker!.residentMemory
        if memory > limits.memory {
            throw give(
                up: Refusal(
                    .engine, code: "engine-worker-memory",
                    "The query engine was stopped: it took \(memory >> 20) MiB of memory, more than the "
                        + "\(limits.memory >> 20) MiB that it was given.",
                    remedy: "Ask of fewer rows, give it more memory, or move to a cluster (docs/spark.md)."))
        }
    }

    /// The reply that has come whole, with the bytes that belong to it; nil where more must come.
    private func arrived() throws(Refusal) -> (EngineReply, [UInt8])? {
        guard let end = unread.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
        guard let reply = try? JSONDecoder().decode(EngineReply.self, from: Data(unread[..<end])), reply.bytes >= 0
        else { throw give(up: EngineWorker.lost("it said what is no answer")) }
        guard unread.count - end - 1 >= reply.bytes else { return nil }
        let bytes = Array(unread[(end + 1)..<(end + 1 + reply.bytes)])
        unread.removeSubrange(...(end + reply.bytes))
        return (reply, bytes)
    }

    /// Ends the worker and what it has elsewhere; from here on nothing else is answered.
    ///
    /// - Parameter refusal: nil where the worker ended by itself.
    private func give(up refusal: Refusal?) -> Refusal {
        let signal = worker?.end()
        worker = nil
        endElsewhere()
        let why = signal.map { "it was ended by signal \($0) (\(String(cString: strsignal($0))))" } ?? "it ended"
        let refusal = refusal ?? EngineWorker.lost(why)
        over = refusal
        return refusal
    }

    private static func lost(_ why: String) -> Refusal {
        Refusal(
            .engine, code: "engine-worker-lost",
            "The process of the query engine was lost before it had answered: \(why).",
            remedy: "Ask again; nothing was kept of it. Where it happens again, the machine may be short of memory: "
                + "give the engine less.")
    }
}
