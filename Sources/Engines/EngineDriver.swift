import CAdbc
import Foundation
import Glibc
import Vocabulary

/// A driver of ADBC (Arrow Database Connectivity): a shared library that fills a table of functions.
///
/// It stays open until the process ends, and its table is never freed: what it made may outlive any owner.
struct EngineDriver: @unchecked Sendable {
    let functions: UnsafeMutablePointer<AdbcDriver>
    /// The opened library.
    private let opened: UnsafeMutableRawPointer

    /// Which driver it is, and where it is looked for.
    struct Place: Sendable {
        /// As a sentence names it: `The query engine DuckDB`.
        let title: String
        /// The setting that names the library's file.
        let setting: String
        /// Under `.engines/` or `lib/remit/`.
        let file: String
        /// The function that fills the table.
        let symbol: String
        let remedy: String
    }

    /// Opens the library and has its table filled.
    ///
    /// - Parameter names: a library to be opened before it where there is such a file, so that its names are found.
    /// - Throws: `Refusal` of kind `engine`: `engine-not-installed` where there is no file, `engine-unfit` where it is
    ///   no such driver.
    init(_ place: Place, path: String, names: String? = nil) throws(Refusal) {
        let manager = FileManager.default
        guard manager.fileExists(atPath: path) else { throw place.missing(at: path) }
        if let names, manager.fileExists(atPath: names), dlopen(names, RTLD_NOW | RTLD_GLOBAL) == nil {
            throw place.unfit(names, EngineDriver.reason)
        }
        guard let opened = dlopen(path, RTLD_LAZY | RTLD_LOCAL) else { throw place.unfit(path, EngineDriver.reason) }
        guard let symbol = dlsym(opened, place.symbol) else {
            throw place.unfit(path, "it has no function \(place.symbol)")
        }
        self.opened = opened
        let fill = unsafeBitCast(symbol, to: AdbcDriverInitFunc.self)
        functions = .allocate(capacity: 1)
        functions.initialize(to: AdbcDriver())
        var error = AdbcError()
        guard fill(Int32(ADBC_VERSION_1_1), functions, &error) == UInt8(ADBC_OK) else {
            throw place.unfit(path, EngineFault.message(&error))
        }
    }

    /// Another function that the library exports, of a type that the caller knows; nil where there is none.
    func function<Function>(_ name: String, as type: Function.Type) -> Function? {
        dlsym(opened, name).map { unsafeBitCast($0, to: type) }
    }

    private static var reason: String { dlerror().map { String(cString: $0) } ?? "no reason given" }
}

extension EngineDriver.Place {
    /// Where the library lies: as its setting says, or else in `.engines/` or `lib/remit/` beside the program or above
    /// it; never in the working folder. The file is there when this returns.
    ///
    /// - Throws: `Refusal`, code `engine-not-installed`.
    func installedPath(environment: [String: String]) throws(Refusal) -> String {
        let manager = FileManager.default
        if let given = environment[setting], !given.isEmpty {
            guard manager.fileExists(atPath: given) else { throw missing(at: given) }
            return given
        }
        let program = (try? manager.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
        var folder = URL(fileURLWithPath: program).deletingLastPathComponent()
        while folder.path != "/" {
            for place in [".engines/\(file)", "lib/remit/\(file)"] {
                let path = folder.appendingPathComponent(place).path
                if manager.fileExists(atPath: path) { return path }
            }
            folder.deleteLastPathComponent()
        }
        throw missing(at: nil)
    }

    func missing(at path: String?) -> Refusal {
        let library = file.split(separator: "/").last.map(String.init) ?? file
        return Refusal(
            .engine, code: "engine-not-installed",
            path.map { "\(title) is not installed: there is no file \($0)." } ?? "\(title) is not installed.",
            remedy: "\(remedy), or set \(setting) to the path of \(library).")
    }

    func unfit(_ path: String, _ reason: String) -> Refusal {
        Refusal(
            .engine, code: "engine-unfit", "\(title) could not be opened at \(path): \(reason).",
            remedy: "\(remedy).")
    }
}
