import CAdbc
import Foundation
package import Vocabulary

/// The query engine DuckDB, opened at run time as a driver of ADBC (Arrow Database Connectivity) 1.1.
///
/// Nothing links to it, so the product builds and runs without it. It is looked for where `REMIT_DUCKDB` says, or else
/// in `.engines/duckdb/` or `lib/remit/duckdb/` beside the program or above it; never in the working folder. Where a
/// `libduckdb-names.so` lies beside it, that is opened first: the library of the pinned wheel is a module of CPython
/// too and looks for its names. It stays open until the process ends.
package struct EngineLibrary: Sendable {
    package let path: String
    let driver: EngineDriver

    /// - Throws: `Refusal` of kind `engine`: `engine-not-installed` where there is no file, `engine-unfit` where it is
    ///   no such driver.
    package init(path: String) throws(Refusal) {
        let names = URL(fileURLWithPath: path).deletingLastPathComponent()
            .appendingPathComponent("libduckdb-names.so").path
        driver = try EngineDriver(EngineLibrary.place, path: path, names: names)
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
        try place.installedPath(environment: environment)
    }

    static let place = EngineDriver.Place(
        title: "The query engine DuckDB", setting: "REMIT_DUCKDB", file: "duckdb/libduckdb.so",
        symbol: "duckdb_adbc_init", remedy: "Run ./do setup engines")
}
