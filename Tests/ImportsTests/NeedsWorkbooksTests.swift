import Files
import Foundation
import Needs
import Tabular
import TestSupport
import Testing
import Vocabulary

@testable import Imports

/// Workbooks with several sheets, as files: known by the titles on their sheets, and read whole.
struct NeedsWorkbooksTests {
    private static let moment = Moment(secondsSince1970: 1_795_000_000)

    /// A sheet as `WorkbookFile` writes it: a caption above the titles.
    static func table(_ key: String, _ titles: [String], _ rows: [[String]]) -> Table {
        Table(
            key: key, caption: "Something above the titles", columns: titles.enumerated().map { .init("c\($0)", $1) },
            rows: rows.map { $0.map { text in Double(text).map { Cell.number($0, places: 2) } ?? .text(text) } })
    }

    static let titles = [
        "Clinical Commissioning Group Code (2019)", "Clinical Commissioning Group Name (2019)", "IMD - Average score",
    ]

    static func workbook(_ titles: [String] = titles) throws -> [UInt8] {
        try WorkbookFile.bytes(
            [
                table("notes", ["Note"], [["words"]]),
                table("imd", titles, [["E38000002", "NHS Ashford CCG", "18.5"]]),
            ], title: "Summaries")
    }

    private static func known(_ bytes: [UInt8], as name: String) throws -> FileKind {
        try FileKind(Member(name: name, containerName: nil, bytes: bytes))
    }

    @Test func `a workbook is known by titles below others on a later sheet`() throws {
        let bytes = try Self.workbook()
        #expect(try Self.known(bytes, as: "summaries.xlsx") == .deprivationSummaries)
        let reading = try NeedsIntake.read(bytes, named: "summaries.xlsx", as: .deprivationSummaries)
        #expect(reading.rowsRead == 1 && reading.rowsKept == 1)
        #expect(reading.problems.contains { $0.code == "no-table" && $0.explanation.contains("Notes") })
    }

    @Test func `other titles, a cut workbook, an empty file and text are refused`() throws {
        let bytes = try Self.workbook()
        #expect(throws: Refusal.self) {
            try Self.known(try Self.workbook(["Code", "Name", "Score"]), as: "summaries.xlsx")
        }
        #expect(throws: Refusal.self) { try Self.known(Array(bytes.prefix(bytes.count / 2)), as: "summaries.xlsx") }
        #expect(throws: Refusal.self) { try Self.known([], as: "summaries.xlsx") }
        func code(_ bytes: [UInt8], _ kind: NeedsFile) -> String? {
            do { _ = try NeedsIntake.read(bytes, named: "x", as: kind) } catch { return error.code }
            return nil
        }
        #expect(code(Array("code,name\n".utf8), .deprivationSummaries) == "not-a-workbook")
        #expect(code(bytes, .qofPrevalence) == "workbook-not-read" && code(bytes, .dentalAnnex) == "not-this-layout")
    }

    @Test(
        .enabled(
            if: SharedData.has("data/dental_statistics") && SharedData.has("data/imd"), "the workbooks are not here"),
        arguments: [
            ("data/imd/IoD2019_File_13_CCG_summaries.xlsx", FileKind.deprivationSummaries, 1_910, 0),
            ("data/dental_statistics/Black_Country_dental_list_Oct2022.xlsx", .dentalList, 182, 0),
            // England stands on four sheets of areas.
            ("data/dental_statistics/Hospital_teeth_extractions_2018_to_2021.xlsx", .dentalExtractions, 993, 3),
            ("data/dental_statistics/nhs-dent-stat-eng-18-19-anx2.xlsx", .dentalAnnex, 1_159, 0),
        ])
    func `every row of the published workbooks is kept but those that stand twice`(
        path: String, kind: FileKind, rows: Int, refused: Int
    ) throws {
        let bytes = try SharedData.unpacked(path)
        #expect(try Self.known(bytes, as: "x.xlsx") == kind)
        let reading = try NeedsIntake.read(bytes, named: "x.xlsx", as: try #require(kind.needs))
        #expect(reading.rowsRead == rows && reading.rowsKept == rows - refused)
        let faults = reading.problems.filter { $0.effect == .refused }
        #expect(faults.count == refused && faults.allSatisfy { $0.code == "duplicate-row" }, "\(faults)")
    }

    @Test(.enabled(if: SharedData.has("data/dental_statistics"), "the workbooks are not here"))
    func `published figures come out as they stand`() throws {
        let annex = try NeedsIntake.read(
            SharedData.unpacked("data/dental_statistics/nhs-dent-stat-eng-18-19-anx2.xlsx"), named: "a.xlsx",
            as: .dentalAnnex)
        guard case .indicators(let found) = annex else { return }
        let values = found.values.flatMap(\.value)
        let england = values.filter { $0.area == "Eng" && $0.part == "Child" }
        #expect(england.map(\.count).contains(.number(7_000_685)) && england.map(\.value).contains(.number(58.99)))
        let dentists = values.first {
            $0.indicator == "dental.dentists.region" && $0.area == "England" && $0.period == "2018/19"
        }
        #expect(dentists?.count == .number(24_545))
    }
}
