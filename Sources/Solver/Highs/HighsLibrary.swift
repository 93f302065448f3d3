import Foundation
import Glibc
package import Vocabulary

/// The HiGHS solver, opened at run time: what of its C interface is used here.
///
/// Nothing links to it, so the product builds and runs without it. It is looked for where `REMIT_HIGHS` says,
/// or else in `.engines/highs/` or `lib/remit/highs/` beside the program or above it; never in the working
/// folder. It stays open until the process ends.
package struct HighsLibrary: Sendable {
    typealias Handle = UnsafeMutableRawPointer
    typealias Doubles = UnsafePointer<Double>
    typealias Numbers = UnsafePointer<Int32>

    /// The version as the library says it, such as `1.15.1`.
    package let version: String
    package let path: String

    let create: @convention(c) @Sendable () -> Handle?
    let destroy: @convention(c) @Sendable (Handle?) -> Void
    let run: @convention(c) @Sendable (Handle?) -> Int32
    let clearSolver: @convention(c) @Sendable (Handle?) -> Int32
    let zeroAllClocks: @convention(c) @Sendable (Handle?) -> Int32
    let modelStatus: @convention(c) @Sendable (Handle?) -> Int32
    let passMip:
        @convention(c) @Sendable (
            Handle?, Int32, Int32, Int32, Int32, Int32, Double, Doubles?, Doubles?, Doubles?, Doubles?, Doubles?,
            Numbers?, Numbers?, Doubles?, Numbers?
        ) -> Int32
    let passLp:
        @convention(c) @Sendable (
            Handle?, Int32, Int32, Int32, Int32, Int32, Double, Doubles?, Doubles?, Doubles?, Doubles?, Doubles?,
            Numbers?, Numbers?, Doubles?
        ) -> Int32
    let addRow: @convention(c) @Sendable (Handle?, Double, Double, Int32, Numbers?, Doubles?) -> Int32
    let deleteRowsByRange: @convention(c) @Sendable (Handle?, Int32, Int32) -> Int32
    let changeCosts: @convention(c) @Sendable (Handle?, Int32, Int32, Doubles?) -> Int32
    let changeColumnBounds: @convention(c) @Sendable (Handle?, Int32, Int32, Doubles?, Doubles?) -> Int32
    let changeRowBounds: @convention(c) @Sendable (Handle?, Int32, Double, Double) -> Int32
    let setSolution: @convention(c) @Sendable (Handle?, Doubles?, Doubles?, Doubles?, Doubles?) -> Int32
    let getSolution:
        @convention(c) @Sendable (
            Handle?, UnsafeMutablePointer<Double>?, UnsafeMutablePointer<Double>?, UnsafeMutablePointer<Double>?,
            UnsafeMutablePointer<Double>?
        ) -> Int32
    let getDouble: @convention(c) @Sendable (Handle?, UnsafePointer<CChar>?, UnsafeMutablePointer<Double>?) -> Int32
    let setBool: @convention(c) @Sendable (Handle?, UnsafePointer<CChar>?, Int32) -> Int32
    let setNumber: @convention(c) @Sendable (Handle?, UnsafePointer<CChar>?, Int32) -> Int32
    let setDouble: @convention(c) @Sendable (Handle?, UnsafePointer<CChar>?, Double) -> Int32
    let setText: @convention(c) @Sendable (Handle?, UnsafePointer<CChar>?, UnsafePointer<CChar>?) -> Int32

    /// - Throws: where there is no library at the path, or it is not a HiGHS with these functions.
    package init(path: String) throws(Refusal) {
        guard FileManager.default.fileExists(atPath: path) else { throw HighsLibrary.missing(at: path) }
        guard let opened = dlopen(path, RTLD_NOW | RTLD_LOCAL) else {
            throw HighsLibrary.unfit(path, dlerror().map { String(cString: $0) } ?? "no reason given")
        }
        let functions = LoadedFunctions(library: opened, path: path)
        self.path = path
        create = try functions["create"]
        destroy = try functions["destroy"]
        run = try functions["run"]
        clearSolver = try functions["clearSolver"]
        zeroAllClocks = try functions["zeroAllClocks"]
        modelStatus = try functions["getModelStatus"]
        passMip = try functions["passMip"]
        passLp = try functions["passLp"]
        addRow = try functions["addRow"]
        deleteRowsByRange = try functions["deleteRowsByRange"]
        changeCosts = try functions["changeColsCostByRange"]
        changeColumnBounds = try functions["changeColsBoundsByRange"]
        changeRowBounds = try functions["changeRowBounds"]
        setSolution = try functions["setSolution"]
        getSolution = try functions["getSolution"]
        getDouble = try functions["getDoubleInfoValue"]
        setBool = try functions["setBoolOptionValue"]
        setNumber = try functions["setIntOptionValue"]
        setDouble = try functions["setDoubleOptionValue"]
        setText = try functions["setStringOptionValue"]
        let sizeOfNumber: @convention(c) @Sendable (Handle?) -> Int32 = try functions["getSizeofHighsInt"]
        let says: @convention(c) @Sendable () -> UnsafePointer<CChar>? = try functions["version"]
        version = says().map { String(cString: $0) } ?? "unknown"
        let trial = create()
        let size = sizeOfNumber(trial)
        destroy(trial)
        guard size == 4 else {
            throw HighsLibrary.unfit(path, "its whole numbers have \(size) bytes, and 4 are needed")
        }
    }

    /// The library that is installed.
    ///
    /// - Throws: where there is none.
    package static func installed() throws(Refusal) -> HighsLibrary {
        try HighsLibrary(path: installedPath())
    }

    /// Where the library lies: see the type. The file is there when this returns.
    package static func installedPath(
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) throws(Refusal) -> String {
        let manager = FileManager.default
        if let given = environment["REMIT_HIGHS"], !given.isEmpty {
            guard manager.fileExists(atPath: given) else { throw missing(at: given) }
            return given
        }
        let program = (try? manager.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
        var folder = URL(fileURLWithPath: program).deletingLastPathComponent()
        while folder.path != "/" {
            for place in [".engines/highs/libhighs.so", "lib/remit/highs/libhighs.so"] {
                let path = folder.appendingPathComponent(place).path
                if manager.fileExists(atPath: path) { return path }
            }
            folder.deleteLastPathComponent()
        }
        throw missing(at: nil)
    }

    private static func missing(at path: String?) -> Refusal {
        Refusal(
            .engine, code: "solver-missing",
            path.map { "The solver HiGHS is not installed: there is no file \($0)." }
                ?? "The solver HiGHS is not installed.",
            remedy: "Run ./do setup engines, or set REMIT_HIGHS to the path of libhighs.so.")
    }

    private static func unfit(_ path: String, _ reason: String) -> Refusal {
        Refusal(
            .engine, code: "solver-unfit", "The solver HiGHS could not be opened at \(path): \(reason).",
            remedy: "Run ./do setup engines.")
    }

    /// The functions of an opened library, by what follows `Highs_` in their names.
    private struct LoadedFunctions {
        let library: UnsafeMutableRawPointer
        let path: String

        /// The type is the caller's word for what the library's header declares.
        subscript<Function>(name: String) -> Function {
            get throws(Refusal) {
                guard let symbol = dlsym(library, "Highs_\(name)") else {
                    throw HighsLibrary.unfit(path, "it has no function Highs_\(name)")
                }
                return unsafeBitCast(symbol, to: Function.self)
            }
        }
    }
}
