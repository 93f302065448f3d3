import Foundation
import Needs
import TestSupport
import Testing
import Vocabulary

@testable import Imports

/// Files given for one figure: what is counted, and where it lies.
struct NeedsFilesTests {
    private static func given(_ files: [(String, String)], by larger: NeedsFiles.Larger = .board) throws -> NeedsFiles {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("needs-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for (name, text) in files { try Data(text.utf8).write(to: folder.appendingPathComponent(name)) }
        return try NeedsFiles(files.map { folder.appendingPathComponent($0.0).path }, by: larger)
    }

    static let map = """
        EXTRACT_DATE,PRACTICE_CODE,PRACTICE_NAME,PRACTICE_POSTCODE,PCN_CODE,PCN_NAME,ONS_SUB_ICB_LOCATION_CODE,\
        SUB_ICB_LOCATION_CODE,SUB_ICB_LOCATION_NAME,ONS_ICB_CODE,ICB_CODE,ICB_NAME,ONS_COMM_REGION_CODE,\
        COMM_REGION_CODE,COMM_REGION_NAME
        2026-07-01,A81001,SURGERY,B1 1AA,U1,PCN,E38000258,15E,PLACE,E54000055,QHL,BOARD,E40000011,Y60,Midlands
        2026-07-01,A81002,SURGERY,B1 1AA,U1,PCN,E38000258,15E,PLACE,E54000055,QHL,BOARD,E40000011,Y60,Midlands

        """

    @Test func `a practice map places practices in boards or locations, by their names`() throws {
        let boards = try #require(try Self.given([("map.csv", Self.map)]).grouping)
        #expect(boards.groups(of: "A81002") == ["QHL"] && boards.name(of: "QHL") == "BOARD")
        #expect(boards.groups(of: "QHL").isEmpty, "a board's own tie places no practice")
        let locations = try #require(try Self.given([("map.csv", Self.map)], by: .location).grouping)
        #expect(locations.groups(of: "A81001") == ["15E"] && locations.kind == "sub-ICB locations")
    }

    @Test func `a lookup of commissioners places groups in boards, and is no territory`() throws {
        let boards = try #require(
            try Self.given([("ccg.csv", "CCG Code,ICB Code,ICB NAME\n00C,QHM,BOARD\n00D,QHM,BOARD\n")]).grouping)
        #expect(
            boards.groups(of: "00D") == ["QHM"] && boards.name(of: "QHM") == nil || boards.name(of: "QHM") == "BOARD")
    }

    @Test func `a lookup places areas and authorities, and an authority in two boards lies across`() throws {
        let lookup = """
            lsoa11_code,icb22_code,icb22_code_h,ltla22_code
            E01000001,E54000008,QYG,E07000001
            E01000002,E54000009,QOP,E07000001

            """
        let boards = try #require(try Self.given([("lookup.csv", lookup)]).grouping)
        #expect(boards.groups(of: "E01000001") == ["QYG"] && boards.groups(of: "E07000001") == ["QYG", "QOP"])
    }

    @Test func `files are read by what they are, and others refused`() throws {
        let qof = "PRACTICE_CODE,GROUP_CODE,REGISTER,PATIENT_LIST_TYPE,PRACTICE_LIST_SIZE\nA81001,DM,1,17OV,2\n"
        let given = try Self.given([("PREVALENCE_2425.csv", qof), ("map.csv", Self.map)])
        #expect(given.readings.map(\.name) == ["PREVALENCE_2425.csv"] && given.sources.count == 2)
        func code(_ text: String) -> String? {
            do {
                _ = try Self.given([("x.csv", text)])
                return nil
            } catch { return (error as? Refusal)?.code }
        }
        #expect(code("old_code,new_code,date\nA,B,2020-04-01\n") == "not-for-figures")
        #expect(code("colour,weight\nred,3\n") == "not-known")
    }
}
