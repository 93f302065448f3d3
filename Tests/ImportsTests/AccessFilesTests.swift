import Foundation
import Methods
import Needs
import Rulebook
import TestSupport
import Testing
import Vocabulary

@testable import Imports

/// Files on access to care, joined by their codes.
struct AccessFilesTests {
    static let now = Moment(secondsSince1970: 1_795_300_000)

    static func rules() throws -> AccessDefaults { try AccessDefaults(.shipped, on: now.day) }

    private static func material(_ files: [(String, String)]) throws -> AccessMaterial {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("access-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for (name, text) in files { try Data(text.utf8).write(to: folder.appendingPathComponent(name)) }
        return try AccessFiles.material(
            files.map { folder.appendingPathComponent($0.0).path }, by: rules(), at: now)
    }

    static let people = """
        "DATE","GEOGRAPHY_CODE","GEOGRAPHY_NAME","C_AGE","OBS_VALUE","RECORD_COUNT"
        "2024","E01000001","Town 001A","200",1000,3
        "2024","E01000001","Town 001A","201",200,3
        "2024","E01000002","Town 001B","200",3000,3
        "2024","E01000003","Town 001C","200",500,3
        "2024","W01000001","Wales 1","200",700,3

        """

    static let centroids = """
        {"objectIdFieldName":"FID","spatialReference":{"wkid":4326},"features":[\
        {"attributes":{"LSOA21CD":"E01000001"},"geometry":{"x":-1.0,"y":52.0}},\
        {"attributes":{"LSOA21CD":"E01000002"},"geometry":{"x":-1.0,"y":52.04}},\
        {"attributes":{"LSOA21CD":"E01000003"},"geometry":{"x":-1.0,"y":52.5}}]}

        """

    static let boards = """
        lsoa21_code,sicbl24_code,sicbl24_code_nhs,icb24_code,icb24_code_nhs
        E01000001,E38000001,01A,E54000001,QAA
        E01000002,E38000001,01A,E54000001,QAA
        E01000003,E38000002,02B,E54000002,QBB

        """

    static let changes = """
        lsoa11_code,change_code,lsoa21_code
        E01000009,S,E01000001
        E01000009,S,E01000002
        E01000003,U,E01000003

        """

    static let index = "lsoa11_code,IMD_rank,IMD_decile\nE01000009,1,1\nE01000003,2,6\n"

    static let sites = "site,name,lsoa,supply\nP1,Surgery,E01000001,5\nP2,Other,E01000009,4\nP3,Nowhere,E01999999,3\n"

    static let all = [
        ("people.csv", people), ("centroids.jsonl", centroids), ("boards.csv", boards), ("changes.csv", changes),
        ("index.csv", index), ("sites.csv", sites),
    ]

    private static func joined(
        _ files: [(String, String)] = all, of asked: AccessMaterial.Asked = .board("QAA"),
        supply: AccessMaterial.Supply? = nil
    ) throws -> AccessMaterial.Joined {
        try material(files).question(
            of: asked, supply: supply, method: rules().usual(), unit: "doctors", per: 1_000, showsPersonalNames: false)
    }

    private static func code(_ files: [(String, String)], of asked: AccessMaterial.Asked = .board("QAA")) -> String? {
        do {
            _ = try joined(files, of: asked)
            return nil
        } catch { return (error as? Refusal)?.code }
    }

    @Test func `areas have their people, place, fifth and side of the border, and Wales is said to be left out`() throws
    {
        let joined = try Self.joined()
        let areas = joined.question.areas
        #expect(areas.map(\.code) == ["E01000001", "E01000002", "E01000003"])
        #expect(areas.map(\.people) == [1_000, 3_000, 500] && areas.map(\.isAsked) == [true, true, false])
        #expect(areas[0].place == MapPoint(52, -1) && areas[0].name == "Town 001A")
        // The index is of 2011: both parts of a split area have its fifth.
        #expect(areas.map(\.fifth) == [1, 1, 3])
        #expect(joined.notes.contains { $0.hasPrefix("1 area with 700 people is not in the lookup") })
    }

    @Test func `a site of a split area lies in the middle of the people of its parts, and one of no area nowhere`()
        throws
    {
        let sites = try Self.joined().question.sites
        #expect(sites[0].placing == .centroid("E01000001") && sites[0].isAsked == true)
        #expect(sites[1].placing == .split("E01000009", parts: ["E01000001", "E01000002"]))
        #expect(sites[1].place.map { abs($0.first - 52.03) < 1e-9 } == true && sites[1].isAsked == true)
        #expect(sites[2].place == nil && sites[2].placing == .some(.none(.unknownArea)) && sites[2].isAsked == nil)
        let answer = try WorkOutAccess.answer(Self.joined().question)
        #expect(answer.leftOut.map(\.code) == ["P3"] && answer.leftOut[0].size == 3)
    }

    @Test func `a location is asked for as a board is, by either code`() throws {
        #expect(try Self.joined(of: .location("02B")).question.areas.map(\.isAsked) == [false, false, true])
        #expect(try Self.joined(of: .board("E54000001")).question.areas.map(\.isAsked) == [true, true, false])
        #expect(Self.code(Self.all, of: .board("QZZ")) == "no-such-area")
    }

    @Test func `dental contracts are sites with what they contracted or delivered`() throws {
        let header = """
            YEAR_MONTH,COMMISSIONER_CODE,COMMISSIONER_NAME,CONTRACT_NUMBER,PROVIDER_NAME,LATEST_PPC_ADDRESS_POSTCODE,\
            LSOA11_CODE,UDA_PERF_TARGET,UDA_FIN_VAL,UDA_DELIVERED,LATE_SUBMITTED_FP17,UDA_DELIVERED_FD,\
            BAND_1_DELIVERED,BAND_2A_DELIVERED,BAND_2B_DELIVERED,BAND_2C_DELIVERED,BAND_3_DELIVERED,BAND_URGENT_DELIVERED,\
            BAND_OTHER_DELIVERED,CHILD_12M_COUNT,ADULT_24M_COUNT,GENERAL_DENTAL_FIN_VALUE

            """
        func row(_ month: String, _ contract: String, _ name: String, _ target: Int, _ done: Int) -> String {
            "\(month),QAA,A Board,\(contract),\(name),B1 1AA,E01000003,\(target),1000,\(done)"
                + ",0,0,1,1,1,1,1,1,1,9,9,1000\n"
        }
        let months = [
            ("a.csv", header + row("202311", "1000080000", "High Street Dental Practice Ltd", 900, 70)),
            (
                "b.csv",
                header + row("202312", "1000080000", "High Street Dental Practice Ltd", 1_000, 80)
                    + row("202312", "1000100000", "Jo Smith", 500, 10)
            ),
        ]
        let contracted = try Self.joined(Self.all.dropLast() + months, supply: .contracted)
        #expect(
            contracted.question.sites.map(\.supply) == [1_000, 500] && contracted.question.unit == "UDAs contracted")
        #expect(contracted.question.sites.map(\.name).last == "Name withheld (may be personal)")
        #expect(contracted.question.asked == "A Board (QAA)")
        let delivered = try Self.joined(Self.all.dropLast() + months, supply: .delivered)
        #expect(delivered.question.sites.map(\.supply) == [150, 10])
        #expect(delivered.notes.contains { $0.contains("November 2023 to December 2023") })
    }

