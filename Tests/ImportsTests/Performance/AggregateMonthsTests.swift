import Engines
import Exemplar
import Foundation
import Performance
import Store
import TestSupport
import Testing
import Vocabulary

@testable import Imports

private let library: EngineLibrary? = {
    let given = ProcessInfo.processInfo.environment["REMIT_DUCKDB"]
    return try? EngineLibrary(path: given ?? checkout.appendingPathComponent(".engines/duckdb/libduckdb.so").path)
}()

/// Aggregate monitoring as it is read back by month and line.
@Suite(.enabled(if: library != nil, "the query engine is not installed: ./do setup engines"))
final class AggregateMonthsTests {
    private let folder: URL
    private let store: Store
    private let text: String

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("remit-aggregate-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        store = try Store.create(at: folder.appendingPathComponent("r.sqlite").path)
        var bytes: [UInt8] = []
        ExemplarActivity(rows: 3_000, seed: 5).write { file, part in if file == .aggregate { bytes += part } }
        text = String(decoding: bytes, as: UTF8.self)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    private var place: ActivityFolder { ActivityFolder(beside: folder.appendingPathComponent("r.sqlite").path) }

    private func take(_ text: String, named name: String) throws {
        let path = folder.appendingPathComponent(name).path
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        _ = try ActivityIntake(
            into: store, folder: place, library: library!, by: Author("A. Tester")!,
            at: Moment(secondsSince1970: 1_740_000_000)
        ).take(path)
    }

    private func months(of provider: String? = nil) throws -> [MonthlyActivity] {
        let desk = try ActivityDesk(store, folder: place, library: library!)
        defer { desk.clear() }
        return try AggregateMonths.all(of: desk.views, on: desk.engine(library!), provider: provider)
    }

    /// The file's own rows: provider, and planned and actual cost in pence.
    private func rows(_ text: String) -> [(provider: String, planned: Int, cost: Int)] {
        let lines = text.split(whereSeparator: \.isNewline).map {
            $0.split(separator: ",", omittingEmptySubsequences: false)
        }
        func place(_ title: String) -> Int { lines[0].firstIndex { $0 == title }! }
        let provider = place("ORGANISATION IDENTIFIER (CODE OF PROVIDER)")
        let (planned, cost) = (place("CONTRACT MONITORING PLANNED PRICE"), place("CONTRACT MONITORING ACTUAL PRICE"))
        func pence(_ text: Substring) -> Int { Int(text.filter { $0 != "." }) ?? 0 }
        return lines.dropFirst().map { (String($0[provider]), pence($0[planned]), pence($0[cost])) }
    }

    @Test func `months come to the file's own sums, also for one provider`() throws {
        try take(text, named: "acm.csv")
        let (written, read) = (rows(text), try months())
        #expect(read.map(\.figures.cost).total().pence == written.map(\.cost).reduce(0, +))
        #expect(read.map(\.figures.plannedCost).total().pence == written.map(\.planned).reduce(0, +))
        let one = try #require(written.first).provider
        #expect(
            try months(of: one).map(\.figures.cost).total().pence
                == written.filter { $0.provider == one }.map(\.cost).reduce(0, +))
        let refused = #expect(throws: Refusal.self) { try months(of: "NONE") }
        #expect(refused?.code == "no-such-provider")
    }

    @Test func `of a month stated twice only the later counts`() throws {
        try take(text, named: "acm.csv")
        let first = try #require(rows(text).first)
        // The later file states only the first provider's first month again, in one row.
        let lines = text.split(whereSeparator: \.isNewline)
        try take(lines.prefix(2).joined(separator: "\r\n") + "\r\n", named: "restated.csv")
        let month = try #require(try months(of: first.provider).first { $0.month == 1 })
        let ofMonth = try months(of: first.provider).filter { $0.month == month.month }
        #expect(ofMonth.map(\.figures.cost).total().pence == first.cost)
    }

    @Test func `without an aggregate file there is no position`() throws {
        var bytes: [UInt8] = []
        ExemplarActivity(rows: 1_000, seed: 5).write { file, part in if file == .patientLevel { bytes += part } }
        try Data(bytes).write(to: folder.appendingPathComponent("plcm.csv"))
        _ = try ActivityIntake(
            into: store, folder: place, library: library!, by: Author("A. Tester")!,
            at: Moment(secondsSince1970: 1_740_000_000)
        ).take(folder.appendingPathComponent("plcm.csv").path)
        let refused = #expect(throws: Refusal.self) { try months() }
        #expect(refused?.code == "no-aggregate")
    }
}
