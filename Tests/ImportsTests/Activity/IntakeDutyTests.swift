import Activity
import Challenges
import Engines
import Exemplar
import Foundation
import Store
import TestSupport
import Testing
import Vocabulary

@testable import Imports

private let library = try? EngineLibrary.installed()

/// What the process does that takes files in, on this thread.
@Suite(.enabled(if: library != nil, "the query engine is not installed: ./do setup engines, and REMIT_DUCKDB"))
struct IntakeDutyTests {
    @Test func `a file's kind is known by its columns, and an order that cannot be read is told`() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("remit-duty-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appendingPathComponent("r.sqlite").path
        _ = try Store.create(at: path)
        var files: [ExemplarActivity.File: [UInt8]] = [:]
        ExemplarActivity(rows: 1_000, seed: 5).write { files[$0, default: []] += $1 }
        var paths: [String] = []
        for (file, bytes) in files.sorted(by: { $0.key.rawValue < $1.key.rawValue })
        where ["acm.csv", "plcm.csv", "prices.csv"].contains(file.rawValue) {
            paths.append(folder.appendingPathComponent(file.rawValue).path)
            try Data(bytes).write(to: URL(fileURLWithPath: paths[paths.count - 1]))
        }
        paths.append(folder.appendingPathComponent("gone.csv").path)
        let order = IntakeOrder(
            store: path, author: Author("A. Tester")!, files: paths, year: FinancialYear(startingIn: 2025),
            dayOrder: .dayFirst)
        let taken = try IntakeDuty.taken(order)
        #expect(taken.map(\.layout) == ["acm", "plcm", "price", nil])
        #expect(taken.map(\.isReference) == [false, false, true, false])
        #expect(taken[1].rowsKept + taken[1].rowsRefused == 1_000 && taken[1].costKeptPence > 0)
        #expect(taken[3].refused != nil)
        #expect(try IntakeDuty.taken(order).prefix(3).allSatisfy(\.isHeld))
        var other = order
        (other.year, other.files) = ("2019/20", [paths[2], paths[0]])
        other.provider = "RX999"
        try Data(([UInt8](try Data(contentsOf: URL(fileURLWithPath: paths[0]))) + [10])).write(
            to: URL(fileURLWithPath: paths[0]))
        #expect(try IntakeDuty.taken(other).last?.refused?.code == "other-provider")
    }
}
