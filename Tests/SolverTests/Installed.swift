import Foundation
import Solver
import TestSupport

/// The solver as `./do setup engines` leaves it in this checkout; nil where it is not there.
enum Installed {
    static let path: String? = {
        let given = ProcessInfo.processInfo.environment["REMIT_HIGHS"]
        let path = given ?? checkout.appendingPathComponent(".engines/highs/libhighs.so").path
        return FileManager.default.fileExists(atPath: path) ? path : nil
    }()

    static var isThere: Bool { path != nil }
    static let reason = "the solver is not installed: run ./do setup engines"

    static func solver() throws -> HighsSolver { HighsSolver(try HighsLibrary(path: path ?? "")) }

    /// A program that runs the solver's worker, built beside the tests; nil where it was not.
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
}
