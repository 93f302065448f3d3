import Activity
import Engines
import Exemplar
import Foundation
import Store
import TestSupport
import Testing
import Vocabulary

@testable import Imports

private let library: EngineLibrary? = {
    let given = ProcessInfo.processInfo.environment["REMIT_DUCKDB"]
    return try? EngineLibrary(path: given ?? checkout.appendingPathComponent(".engines/duckdb/libduckdb.so").path)
}()

/// Copies of stored contract monitoring: whole, and only of what is as it was registered.
@Suite(.enabled(if: library != nil, "the query engine is not installed: ./do setup engines"))
final class ActivityCopyTests {
    private let folder: URL
    private let store: Store

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("remit-copy-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        store = try Store.create(at: folder.appendingPathComponent("r.sqlite").path)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    private func place(_ name: String) -> ActivityFolder {
        ActivityFolder(beside: folder.appendingPathComponent("\(name).sqlite").path)
    }

    @Test func `a copy has every part, and one that was altered is not copied`() throws {
        var bytes: [UInt8] = []
        ExemplarActivity(rows: 600, seed: 5).write { if $0 == .patientLevel { bytes += $1 } }
        let path = folder.appendingPathComponent("plcm.csv").path
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        let intake = ActivityIntake(
            into: store, folder: place("r"), library: library!, by: Author("A. Tester")!,
            at: Moment(secondsSince1970: 1_740_000_000))
        let act = try #require(try intake.take(path).submission)
        let held = try store.read { db in try HeldSubmission.all(db) }

        #expect(try place("r").copy(to: place("copy"), of: store) == act.parts.count)
        try place("copy").check(held[0])
        let again = #expect(throws: Refusal.self) { try self.place("r").copy(to: self.place("copy"), of: self.store) }
        #expect(again?.code == "file-exists")
        let part = "\(place("r").path)/\(act.folder)/part-0001.parquet"
        try Data("other".utf8).write(to: URL(fileURLWithPath: part))
        let altered = #expect(throws: Refusal.self) {
            try self.place("r").copy(to: self.place("other"), of: self.store)
        }
        #expect(altered?.code == "part-altered" && altered?.sentence.contains(part) == true)
        #expect(!place("other").isThere && !FileManager.default.fileExists(atPath: place("other").path + ".making"))
    }

    @Test func `where nothing is registered nothing is copied`() throws {
        #expect(try place("r").copy(to: place("copy"), of: store) == nil)
        #expect(!place("copy").isThere)
    }
}
