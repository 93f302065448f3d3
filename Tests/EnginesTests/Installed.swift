import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Engines

/// The engine that is installed; nil where there is none: then its tests are skipped.
enum Installed {
    static let library: EngineLibrary? = {
        let given = ProcessInfo.processInfo.environment["REMIT_DUCKDB"]
        let path = given ?? checkout.appendingPathComponent(".engines/duckdb/libduckdb.so").path
        return try? EngineLibrary(path: path)
    }()

    static let isThere = library != nil
    static let missing = "the query engine is not installed: ./do setup engines"

    static let spark: SparkLibrary? = {
        let given = ProcessInfo.processInfo.environment["REMIT_SPARK_DRIVER"]
        let path = given ?? checkout.appendingPathComponent(".engines/spark/libadbc_driver_spark.so").path
        return try? SparkLibrary(path: path)
    }()

    /// A program that runs the engine's worker, built beside the tests; nil where it was not.
    static let program: String? = {
        let manager = FileManager.default
        let running = (try? manager.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        for word in CommandLine.arguments + [running] {
            var folder = URL(fileURLWithPath: word).deletingLastPathComponent()
            for _ in 0..<4 {
                // The product's name, and the target's where no product is asked for.
                for name in ["bench", "Bench"] {
                    let program = folder.appendingPathComponent(name).path
                    var isFolder: ObjCBool = false
                    if manager.fileExists(atPath: program, isDirectory: &isFolder), !isFolder.boolValue,
                        manager.isExecutableFile(atPath: program)
                    {
                        return program
                    }
                }
                folder.deleteLastPathComponent()
            }
        }
        return nil
    }()

    /// The cluster's address that the tests were given; nil where there is none: then its tests are skipped.
    static let cluster: SparkAddress? = {
        let given = ProcessInfo.processInfo.environment["REMIT_SPARK"] ?? ""
        return spark == nil || given.isEmpty ? nil : try? SparkAddress(given)
    }()

    static let noCluster: Comment = "no Spark cluster was given (REMIT_SPARK): ./do test engines starts one"

    /// A worker of the cluster that a test may kill, by the number of its process group.
    static let doomedWorker: pid_t? = {
        let given = ProcessInfo.processInfo.environment["REMIT_SPARK_DOOMED"] ?? ""
        return cluster == nil ? nil : pid_t(given)
    }()

    /// Of both workers, for hours.
    static let endlessQuery = "SELECT count(*) AS n FROM range(0, 100000000000000, 1, 2) WHERE hash(id) = 1"

    /// Spark, or Sail where the setting REMIT_ENGINE says so.
    static func sparkEngine() throws -> SparkEngine {
        let given = ProcessInfo.processInfo.environment["REMIT_ENGINE"] ?? ""
        return try SparkEngine(spark!, at: cluster!, dialect: Dialect(rawValue: given) ?? .spark)
    }

    static func engine(_ limits: EngineLimits = EngineLimits()) throws -> Engine {
        try Engine(library!, limits: limits)
    }
}

/// A folder that goes with the test.
final class TemporaryFolder {
    let path: String

    init() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("remit-engines-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        path = folder.path
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}

/// When something was killed, seen by two threads.
final class KillMoment: Sendable {
    private let status = Mutex<Int32?>(nil)

    func mark(_ result: Int32) { status.withLock { $0 = result } }

    /// True where it was killed already, and was there to be killed.
    var isPast: Bool { status.withLock { $0 == 0 } }
}
