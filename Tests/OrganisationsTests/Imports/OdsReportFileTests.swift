import Organisations
import Tabular
import TestSupport
import Testing
import Vocabulary

/// A row of a report with the cells that matter; the rest is blank.
func odsRow(
    _ code: String, _ name: String = "A SURGERY", region: String = "Y60", board: String = "QHL",
    postcode: String = "B1 1AA", opened: String = "19740401", closed: String = "", status: String = "A",
    subtype: String = "B", parent: String = "15E", joined: String = "20180401", left: String = "",
    setting: String = "4"
) -> String {
    var cells = Array(repeating: "", count: 27)
    cells[0] = code
    cells[1] = name
    cells[2] = region
    cells[3] = board
    cells[9] = postcode
    cells[10] = opened
    cells[11] = closed
    cells[12] = status
    cells[13] = subtype
    cells[14] = parent
    cells[15] = joined
    cells[16] = left
    cells[21] = "0"
    cells[25] = setting
    return cells.map { "\"\($0)\"" }.joined(separator: ",") + "\n"
}

/// The code of the refusal with which the body ends; nil where it does not.
func refusalCode<Value>(_ body: () throws -> Value) -> String? {
    do {
        _ = try body()
        return nil
    } catch {
        return (error as? Refusal)?.code ?? "\(error)"
    }
}

struct OdsReportFileTests {
    static func read(_ rows: String..., named name: String = "epraccur_2024.csv") throws(Refusal) -> DirectoryReading {
        try OdsReportFile.read(Array(rows.joined().utf8), named: name)
    }

    @Test func `a row is an organisation with its commissioner, its board and the board's region`() throws {
        let reading = try Self.read(odsRow("M85001"), odsRow("Y00001", setting: "10"))
        let first = reading.rows.values[0].value
        #expect(first.organisations[0].role == .generalPractice && first.organisations[0].opened == day("1974-04-01"))
        #expect(
            first.relationships == [
                ListedRelationship(code("M85001"), .inGeographyOf, code("QHL")),
                ListedRelationship(code("QHL"), .inGeographyOf, code("Y60")),
                ListedRelationship(code("M85001"), .commissionedBy, code("15E"), start: day("2018-04-01")),
            ])
        let second = reading.rows.values[1].value
        #expect(second.organisations[0].role == .prescribingCostCentre && second.relationships.count == 2)
        #expect(reading.statedOn == day("2018-04-01"))
    }

    @Test(arguments: [
        (odsRow("M85-01"), "unreadable-code"), (odsRow("M85001", ""), "blank"),
        (odsRow("M85001", opened: "19741301"), "unreadable-day"), (odsRow("M85001", status: "X"), "unknown-status"),
        (odsRow("M85001", opened: "20200101", closed: "20190101", status: "C"), "ends-before-it-begins"),
        (odsRow("M85000"), "duplicate-row"), ("\"M85001\",\"A\"\n", "ragged-row"),
    ]) func `a row at fault is refused with its reason, and the others stand`(row: String, problem: String) throws {
        let reading = try Self.read(odsRow("M85000"), row, odsRow("M85002")).rows
        #expect(reading.problems.map(\.code) == [problem] && reading.problems[0].row == 2)
        #expect(reading.rowsRead == 3 && reading.values.map(\.row) == [1, 3])
    }

    @Test func `another name, a header, or what another report lists is refused whole`() {
        let refused1 = refusalCode { try Self.read(odsRow("M85001"), named: "x.csv") }
        #expect(refused1 == "not-this-report")
        let refused2 = refusalCode { try Self.read("code,name\nA,B\n") }
        #expect(refused2 == "not-this-report")
        let refused3 = refusalCode { try Self.read(odsRow("V00001", subtype: "D")) }
        #expect(refused3 == "not-this-report")
        let refused4 = refusalCode { try Self.read(odsRow("M85001", "9434765919")) }
        #expect(refused4 == "patient-identifying")
    }

    static let files: [(String, Int, String)] = [
        ("epraccur_2024.csv", 15_971, "2023-12-04"), ("epraccur_2023-01.csv.gz", 15_536, "2022-12-05"),
        ("egdpprac_2024.csv", 9_908, "2024-05-17"), ("eauth_2017.csv", 31, "2016-04-01"),
        ("etr_2022.csv", 227, "2020-03-01"), ("eccg_sample.csv", 5, "2024-04-01"),
        ("epraccur_sample_2017.csv", 4, "2013-04-01"),
    ]

    @Test(.enabled(if: SharedData.has("data/ods"), "the ODS files are not here"), arguments: files)
    func `every row of the published files is kept`(file: String, rows: Int, through: String) throws {
        let reading = try OdsReportFile.read(SharedData.unpacked("data/ods/\(file)"), named: file)
        #expect(reading.rows.rowsRead == rows && reading.rows.values.count == rows)
        #expect(reading.rows.problems.allSatisfy { $0.effect == .noted } && reading.statedOn == day(through))
    }

    @Test(.enabled(if: SharedData.has("data/ods"), "the ODS files are not here"))
    func `of the practices of 2024 6,750 are active and of the dental ones 9,544`() throws {
        func active(_ file: String, _ role: OrganisationRole) throws -> Int {
            try OdsReportFile.read(SharedData.unpacked("data/ods/\(file)"), named: file).rows.values.count {
                $0.value.organisations[0].role == role && $0.value.organisations[0].status == .active
            }
        }
        #expect(try active("epraccur_2024.csv", .generalPractice) == 6_750)
        #expect(try active("egdpprac_2024.csv", .dentalPractice) == 9_544)
    }
}
