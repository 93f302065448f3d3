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

/// Files of contract monitoring taken in: stored, registered, and nothing in between.
@Suite(.enabled(if: library != nil, "the query engine is not installed: ./do setup engines"))
final class ActivityIntakeTests {
    private let folder: URL
    private let store: Store

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("remit-activity-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        store = try Store.create(at: folder.appendingPathComponent("r.sqlite").path)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    private var place: ActivityFolder { ActivityFolder(beside: folder.appendingPathComponent("r.sqlite").path) }

    private func intake() -> ActivityIntake {
        ActivityIntake(
            into: store, folder: place, library: library!, by: Author("A. Tester")!,
            at: Moment(secondsSince1970: 1_740_000_000))
    }

    private func file(_ change: (inout [UInt8]) -> Void = { _ in }) throws -> String {
        var files: [ExemplarActivity.File: [UInt8]] = [:]
        ExemplarActivity(rows: 3_000, seed: 5).write { files[$0, default: []] += $1 }
        change(&files[.patientLevel]!)
        let path = folder.appendingPathComponent("plcm.csv").path
        try Data(files[.patientLevel]!).write(to: URL(fileURLWithPath: path))
        return path
    }

    private var held: [HeldSubmission] { get throws { try store.read { db in try HeldSubmission.all(db) } } }

    @Test func `a file is stored and registered, and a second time changes nothing`() throws {
        let path = try file()
        let taken = try intake().take(path)
        let act = try #require(taken.submission)
        #expect(act.kept.rows + act.refused.rows == 3_000 && act.refused.rows == 12)
        #expect(try held.count == 1)
        try place.check(try held[0])
        #expect(!FileManager.default.fileExists(atPath: place.path + "/.incoming"))
        #expect(try intake().take(path).submission == nil)
        #expect(try held.count == 1)
    }

    @Test func `a file that is refused leaves nothing behind`() throws {
        let path = try file { bytes in
            let patient = bytes.lastIndex(of: UInt8(ascii: "P"))!
            bytes.insert(contentsOf: Array("9434765919 ".utf8), at: patient)
        }
        #expect(throws: Refusal.self) { try intake().take(path) }
        #expect(try held.isEmpty)
        let left = try FileManager.default.contentsOfDirectory(atPath: place.path)
        #expect(left == [".lock"])
    }

    @Test func `what a killed import left is cleared away by the next`() throws {
        let path = try file()
        // Killed while it wrote, and killed after the move and before the record.
        let act = try #require(try intake().take(path).submission)
        let target = "\(place.path)/\(act.folder)"
        let other = try Store.create(at: folder.appendingPathComponent("other.sqlite").path)
        let otherPlace = ActivityFolder(beside: folder.appendingPathComponent("other.sqlite").path)
        let stray = "\(otherPlace.path)/\(act.folder)"
        for left in ["\(otherPlace.path)/.incoming", stray] {
            try FileManager.default.createDirectory(atPath: left, withIntermediateDirectories: true)
            try Data("half".utf8).write(to: URL(fileURLWithPath: left + "/part-0001.parquet"))
        }
        _ = try ActivityIntake(
            into: other, folder: otherPlace, library: library!, by: Author("A. Tester")!,
            at: Moment(secondsSince1970: 1_740_000_000)
        ).take(path)
        try otherPlace.check(try #require(try other.read { db in try HeldSubmission.all(db) }.first))
        #expect(FileManager.default.fileExists(atPath: target))
    }

    @Test func `a part that is missing or altered is found`() throws {
        let act = try #require(try intake().take(try file()).submission)
        let part = "\(place.path)/\(act.folder)/part-0001.parquet"
        let handle = try #require(FileHandle(forWritingAtPath: part))
        try handle.seekToEnd()
        try handle.write(contentsOf: Data([0]))
        try handle.close()
        let altered = #expect(throws: Refusal.self) { try self.place.check(try self.held[0]) }
        #expect(altered?.code == "part-altered")
        try FileManager.default.removeItem(atPath: part)
        let missing = #expect(throws: Refusal.self) { try self.place.check(try self.held[0]) }
        #expect(missing?.code == "part-missing")
    }

    @Test func `two imports at once are refused, and a dropped column is not stored`() throws {
        let path = try file()
        try place.held {
            let refusal = #expect(throws: Refusal.self) { try self.intake().take(path) }
            #expect(refusal?.code == "import-running")
        }
        var intake = intake()
        intake.dropping = ["NHS NUMBER"]
        let act = try #require(try intake.take(path).submission)
        #expect(act.dropped == ["NHS NUMBER"] && act.notes.contains { $0.code == "column-dropped" })
        let engine = try Engine(library!, limits: EngineLimits(folders: [place.path]))
        let answer = try engine.query("SELECT count(patient) AS n FROM '\(place.path)/\(act.folder)/part-*.parquet'")
        #expect(answer["n"].wholes == [0])
    }
}
