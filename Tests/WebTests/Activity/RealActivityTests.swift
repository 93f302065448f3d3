import Challenges
import Engines
import Exemplar
import Foundation
import Imports
import Store
import TestSupport
import Testing
import Vocabulary

@testable import Web

private let library: EngineLibrary? = {
    let given = ProcessInfo.processInfo.environment["REMIT_DUCKDB"]
    return try? EngineLibrary(path: given ?? checkout.appendingPathComponent(".engines/duckdb/libduckdb.so").path)
}()

/// The same with the real engine on an invented month.
@Suite(.enabled(if: library != nil, "the query engine is not installed: ./do setup engines"))
struct RealActivityTests {
    @Test func `files are taken in, the rules asked and the year read, as on the command line`() async throws {
        let engines = ActivityEngines(.duckDB) { folders, spill, _ throws(Refusal) in
            try Engine(library!, limits: EngineLimits(folders: folders, temporaryFolder: spill))
        }
        let held = try ServedActivity(engines, isFilled: false)
        let place = ActivityFolder(beside: held.folder.appendingPathComponent("r.sqlite").path)
        var files: [ExemplarActivity.File: [UInt8]] = [:]
        ExemplarActivity(rows: 3_000, seed: 5).write { files[$0, default: []] += $1 }
        let intake = ActivityIntake(
            into: held.store, folder: place, library: library!, by: Served.author, at: Served.moment)
        for (file, bytes) in files where file == .patientLevel || file == .aggregate {
            let path = held.folder.appendingPathComponent(file.rawValue).path
            try Data(bytes).write(to: URL(fileURLWithPath: path))
            _ = try intake.take(path)
        }
        _ = try await held.served.post("/activity/challenges", [("of", "2025/26"), ("rules", "")])
        let page = try await held.ended("/activity/challenges")
        let link = try #require(page.text.firstMatch(of: /\/activity\/challenges\/[0-9a-f]{64}/), "\(page.words)")
        let digest = try #require(EvidenceID(String(link.0.suffix(64))))
        let account = try #require(KeptRuns(place).account(of: digest))
        let desk = try engines.desk(held.store, folder: place)
        defer { desk.clear() }
        let outcome = try AskRules(desk.views, on: engines.open(desk)).ask()
        #expect(account.challenges == outcome.raised.count && account.challenges > 0)
        #expect(try KeptRuns(place).run(digest).challenges == outcome.raised)
        _ = try await held.served.post("/activity/pays", [("of", "2025/26")])
        let pays = try await held.ended("/activity/pays")
        #expect(pays.words.contains("stand; by branch"), "\(pays.words)")
        _ = try await held.served.post("/activity/position", [("of", "2025/26")])
        let position = try await held.ended("/activity/position")
        #expect(position.words.contains("was planned and"), "\(position.words)")
        let submission = try #require(try held.store.read { db in try HeldSubmission.all(db) }.first { $0.hasProblems })
        let problems = try await held.served.ask("/activity/submissions/\(submission.digest)")
        #expect(problems.words.contains("Row by row"), "\(problems.words)")
    }
}
