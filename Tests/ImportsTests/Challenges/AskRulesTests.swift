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

private let library: EngineLibrary? = {
    let given = ProcessInfo.processInfo.environment["REMIT_DUCKDB"]
    return try? EngineLibrary(path: given ?? checkout.appendingPathComponent(".engines/duckdb/libduckdb.so").path)
}()

/// Rules asked of invented months with known faults: generator and rules share no code.
@Suite(.enabled(if: library != nil, "the query engine is not installed: ./do setup engines"))
final class AskRulesTests {
    private let folder: URL
    private let store: Store

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("remit-rules-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        store = try Store.create(at: folder.appendingPathComponent("r.sqlite").path)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    private var place: ActivityFolder { ActivityFolder(beside: folder.appendingPathComponent("r.sqlite").path) }
    private let author = Author("A. Tester")!
    private let moment = Moment(secondsSince1970: 1_740_000_000)

    /// Writes the files, takes those of monitoring in, and says where they lie.
    private func takeIn(rows: Int, seed: UInt64) throws {
        var files: [ExemplarActivity.File: [UInt8]] = [:]
        ExemplarActivity(rows: rows, seed: seed).write { files[$0, default: []] += $1 }
        for (file, bytes) in files {
            try Data(bytes).write(to: folder.appendingPathComponent(file.rawValue))
        }
        let intake = ActivityIntake(into: store, folder: place, library: library!, by: author, at: moment)
        for name in files.keys.map(\.rawValue).sorted() where name.contains("plcm") || name.hasPrefix("acm") {
            _ = try intake.take(folder.appendingPathComponent(name).path)
        }
    }

    private func desk(tables: String? = nil) throws -> ActivityDesk {
        try ActivityDesk(store, folder: place, tables: tables, library: library!)
    }

    @Test(arguments: [3 as UInt64, 11])
    func `each fault that was put in is found, and nothing else`(seed: UInt64) throws {
        try takeIn(rows: 6_000, seed: seed)
        let desk = try desk(tables: folder.path)
        defer { desk.clear() }
        let run = try AskRules(desk.views, on: desk.engine(library!))
        let outcome = try run.ask()
        let list = try PlantedFaultsFile(
            Array(Data(contentsOf: folder.appendingPathComponent("planted.csv"))), named: "planted.csv")
        let (measures, elsewhere) = MeasureRules.measure(
            outcome.raised, against: list.faults, rules: outcome.asked.map(\.id),
            names: desk.views.names)
        #expect(elsewhere == 0)
        #expect(measures.count(where: { $0.planted > 0 }) >= 11)
        for one in measures {
            #expect(one.found == one.planted && one.found == one.raised, "\(one), seed \(seed)")
            #expect(one.plantedPence == one.raisedPence, "\(one), seed \(seed)")
        }
    }

    @Test func `who pays loses no row and no penny`() throws {
        try takeIn(rows: 3_000, seed: 5)
        let desk = try desk(tables: folder.path)
        defer { desk.clear() }
        let (branches, rows, cost) = try AskRules(desk.views, on: desk.engine(library!)).whoPays()
        let held = try store.read { db in try HeldSubmission.all(db) }.first { $0.layout == "plcm" }
        #expect(rows > 0 && branches.reduce(0) { $0 + $1.rows } == rows)
        #expect(branches.reduce(0) { $0 + $1.cost.pence } == cost.pence)
        #expect(rows <= held?.rowsKept ?? 0 || branches.count > 1)
    }

    @Test func `a rule without its tables is named and not asked`() throws {
        try takeIn(rows: 300, seed: 5)
        let desk = try desk()
        let outcome = try AskRules(desk.views, on: desk.engine(library!)).ask(["CC02", "CC11"])
        #expect(outcome.asked.map(\.id) == ["CC11"])
        #expect(outcome.notAsked.map(\.why) == ["needs practice"])
        #expect(outcome.isWithoutElements)
    }

    @Test func `a table of reference is taken in once, and the latest of its name stands`() throws {
        try takeIn(rows: 300, seed: 5)
        let intake = ReferenceIntake(into: store, folder: place, library: library!, by: author, at: moment)
        let path = folder.appendingPathComponent("practices.csv").path
        let taken = try intake.take(path)
        #expect(taken.table == "practice" && taken.rowsKept > 0 && taken.rowsRefused == 0)
        #expect(try intake.take(path).isHeld)
        try Data("practice,commissioner,openedOn,closedOn\nA1,X,2005-04-01,\n".utf8).write(
            to: URL(fileURLWithPath: path))
        #expect(try intake.take(path).rowsKept == 1)
        let held = try store.read { db in try HeldReference.all(db) }
        #expect(held.map(\.name) == ["practice"] && held.map(\.rowsKept) == [1])
        let outcome = try AskRules(try desk().views, on: desk().engine(library!)).ask(["CC02"])
        #expect(outcome.asked.map(\.id) == ["CC02"])
    }

    @Test func `without activity there is nothing to ask`() throws {
        let refusal = try #require(throws: Refusal.self) { try desk() }
        #expect(refusal.code == "no-activity")
    }

    @Test func `a later submission of a month takes the earlier one's place, and the earlier can still be seen`() throws
    {
        try takeIn(rows: 300, seed: 5)
        let path = folder.appendingPathComponent("plcm.csv").path
        let text = try String(decoding: Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
        // The same file with one row less is another submission of the same months.
        let lines = text.split(separator: "\r\n", omittingEmptySubsequences: false)
        try Data((lines.prefix(5) + lines.dropFirst(6)).joined(separator: "\r\n").utf8).write(
            to: URL(fileURLWithPath: path))
        let intake = ActivityIntake(into: store, folder: place, library: library!, by: author, at: moment)
        let second = try #require(try intake.take(path).submission)
        let desk = try desk()
        let engine = try desk.engine(library!)
        for statement in desk.views.statements { try engine.run(statement) }
        func count(_ view: String) throws -> Int? {
            // The exemplar's last provider states its months twice of its own.
            try engine.query("SELECT COUNT(*) AS n FROM \(view) WHERE provider <> 'XZ9'")["n"].wholes?.first.flatMap {
                $0
            }
        }
        #expect(try count("bill") == second.kept.rows)
        #expect(try count("earlier") == second.kept.rows + 1)
    }
}
