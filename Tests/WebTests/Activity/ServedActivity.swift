import Activity
import Digests
import Foundation
import HTTPTypes
import Imports
import Store
import Synchronization
import Testing
import Vocabulary

@testable import Engines
@testable import Web

/// Lets nobody through until it is open.
final class Gate: Sendable {
    private let isOpen: Mutex<Bool>
    init(isOpen: Bool = false) { self.isOpen = Mutex(isOpen) }
    func open() { isOpen.withLock { $0 = true } }
    var isPassable: Bool { isOpen.withLock { $0 } }
}

/// An engine of a test's own: it answers by the words of a question, and waits at a gate first.
final class ScriptedEngine: QueryEngine {
    let dialect = Dialect.duckDB
    private let gate: Gate
    private let failure: Refusal?
    private let isCancelled = Mutex(false)
    let asked = Mutex<[String]>([])

    init(gate: Gate = Gate(isOpen: true), failure: Refusal? = nil) {
        (self.gate, self.failure) = (gate, failure)
    }

    func cancel() { isCancelled.withLock { $0 = true } }

    func query(_ sql: String) throws(Refusal) -> EngineAnswer {
        asked.withLock { $0.append(sql) }
        while !gate.isPassable {
            if isCancelled.withLock({ $0 }) {
                throw Refusal(.engine, code: "engine-cancelled", "The query engine was stopped before it was done.")
            }
            usleep(1_000)
        }
        if sql.hasPrefix("CREATE") { return EngineAnswer(columns: []) }
        if let failure { throw failure }
        return ScriptedEngine.answer(to: sql)
    }

    private static func answer(to sql: String) -> EngineAnswer {
        if sql == Dialect.duckDB.gathered("").query {
            // Rows 2 and 3 of the first file, whatever the rule.
            return .of([
                ("source", .wholes([1, 1])), ("sourceRow", .wholes([2, 3])), ("provider", .texts(["RX1", "RX2"])),
                ("financialMonth", .wholes([1, 1])), ("pointOfDelivery", .texts(["EL", "EL"])),
                ("relatedRow", .wholes([nil, 2])), ("amountPence", .wholes([12_345, 500])),
                ("detail", .texts([nil, nil])), ("record", .texts([nil, nil])),
            ])
        }
        if sql.contains("FROM contract_line") {
            return .of([
                ("provider", .texts([])), ("pointOfDelivery", .texts([])), ("element", .texts([])),
                ("validFrom", .days([])), ("validTo", .days([])),
            ])
        }
        if sql.contains("GROUP BY reason") {
            return .of([
                ("reason", .texts(["G-PRACTICE", "X"])), ("billed", .wholes([7, 3])),
                ("pence", .wholes([70_000, 30_000])),
                ("otherRows", .wholes([1, 3])), ("otherPence", .wholes([100, 30_000])),
            ])
        }
        if sql.contains("FROM bill") { return .of([("billed", .wholes([10])), ("pence", .wholes([100_000]))]) }
        if sql.contains("FROM aggregate") {
            // Planned 10 a month at £100 each; 10, 13, 13 and 13 came of one provider, and 10 always of the other.
            let months = [1, 2, 3, 4]
            func each(_ first: [Int], _ second: [Int]) -> [Int128?] { (first + second).map { Int128($0) } }
            let (planned, came) = ([10, 10, 10, 10], [10, 13, 13, 13])
            return .of([
                ("provider", .texts(months.map { _ in "RX1" } + months.map { _ in "RX2" })),
                ("month", .wholes(months + months)), ("point", .texts((months + months).map { _ in "EL" })),
                ("treatment", .texts((months + months).map { _ in "100" })),
                ("tariffCode", .texts((months + months).map { _ in "AA" })),
                ("plannedCount", .decimals(each(planned.map { $0 * 10_000 }, planned.map { $0 * 10_000 }), scale: 4)),
                ("plannedMoney", .decimals(each(planned.map { $0 * 10_000 }, planned.map { $0 * 10_000 }), scale: 2)),
                ("actualCount", .decimals(each(came.map { $0 * 10_000 }, planned.map { $0 * 10_000 }), scale: 4)),
                ("actualMoney", .decimals(each(came.map { $0 * 10_000 }, planned.map { $0 * 10_000 }), scale: 2)),
            ])
        }
        if sql.contains("GROUP BY code") {
            return .of([
                ("code", .texts(["unreadable-amount"])), ("effect", .texts(["refused"])), ("found", .wholes([1])),
            ])
        }
        return .of([
            ("row", .wholes([5])), ("column", .texts(["<b>Price</b>"])), ("code", .texts(["unreadable-amount"])),
            ("effect", .texts(["refused"])), ("explanation", .texts(["“TBC” is no amount."])),
        ])
    }
}

