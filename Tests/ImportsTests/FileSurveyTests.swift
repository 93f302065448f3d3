import Files
import Foundation
import Imports
import Store
import Tabular
import TestSupport
import Testing
import Vocabulary

/// A folder of files as it is looked at before anything is taken in.
struct FileSurveyTests {
    private static let moment = Moment(secondsSince1970: 1_795_000_000)

    private static func row(_ survey: FileSurvey, _ name: String) -> [String] {
        survey.table.rows.first { $0[0] == .text(name) }?.map(\.shown) ?? []
    }

    @Test func `each file is read, refused, not yet understood or no data; folders are gone into`() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("survey-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: folder.appendingPathComponent("in/deeper"), withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        func put(_ name: String, _ text: String) throws {
            try Data(text.utf8).write(to: folder.appendingPathComponent(name))
        }
        try put("README.md", "words")
        try put("in/pairs.csv", "old_code,new_code,date\nA,B,2020-04-01\nA,B,never\n")
        try put("in/deeper/empty.csv", "old_code,new_code,date\n")
        try put("in/colours.csv", "colour,weight\nred,3\n")
        try put("in/roles.csv", "id,displayName,primaryRole\nRO110,GENERAL DENTAL PRACTICE,true\n")
        try put("in/show.json", #"{"result":{"title":"Activity","resources":[{},{}]}}"#)
        try put(".hidden", "x")
        let survey = try FileSurvey(of: folder.path, at: Self.moment)
        #expect(
            survey.table.rows.map { $0[0].shown } == [
                "README.md", "in/colours.csv", "in/deeper/empty.csv", "in/pairs.csv", "in/roles.csv", "in/show.json",
            ])
        #expect(Self.row(survey, "in/pairs.csv") == ["in/pairs.csv", "successions", "2", "1", "1", "1", ""])
        #expect(Self.row(survey, "in/colours.csv").last == "2 columns: colour, weight")
        #expect(Self.row(survey, "in/deeper/empty.csv").last?.hasPrefix("refused whole: ") == true)
        #expect(survey.summary.hasPrefix("6 files: 1 read, 1 refused, 1 not yet understood; 2 rows read = 1 kept + 1"))
        #expect(
            Self.row(survey, "in/roles.csv").last
                == "is a list of codes: 1 roles of organisations at ODS with their names")
        #expect(Self.row(survey, "in/show.json").last?.contains("“Activity”: it names 2 files and holds none") == true)
        #expect(throws: Refusal.self) { try FileSurvey(of: folder.path + "/none", at: Self.moment) }
    }

    @Test(.enabled(if: SharedData.has("data/ods"), "the ODS files are not here"))
    func `every row of ODS's published files is kept but one without a code, those of the workbooks too`() throws {
        let survey = try FileSurvey(of: SharedData.url("data/ods").path, at: Self.moment)
        let workbooks = [("ePCN_2023-01.xlsx", "8784"), ("ePCN_2026-02.xlsx", "9071")]
        for (name, rows) in workbooks {
            let row = Self.row(survey, name).map { $0.replacing(",", with: "") }
            #expect(row.prefix(5) == [name, "primaryCareNetworks", rows, rows, "0"])
        }
        for entry in survey.entries {
            if case .read(let kind, let counts) = entry.outcome {
                #expect(
                    counts.read == counts.kept + (entry.name == "CCG_ICB_code.csv" ? 1 : 0), "\(entry.name) is \(kind)")
            }
            if case .refused(_, let refusal) = entry.outcome { Issue.record("\(entry.name): \(refusal)") }
        }
    }
}
