package import ArgumentParser
package import Engines
import Foundation
package import Imports
package import Vocabulary
import Workers

extension Dialect: ExpressibleByArgument {}

/// Which engine answers large queries, and how much it may take.
package struct EngineOptions: ParsableArguments {
    @ArgumentParser.Option(
        help: ArgumentHelp(
            "What answers: duckdb, in a process beside this one; spark, a cluster; or sail, for trials (else REMIT_ENGINE, else duckdb).",
            valueName: "name"))
    package var engine: Dialect?

    @ArgumentParser.Option(
        help: ArgumentHelp(
            "Where Spark Connect, or Sail, listens: sc://host:port (else REMIT_SPARK). A token is better kept in the setting.",
            valueName: "address"))
    package var url: String?

    @ArgumentParser.Option(
        help: ArgumentHelp(
            "The folder of activity as the cluster sees it, where that is another path than here (else REMIT_SPARK_FILES).",
            valueName: "path"))
    package var sparkFiles: String?

    @ArgumentParser.Option(
        help: ArgumentHelp("Memory that DuckDB may take, in MiB; its process a third more.", valueName: "MiB"))
    package var engineMemory = 3_072

    @ArgumentParser.Option(
        help: ArgumentHelp("Seconds after which the process of the engine is ended.", valueName: "seconds"))
    package var engineSeconds = 7_200

    package init() {}

    package mutating func validate() throws {
        guard engineMemory >= 64, engineSeconds >= 1 else {
            throw ValidationError("--engine-memory takes 64 or more, --engine-seconds 1 or more.")
        }
    }

    /// The dialect in which it is to be asked.
    ///
    /// - Throws: `Refusal`, code `no-such-engine`, for a setting that names none.
    package func dialect(
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) throws(Refusal) -> Dialect {
        if let engine { return engine }
        guard let given = environment["REMIT_ENGINE"], !given.isEmpty else { return .duckDB }
        guard let dialect = Dialect(rawValue: given) else {
            throw Refusal(
                .usage, code: "no-such-engine", "The setting REMIT_ENGINE names no engine: “\(given)”.",
                remedy: "Set it to duckdb, spark or sail.")
        }
        return dialect
    }

    /// Where it finds the folder; of a cluster that may be elsewhere.
    package func place(
        of folder: String, environment: [String: String] = ProcessInfo.processInfo.environment
    ) throws(Refusal) -> String {
        guard try dialect(environment: environment) != .duckDB else { return folder }
        if let given = sparkFiles ?? environment["REMIT_SPARK_FILES"], !given.isEmpty {
            return given.hasSuffix("/") ? String(given.dropLast()) : given
        }
        return URL(fileURLWithPath: folder).standardizedFileURL.path
    }

    /// The engine for questions about activity, opened as these options say.
    ///
    /// - Throws: `Refusal`, code `no-such-engine`.
    package func activity(
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) throws(Refusal) -> ActivityEngines {
        let options = self
        return ActivityEngines(
            try dialect(environment: environment),
            place: { folder throws(Refusal) in try options.place(of: folder, environment: environment) },
            check: { () throws(Refusal) in
                switch try options.dialect(environment: environment) {
                case .duckDB: _ = try EngineLibrary.installedPath(environment: environment)
                case .spark, .sail: _ = try options.spark(environment)
                }
            },
            opening: { folders, spill, progress throws(Refusal) in
                try options.open(seeing: folders, temporaryFolder: spill, environment: environment) {
                    progress($0.seconds, $0.memory)
                }
            })
    }

    /// The engine, in a process of its own where this is the program that can be one; in this process otherwise.
    ///
    /// - Parameters:
    ///   - folders: that DuckDB may read and write.
    ///   - temporaryFolder: where DuckDB puts what memory does not hold.
    ///   - progress: told about once a second while a query runs.
    /// - Throws: `Refusal`: of kind `engine`; `no-spark-address`.
    package func open(
        seeing folders: [String], temporaryFolder: String? = nil,
        environment: [String: String] = ProcessInfo.processInfo.environment,
        progress: @escaping @Sendable (EngineWorker.Progress) -> Void = { _ in }
    ) throws(Refusal) -> any QueryEngine {
        let dialect = try dialect(environment: environment)
        switch dialect {
        case .spark, .sail:
            let (address, library) = try spark(environment)
            guard let program = WorkerDuty.program else {
                return try SparkEngine(library, at: address, dialect: dialect)
            }
            return try EngineWorker(
                library, at: address, dialect: dialect, limits: EngineWorker.Limits(seconds: Double(engineSeconds)),
                executable: program, progress: progress)
        case .duckDB:
            let library = try EngineLibrary(path: EngineLibrary.installedPath(environment: environment))
            let limits = EngineLimits(
                threads: EngineLimits.threadsForQuestions, memory: engineMemory << 20, folders: folders,
                temporaryFolder: temporaryFolder)
            guard let program = WorkerDuty.program else { return try Engine(library, limits: limits) }
            return try EngineWorker(
                library, engine: limits,
                limits: EngineWorker.Limits(memory: (engineMemory << 20) / 3 * 4, seconds: Double(engineSeconds)),
                executable: program, progress: progress)
        }
    }

    /// Takes files of activity in by a process of its own, within the engine's limits; nil where this is not the program that
    /// can be one.
    package var intake: IntakeWorker.Run? {
        guard let program = WorkerDuty.program else { return nil }
        let worker = IntakeWorker(
            executable: program, memory: (engineMemory << 20) / 3 * 4, seconds: Double(engineSeconds))
        return { order, progress, isStopped in try worker.run(order, progress: progress, isStopped: isStopped) }
    }

    /// Where Spark listens, and the driver.
    private func spark(_ environment: [String: String]) throws(Refusal) -> (SparkAddress, SparkLibrary) {
        guard let text = url ?? environment["REMIT_SPARK"], !text.isEmpty else {
            throw Refusal(
                .usage, code: "no-spark-address", "Nothing says where Spark listens.",
                remedy: "Give --url sc://host:port, or set REMIT_SPARK.")
        }
        return (try SparkAddress(text), try SparkLibrary.installed(environment: environment))
    }
}
