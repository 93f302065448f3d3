import Activity
import Engines
import Exemplar
import Files
import Foundation
import Store
import Tabular
import TestSupport
import Testing
import Vocabulary

@testable import Imports

private let library: EngineLibrary? = {
    let given = ProcessInfo.processInfo.environment["REMIT_DUCKDB"]
    return try? EngineLibrary(path: given ?? checkout.appendingPathComponent(".engines/duckdb/libduckdb.so").path)
}()

/// What comes through the door: archives, workbooks, UTF-16, files of another provider or year, files that were cut off.
@Suite(.enabled(if: library != nil, "the query engine is not installed: ./do setup engines"))
final class ActivityDoorTests {
    private let folder: URL
    private let store: Store

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("remit-door-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        store = try Store.create(at: folder.appendingPathComponent("r.sqlite").path)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    private var place: ActivityFolder { ActivityFolder(beside: folder.appendingPathComponent("r.sqlite").path) }

    private func intake(_ change: (inout ActivityIntake) -> Void = { _ in }) -> ActivityIntake {
        var intake = ActivityIntake(
            into: store, folder: place, library: library!, by: Author("A. Tester")!,
            at: Moment(secondsSince1970: 1_740_000_000))
        change(&intake)
        return intake
    }

    private func made(rows: Int = 600) -> [ExemplarActivity.File: [UInt8]] {
        var files: [ExemplarActivity.File: [UInt8]] = [:]
        ExemplarActivity(rows: rows, seed: 5).write { files[$0, default: []] += $1 }
        return files
    }

    private func write(_ bytes: [UInt8], _ name: String) throws -> String {
        let path = folder.appendingPathComponent(name).path
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        return path
    }

    private var held: [HeldSubmission] { get throws { try store.read { db in try HeldSubmission.all(db) } } }

    /// Three providers' months of a plain file: a header and rows of cells.
    private func small(_ rows: [String], end: String = "\r\n") -> [UInt8] {
        let header =
            "FINANCIAL MONTH,FINANCIAL YEAR,ORGANISATION IDENTIFIER (CODE OF PROVIDER),"
            + "ORGANISATION IDENTIFIER (CODE OF COMMISSIONER),POINT OF DELIVERY CODE,CONTRACT MONITORING ACTUAL ACTIVITY,"
            + "CONTRACT MONITORING ACTUAL PRICE"
        return Array(([header] + rows).joined(separator: "\r\n").utf8) + Array(end.utf8)
    }

    @Test func `each file of a zip is a submission, and the same zip again changes nothing`() throws {
        let files = made()
        let zip = ZipFile.bytes(members: [
            (path: "june/plcm.csv", bytes: files[.patientLevel]!), (path: "june/acm.csv", bytes: files[.aggregate]!),
            (path: "june/letter.pdf", bytes: [37, 80]),
        ])
        let path = try write(zip, "june.zip")
        let all = try intake().takeAll(path)
        #expect(all.map(\.name) == ["june.zip, plcm.csv", "june.zip, acm.csv"])
        let acts = try all.map { try $0.outcome.get().submission }
        #expect(acts.map { $0?.layout } == ["plcm", "acm"])
        #expect(acts[0]?.notes.contains { $0.code == "member-not-read" } == true)
        #expect(try intake().takeAll(path).allSatisfy { try $0.outcome.get().submission == nil })
        // The file by itself is the one in the archive.
        #expect(try intake().take(try write(files[.patientLevel]!, "plcm.csv")).submission == nil)
        #expect(try held.count == 2 && FileManager.default.fileExists(atPath: place.path + "/.unpacked") == false)
    }

    @Test func `gzip, UTF-16 and a workbook give the rows that the plain file gives`() throws {
        let rows = [
            "1,202526,XA1,QZA,OP,2.5,100.10", "2,2025/26,XA1,QZB,\"A, B\",1,£1000.00",
        ]
        let plain = try #require(try intake().take(try write(small(rows), "plain.csv")).submission)
        let gzip = try #require(
            try intake().take(try write(Compression.gzip(small(rows, end: "\n")), "plain2.csv.gz")).submission)
        let text = String(decoding: small(rows), as: UTF8.self)
        var wide: [UInt8] = [0xFF, 0xFE]
        for unit in text.utf16 { wide += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
        let utf16 = try #require(try intake().take(try write(wide, "wide.csv")).submission)
        let titles = text.split(separator: "\r\n")[0].split(separator: ",").map(String.init)
        var table = Table(
            key: "acm", caption: "June, as agreed", columns: titles.enumerated().map { .init("c\($0)", $1) })
        table.append([
            .text("1"), .text("202526"), .text("XA1"), .text("QZA"), .text("OP"), .text("2.5"), .text("100.10"),
        ])
        table.append([
            .text("2"), .text("202526"), .text("XA1"), .text("QZB"), .text("A, B"), .text("1"), .text("1000"),
        ])
        let book = try WorkbookFile.bytes([table], title: "June")
        let sheet = try #require(try intake().take(try write(book, "june.xlsx")).submission)
        for act in [gzip, utf16, sheet] {
            #expect(act.kept == plain.kept && act.slices == plain.slices, "\(act.sourceName)")
        }
        #expect(sheet.sourceName == "june.xlsx, sheet Acm")
        #expect(utf16.size == wide.count, "it is the file as sent that is registered")
    }

    @Test func `problems in a workbook name the sheet's own rows`() throws {
        var table = Table(
            key: "acm", caption: "June",
            columns: [
                "FINANCIAL MONTH", "FINANCIAL YEAR", "ORGANISATION IDENTIFIER (CODE OF PROVIDER)",
                "ORGANISATION IDENTIFIER (CODE OF COMMISSIONER)", "CONTRACT MONITORING ACTUAL PRICE",
            ].enumerated().map { .init("c\($0)", $1) })
        table.append([.text("1"), .text("202526"), .text("XA1"), .text("QZA"), .text("1")])
        table.append([.text("1"), .text("202526"), .text("XA1"), .text("QZA"), .text("TBC")])
        let act = try #require(
            try intake().take(try write(try WorkbookFile.bytes([table], title: "T"), "b.xlsx")).submission)
        #expect(act.kept.rows == 1 && act.refused.rows == 1)
        let engine = try Engine(library!, limits: EngineLimits(folders: [place.path]))
        // The caption is row 1 and the titles are row 2.
        let found = try engine.query("SELECT row FROM '\(place.path)/\(act.folder)/problems-*.parquet'")
        #expect(found["row"].wholes == [4])
    }

