import CAdbc
import Foundation
import Glibc
package import Vocabulary

/// The query engine DuckDB, opened at run time as a driver of ADBC (Arrow Database Connectivity) 1.1.
///
/// Nothing links to it, so the product builds and runs without it. It is looked for where `REMIT_DUCKDB` says, or else
/// in `.engines/duckdb/` or `lib/remit/duckdb/` beside the program or above it; never in the working folder. Where a
/// `libduckdb-names.so` lies beside it, that is opened first: the library of the pinned wheel is a module of CPython
/// too and looks for its names. It stays open until the process ends.
package struct EngineLibrary: @unchecked Sendable {
    package let path: String
    /// The driver's table of functions. It is never freed: what it made may outlive any owner.
    let driver: UnsafeMutablePointer<AdbcDriver>

    /// - Throws: `Refusal` of kind `engine`: `engine-not-installed` where there is no file, `engine-unfit` where it is
    ///   no such driver.
    package init(path: String) throws(Refusal) {
        guard FileManager.default.fileExists(atPath: path) else { throw EngineLibrary.missing(at: path) }
        let names = URL(fileURLWithPath: path).deletingLastPathComponent()
            .appendingPathComponent("libduckdb-names.so").path
        if FileManager.default.fileExists(atPath: names), dlopen(names, RTLD_NOW | RTLD_GLOBAL) == nil {
            throw EngineLibrary.unfit(names, EngineLibrary.reason)
        }
        guard let opened = dlopen(path, RTLD_LAZY | RTLD_LOCAL) else {
            throw EngineLibrary.unfit(path, EngineLibrary.reason)
        }
        guard let symbol = dlsym(opened, "duckdb_adbc_init") else {
            throw EngineLibrary.unfit(path, "it has no function duckdb_adbc_init")
        }
        let fill = unsafeBitCast(symbol, to: AdbcDriverInitFunc.self)
        driver = .allocate(capacity: 1)
        driver.initialize(to: AdbcDriver())
        var error = AdbcError()
        guard fill(Int32(ADBC_VERSION_1_1), driver, &error) == UInt8(ADBC_OK) else {
            throw EngineLibrary.unfit(path, EngineFault.message(&error))
        }
        self.path = path
    }

    /// The library that is installed.
    ///
    /// - Throws: `Refusal`, code `engine-not-installed`, where there is none; otherwise as `init`.
    package static func installed() throws(Refusal) -> EngineLibrary { try EngineLibrary(path: installedPath()) }

    /// Where the library lies: see the type. The file is there when this returns.
    package static func installedPath(
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) throws(Refusal) -> String {
        let manager = FileManager.default
        if let given = environment["REMIT_DUCKDB"], !given.isEmpty {
            guard manager.fileExists(atPath: given) else { throw missing(at: given) }
            return given
        }
        let program = (try? manager.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
        var folder = URL(fileURLWithPath: program).deletingLastPathComponent()
        while folder.path != "/" {
            for place in [".engines/duckdb/libduckdb.so", "lib/remit/duckdb/libduckdb.so"] {
                let path = folder.appendingPathComponent(place).path
                if manager.fileExists(atPath: path) { return path }
            }
            folder.deleteLastPathComponent()
        }
        throw missing(at: nil)
    }

    private static var reason: String { dlerror().map { String(cString: $0) } ?? "no reason given" }

    private static func missing(at path: String?) -> Refusal {
        Refusal(
            .engine, code: "engine-not-installed",
            path.map { "The query engine DuckDB is not installed: there is no file \($0)." }
                ?? "The query engine DuckDB is not installed.",
            remedy: "Run ./do setup engines, or set REMIT_DUCKDB to the path of libduckdb.so.")
    }

    private static func unfit(_ path: String, _ reason: String) -> Refusal {
        Refusal(
            .engine, code: "engine-unfit", "The query engine DuckDB could not be opened at \(path): \(reason).",
            remedy: "Run ./do setup engines.")
    }
}
