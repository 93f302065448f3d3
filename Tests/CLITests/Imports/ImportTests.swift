import Contracts
import Exemplar
import Files
import Foundation
import GRDB
import Imports
import Tabular
import Testing
import Vocabulary

@testable import CLI
@testable import Store

/// Files as they come in through the commands: again, corrected, cut short, in a workbook.
struct ImportTests {
    private static let data = Filled.exemplar

    private func state(_ store: Store) throws -> [Int] {
        try store.read { db in
            try ["journal", "source", "content", "dental_month", "problem", "intake"].map {
                try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM \($0)")!
            }
        }
    }

    @Test func `the same files again change nothing and say so`() throws {
        try Filled.with(months: 3) { filled in
            let before = try state(filled.store)
            let month = try #require(Self.data.months[0].first).month
            let report = try filled.months([filled.file("renamed.csv", Self.data.monthFile(month))])
            #expect(report.files.map(\.status) == ["alreadyHeld"])
            #expect(report.lines.contains { $0.contains("nothing changed") })
            #expect(try state(filled.store) == before)
        }
    }

    @Test func `a month cut at a row's end withdraws nothing unless a person allows it`() throws {
        try Filled.with(months: 1) { filled in
            let before = try state(filled.store)
            let month = try #require(Self.data.months[0].first).month
            let lines = Self.data.monthFile(month).split(separator: 10, omittingEmptySubsequences: false)
            let cut = Array(lines.prefix(lines.count / 2).joined(separator: [10])) + [10]
            let path = try filled.file("cut.csv", cut)
            let report = try filled.months([path])
            #expect(report.refused.map { $0.refusal?.code } == ["too-few-rows"])
            #expect(try state(filled.store) == before)
            let allowed = try DentalIntake.months(
                into: filled.store, by: Filled.author, at: Filled.moment, dropping: [], allowingWithdrawals: true)
            #expect(try allowed.run([path]).totals.rowsWithdrawn > 1)
            #expect(try filled.verified().holds)
        }
    }

    @Test func `an archive that is cut short leaves nothing of itself`() throws {
        try Filled.with(months: 2) { filled in
            let before = try state(filled.store)
            let months = Self.data.months.dropFirst(2).prefix(5).compactMap { $0.first?.month }
            let zip = ZipFile.bytes(members: months.map { (Exemplar.monthFileName($0), Self.data.monthFile($0)) })
            let gzip = Compression.gzip(Self.data.monthFile(months[0]))
            for (name, bytes) in [("a.zip", zip), ("b.csv.gz", gzip)] {
                for cut in [bytes.count / 3, bytes.count - 20] {
                    let report = try filled.months([filled.file(name, Array(bytes.prefix(cut)))])
                    #expect(report.refused.count == 1, "\(name) cut to \(cut) bytes")
                    #expect(try state(filled.store) == before, "\(name) cut to \(cut) bytes")
                }
            }
        }
    }

    @Test func `one bad file of a folder is refused and the others stand`() throws {
        try Filled.with(months: 1) { filled in
            let folder = filled.folder.appendingPathComponent("sent")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            let month = try #require(Self.data.months[1].first).month
            try Data(Self.data.monthFile(month)).write(to: folder.appendingPathComponent("a.csv"))
            try Data("Dear colleague\n".utf8).write(to: folder.appendingPathComponent("b.csv"))
            let report = try filled.months([folder.path])
            #expect(report.files.map(\.status).sorted() == ["kept", "refused"])
        }
    }

    @Test func `a local list in a workbook is read from its first sheet, and the others are named`() throws {
        try Filled.with(months: 1) { filled in
            let table = Table(
                key: "types", caption: "", columns: [.init("a", "contract_number"), .init("b", "contract_type")],
                rows: [[.text("1234567890"), .text("GDS")]])
            let bytes = try WorkbookFile.bytes([table, table], title: "Types")
            let report = try filled.local(.contractTypes, filled.file("types.xlsx", bytes))
            #expect(report.files.map(\.status) == ["kept"])
            #expect(report.totals.rowsKept == 1)
            let noted = try filled.store.read { db in try ProblemHeld.all(source: "types.xlsx", db) }
            #expect(noted.map(\.problem.code) == ["other-sheet"])
        }
    }

    @Test func `a column that is dropped at the door is remembered, and the file is read again without it`() throws {
        try Filled.with(months: 1) { filled in
            let month = try #require(Self.data.months[1].first).month
            var text = String(decoding: Self.data.monthFile(month), as: UTF8.self)
            var lines = text.split(separator: "\r\n", omittingEmptySubsequences: true).map(String.init)
            if lines.count < 2 { lines = text.split(separator: "\n").map(String.init) }
            text =
                lines.enumerated().map { $1 + ($0 == 0 ? ",PATIENT" : ",9434765919") }.joined(separator: "\r\n")
                + "\r\n"
            let path = try filled.file("with-patients.csv", Array(text.utf8))
            #expect(try filled.months([path]).refused.map { $0.refusal?.code } == ["patient-identifying"])
            #expect(try filled.months([path], dropping: ["PATIENT"]).refused.isEmpty)
            #expect(try filled.verified().faults == [])
        }
    }

    @Test func `an extract comes in through its mapping, and the report balances`() throws {
        try Filled.with(months: 1) { filled in
            let mapping = """
                name: A
                layout: eden
                reviewedBy: B
                reviewedOn: 2025-01-02
                validFrom: 2024-04-01
                columns: {contract: No, month: Month, delivered: UDAs}
                """
            let saved = try LocalIntake.mapping(at: filled.file("m.yaml", Array(mapping.utf8)))
            let path = try filled.file(
                "x.csv", Array("No,Month,UDAs\n1234567890,2024-05,10.5\n1234567891,2024-05,TBC\n".utf8))
            let job = LocalIntake.job(
                by: saved, into: filled.store, by: Filled.author, at: Filled.moment, dropping: [])
            let totals = try job.run([path]).totals
            #expect(totals.rowsRead == 2 && totals.rowsKept == 1 && totals.rowsRefused == 1)
            #expect(try job.run([path]).files.map(\.status) == ["alreadyHeld"])
            #expect(try filled.verified().faults == [])
        }
    }
}
