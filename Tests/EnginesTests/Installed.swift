import Foundation
import TestSupport

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