    @Test func `a place is an area's code or coordinates, which may not be swapped`() throws {
        let (joined, extent) = (try Self.joined(), try Self.rules().extent)
        #expect(try joined.place("E01000002", within: extent) == MapPoint(52.04, -1))
        #expect(try joined.place("52.2, -1.5", within: extent) == MapPoint(52.2, -1.5))
        for text in ["nowhere", "-1.5,52.2", "E01999999"] {
            #expect(throws: Refusal.self) { try joined.place(text, within: extent) }
        }
        let site = try joined.site("new", supply: 5, at: "E01000003", within: extent)
        #expect(site.isAsked == false && site.supply == 5)
    }

    @Test func `a file that is missing, twice or of no use is said`() {
        for name in ["people.csv", "centroids.jsonl", "boards.csv", "sites.csv"] {
            #expect(Self.code(Self.all.filter { $0.0 != name }) == "file-needed", "\(name)")
        }
        #expect(Self.code(Self.all + [("again.csv", Self.people)]) == "file-twice")
        #expect(Self.code(Self.all + [("x.csv", "old_code,new_code,date\nA,B,2020-04-01\n")]) == "not-for-access")
        #expect(Self.code(Self.all + [("x.csv", "colour,weight\nred,3\n")]) == "not-known")
    }

    @Test func `a table of travel is taken for what it is, and refused rows are said`() throws {
        let travel = "area,site,minutes\nE01000001,P1,5\nE01000001,P2,-5\n"
        let joined = try Self.joined(Self.all + [("ways.csv", travel)])
        #expect(joined.question.travel?.unit == "minutes" && joined.question.travel?.ways.count == 1)
        #expect(joined.notes.contains { $0.contains("1 row of ways.csv was refused") })
    }

    @Test(.enabled(if: SharedData.has("data/nhsbsa_dental/uda_contractor_202312.csv")))
    func `published files join for one real board, and every contract is placed or listed`() throws {
        let files = [
            "data/ons_geography/nomis_NM_2014_1_lsoa21_mye_broad_age.csv.gz",
            "data/ons_geography/lsoa21_pop_centroids_pages.jsonl.gz",
            "data/ons_geography/lookup_lsoa21_sicbl24_icb24.csv.gz",
            "data/ons_geography/lookup_lsoa11_lsoa21_ltla22.csv.gz", "data/imd/imd2025_england_lsoa21.csv.gz",
            "data/nhsbsa_dental/uda_contractor_202312.csv",
        ]
        let material = try AccessFiles.material(
            files.map { SharedData.url($0).path }, by: Self.rules(), at: Self.now)
        let joined = try material.question(
            of: .board("QJ2"), supply: .contracted, method: Self.rules().usual(), unit: "", per: 1,
            showsPersonalNames: false)
        let answer = try WorkOutAccess.answer(joined.question)
        #expect(answer.areas.count == 33_755 && answer.fifths.map(\.fifth) == [1, 2, 3, 4, 5])
        #expect(abs(answer.supplyReached - answer.supplyShared) < 1e-6 * answer.supplyReached)
        let placeless = answer.leftOut.filter { $0.why == .siteWithoutPlace }.count
        let idle = answer.leftOut.filter { $0.why == .siteWithoutSupply }.count
        #expect(answer.sites.count + placeless + idle == joined.question.sites.count)
    }
}
