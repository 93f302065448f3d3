import Foundation
import TestSupport

/// A published worked example of SMAA-2, read where it lies: its licence does not let it be carried over.
struct SmaaCase {
    let input: [String: Any]
    let expected: [String: Any]

    init(_ name: String) throws {
        let whole = try JSONSerialization.jsonObject(
            with: Data(SharedData.bytes("cases/cases/SMAA-\(name).json")))
        let fields = whole as? [String: Any] ?? [:]
        input = fields["input"] as? [String: Any] ?? [:]
        expected = fields["expected"] as? [String: Any] ?? [:]
    }

    static let isHere = SharedData.has("cases/cases/SMAA-01.json")

    /// The numbers under a name, option by option.
    func numbers(_ name: String, _ options: [String]) -> [[Double]] {
        let table = expected[name] as? [String: [Double]] ?? [:]
        return options.map { table[$0] ?? [] }
    }

    /// The numbers of a gzipped table without its header, row after row.
    static func table(_ path: String) throws -> [Double] {
        let unpacking = Process()
        unpacking.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        unpacking.arguments = ["gzip", "-dc", SharedData.url("cases/\(path)").path]
        let pipe = Pipe()
        unpacking.standardOutput = pipe
        try unpacking.run()
        let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        unpacking.waitUntilExit()
        return text.split(separator: "\n").dropFirst().flatMap { row in
            row.split(separator: ",").map { Double($0) ?? .nan }
        }
    }
}