    @Test func `an archive that ends early leaves nothing, although its first file is whole`() throws {
        let files = made()
        let zip = ZipFile.bytes(members: [
            (path: "plcm.csv", bytes: files[.patientLevel]!), (path: "acm.csv", bytes: files[.aggregate]!),
        ])
        let path = try write(Array(zip.dropLast(60)), "june.zip")
        let refusal = #expect(throws: Refusal.self) { try intake().takeAll(path) }
        #expect(refusal?.code == "file-damaged")
        #expect(try held.isEmpty)
        #expect(try FileManager.default.contentsOfDirectory(atPath: place.path) == [".lock"])
    }

    @Test func `a file of another provider or year than was said is refused, with how many rows and which first`()
        throws
    {
        let rows = ["1,202526,XA1,QZA,OP,1,1", "1,202526,XA2,QZA,OP,1,1", "1,202425,xa1,QZA,OP,1,1"]
        let path = try write(small(rows), "june.csv")
        let provider = #expect(throws: Refusal.self) { try intake { $0.provider = "XA1" }.take(path) }
        #expect(provider?.code == "other-provider")
        #expect(
            provider?.sentence
                == "june.csv was given as of the provider XA1, and states XA2 in 1 row, the first of them row 3.")
        let year = #expect(throws: Refusal.self) { try intake { $0.year = FinancialYear("2025/26") }.take(path) }
        #expect(
            year?.code == "other-year" && year?.sentence.contains("2024/25 in 1 row, the first of them row 4") == true)
        #expect(try held.isEmpty)
        #expect(try FileManager.default.contentsOfDirectory(atPath: place.path) == [".lock"])
        let good = try write(small([rows[0], rows[0]]), "good.csv")
        #expect(
            try intake { ($0.provider, $0.year) = ("xa1", FinancialYear("2025/26")) }.take(good).submission != nil)
    }

    @Test func `a name that says another provider or year than the rows is noted`() throws {
        let first = try intake().take(try write(small(["1,202526,XA2,QZA,OP,1,1"]), "first.csv"))
        #expect(first.submission?.notes.contains { $0.code.hasPrefix("name-of") } == false)
        let path = try write(small(["1,202526,XA1,QZA,OP,1,1"]), "XA2_acm_2024-25_M01.csv")
        let notes = try #require(try intake().take(path).submission).notes
        #expect(
            notes.filter { $0.code.hasPrefix("name-of") }.map(\.code) == [
                "name-of-other-provider", "name-of-other-year",
            ])
        let right = try write(small(["2,202526,XA2,QZA,OP,1,1"]), "xa2 acm 202526.csv")
        #expect(try intake().take(right).submission?.notes.contains { $0.code.hasPrefix("name-of") } == false)
        #expect(SubmissionClaims.years(in: "plcm_20250401_202604.csv").isEmpty)
    }

    @Test func `a last row that stops early is a cut-off file, and a footer is not`() throws {
        let whole = "1,202526,XA1,QZA,OP,1,1"
        for (rows, end) in [([whole, "1,202526,XA1,QZ"], ""), ([whole, "1,202526,XA1,QZ"], "\r\n")] {
            let refusal = #expect(throws: Refusal.self) {
                try intake().take(try write(small(rows, end: end), "cut.csv"))
            }
            #expect(refusal?.code == "truncated")
            #expect(refusal?.sentence == "cut.csv is cut off: its last row, 3, stops after 4 of 7 cells.")
        }
        let footed = try intake().take(try write(small([whole, "(1 rows affected)"]), "footed.csv"))
        #expect(footed.submission?.kept.rows == 1 && footed.submission?.refused.rows == 1)
    }

    @Test func `a mapping with two columns for one field is refused with both titles`() throws {
        let path = try write(
            Array(
                """
                name: A
                layout: acm
                reviewedBy: A. Analyst
                reviewedOn: 2025-05-02
                validFrom: 2025-04-01
                columns:
                  cost: [Total Price, Net Price]
                """.utf8), "mapping.yaml")
        let refusal = #expect(throws: Refusal.self) { try ActivityMapping(ActivityIntake.document(at: path)) }
        #expect(refusal?.code == "bad-mapping")
        #expect(refusal?.sentence.contains("“Total Price” and “Net Price”") == true, "\(refusal?.sentence ?? "")")
    }
}