extension EngineAnswer {
    fileprivate static func of(_ columns: [(name: String, values: EngineValues)]) -> EngineAnswer {
        EngineAnswer(columns: columns.map { EngineColumn(name: $0.name, values: $0.values) })
    }
}

/// The site over records in a file of their own, with activity registered beside them; gone with the value.
final class ServedActivity {
    let served: Served
    let folder: URL
    var store: Store { served.store }
    var desk: ActivityWorkDesk { served.site.desks.activity.desk }
    static let digest = EvidenceID(bytes: [UInt8](repeating: 7, count: 32))

    /// - Parameters:
    ///   - engines: as they are given to the pages.
    ///   - isFilled: false for records in which nothing was taken in.
    init(
        _ engines: ActivityEngines?, intake: IntakeWorker.Run? = nil, isFilled: Bool = true
    ) throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("remit-work-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let store = try Store.create(at: folder.appendingPathComponent("r.sqlite").path)
        try store.perform(
            SetUpInstallation(holder: "Wexbourne ICB", isInvented: true), by: Served.author, at: Served.moment)
        if isFilled {
            for (number, layout) in [(7, MonitoringFile.patientLevel), (8, .aggregate)] {
                try store.perform(
                    ServedActivity.submission(number, layout), by: Served.author, at: Served.moment)
            }
        }
        served = Served(store: store, engines: engines, intake: intake)
    }

    /// The same with an engine that is opened anew for each question.
    convenience init(opening: @escaping @Sendable () throws(Refusal) -> ScriptedEngine) throws {
        try self.init(ActivityEngines(.duckDB) { _, _, _ throws(Refusal) in try opening() })
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    static func submission(_ number: Int, _ layout: MonitoringFile) -> RegisterSubmission {
        func tally(_ rows: Int) -> ActivityAccount.Tally {
            var tally = ActivityAccount.Tally()
            (tally.rows, tally.cost) = (rows, Money(pence: 100 * rows))
            return tally
        }
        let digest = EvidenceID(bytes: [UInt8](repeating: UInt8(number), count: 32))
        var account = ActivityAccount()
        account.kept = tally(2)
        account.refused = tally(1)
        return RegisterSubmission(
            source: Source(
                digest: digest, name: "<i>\(layout.rawValue)</i>.csv", publisher: "RX1", licence: "none", size: 10),
            layout: layout, folder: "\(layout.rawValue)/0\(number)", mapping: nil, mappingDigest: nil, dropped: [],
            dayOrder: .dayFirst,
            parts: [
                .init(name: "part-0001.parquet", holdsProblems: false, digest: digest, size: 5, rows: 2),
                .init(
                    name: "problems-0001.parquet", holdsProblems: true, digest: Digest.of(Array("problems".utf8)),
                    size: 8,
                    rows: 1),
            ], columns: [.init(name: "cost", type: "DECIMAL(18,2)")], account: account,
            slices: [
                ActivitySlice(provider: "RX1", year: FinancialYear(startingIn: 2025), month: 1): tally(2)
            ], problems: [.init(code: "unreadable-amount", effect: "refused", rows: 1)], notes: [], cellsRepaired: 0)
    }

    /// The page once nothing is worked out any more.
    func ended(_ path: String, as account: String = "manager") async throws -> Reply {
        for _ in 0..<2_000 {
            let page = try await served.ask(path, as: account)
            guard let again = page.headers[HTTPField.Name("Refresh")!] else { return page }
            #expect(again.hasPrefix("3; url=/activity/") && again.contains("every=3"), "\(again)")
            try await Task.sleep(for: .milliseconds(5))
        }
        Issue.record("the work does not end")
        return try await served.ask(path, as: account)
    }
}
