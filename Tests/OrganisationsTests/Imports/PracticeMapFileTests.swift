import Organisations
import Tabular
import TestSupport
import Testing
import Vocabulary

struct PracticeMapFileTests {
    static let header = """
        PUBLICATION,EXTRACT_DATE,PRACTICE_CODE,PRACTICE_NAME,PRACTICE_POSTCODE,PCN_CODE,PCN_NAME,\
        ONS_SUB_ICB_LOCATION_CODE,SUB_ICB_LOCATION_CODE,SUB_ICB_LOCATION_NAME,ONS_ICB_CODE,ICB_CODE,ICB_NAME,\
        ONS_COMM_REGION_CODE,COMM_REGION_CODE,COMM_REGION_NAME,SUPPLIER_NAME

        """

    static func row(_ practice: String, day: String = "01Jul2026", pcn: String = "U1", board: String = "QHL") -> String
    {
        "GP,\(day),\(practice),SURGERY,B1 1AA,\(pcn),A PCN,E38000258,15E,B - 15E,E54000055,\(board),B ICB,E40000011,"
            + "Y60,Midlands,EMIS\n"
    }

    static func read(_ rows: String...) throws(Refusal) -> DirectoryReading {
        try PracticeMapFile.read(Sheet(csv: Array((header + rows.joined()).utf8), named: "map.csv"))
    }

    @Test func `a row ties a practice to network, commissioner and board; what repeats is said once`() throws {
        let reading = try Self.read(Self.row("M85001"), Self.row("M85002", pcn: "U"))
        let (first, second) = (reading.rows.values[0].value, reading.rows.values[1].value)
        #expect(
            first.organisations.map(\.role) == [
                .generalPractice, .primaryCareNetwork, .subICB, .integratedCareBoard, .region,
            ])
        #expect(first.organisations[3].onsCode == code("E54000055") && first.relationships.count == 5)
        #expect(second.organisations.map(\.code) == [code("M85002")])
        #expect(second.relationships.map(\.target) == [code("15E"), code("QHL")])
        #expect(reading.statedOn == day("2026-07-01"))
    }

    @Test(arguments: [
        (row("M85001"), "duplicate-row"), (row("M85002", day: "01Aug2026"), "other-day"), (row(""), "blank"),
        (row("M85002", board: "Q-L"), "unreadable-code"), (row("M85002", day: "7/1/26"), "unreadable-day"),
    ]) func `a row at fault is refused`(row: String, problem: String) throws {
        let reading = try Self.read(Self.row("M85001"), row).rows
        #expect(reading.problems.filter { $0.effect == .refused }.map(\.code) == [problem])
        #expect(reading.values.count == 1 && reading.rowsRead == 2)
    }

    @Test func `headers of neither age are refused`() {
        let header = Self.header.replacing("ICB_CODE", with: "BOARD_CODE")
        let refused1 = refusalCode {
            try PracticeMapFile.read(Sheet(csv: Array((header + Self.row("M85001")).utf8), named: "map.csv"))
        }
        #expect(refused1 == "not-this-layout")
    }

    static let maps = "data/gp_registrations"

    static func published(_ file: String) throws -> DirectoryReading {
        try PracticeMapFile.read(Sheet(csv: SharedData.unpacked("\(maps)/\(file)"), named: file))
    }

    @Test(
        .enabled(if: SharedData.has(maps), "the practice maps are not here"),
        arguments: [
            ("gp-reg-pat-prac-map_2026-07.zip", 6_139, "2026-07-01", OrganisationRole.integratedCareBoard, 36, 106),
            ("gp-reg-pat-prac-map_2020-09.csv", 6_708, "2020-09-01", .sustainabilityPartnership, 42, 135),
        ])
    func `every practice of the published maps is kept, under 36 boards in 2026 and 42 areas in 2020`(
        file: String, rows: Int, on: String, role: OrganisationRole, boards: Int, locations: Int
    ) throws {
        let reading = try Self.published(file)
        #expect(reading.rows.rowsRead == rows && reading.rows.values.count == rows && reading.statedOn == day(on))
        let organisations = reading.rows.values.flatMap(\.value.organisations)
        #expect(organisations.count { $0.role == role } == boards)
        #expect(organisations.count { $0.role == .subICB || $0.role == .commissioningGroup } == locations)
        #expect(organisations.count { $0.role == .region } == 7)
    }
}
