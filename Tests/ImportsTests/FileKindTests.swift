import Exemplar
import Files
import Foundation
import Needs
import Testing
import Vocabulary

@testable import Imports

/// A file is known by its columns, alone or compressed, whatever it is called.
struct FileKindTests {
    private static let data = Exemplar(seed: 7, contracts: 12, firstYear: 2023, dataTo: Month("202406")!)

    private static let files: [(kind: FileKind, bytes: [UInt8])] = [
        (.dentalMonth, data.monthFile(Month("202405")!)), (.dentalContracts, data.contractsFile()),
        (.population, data.populationFile()), (.contractTypes, data.contractTypesFile()),
        (.providerGroups, data.providerGroupsFile()), (.patientCharges, data.chargesFile()),
    ]

    private static let practice =
        "A81001,THE SURGERY,Y63,QHM,,,,,,TS18 1HU,19740401,,A,B,16C,20200401,,,,,,0,,16C,,4,\n"

    /// Files of the directory, with the names that they must have.
    private static let directory: [(kind: FileKind, name: String, text: String)] = [
        (.odsReport, "epraccur_2024.csv", practice),
        (.ordPages, "pages.jsonl", "{\"Organisations\":[]}"),
        (.successions, "pairs.csv", "old_code,new_code,date\n"),
        (
            .practiceMap, "map.csv",
            "EXTRACT_DATE,PRACTICE_CODE,PRACTICE_NAME,PRACTICE_POSTCODE,PCN_CODE,PCN_NAME,ONS_CCG_CODE,CCG_CODE,CCG_NAME,"
                + "ONS_STP_CODE,STP_CODE,STP_NAME,ONS_COMM_REGION_CODE,COMM_REGION_CODE,COMM_REGION_NAME\n"
        ),
        (.commissionerLookup, "lookup.csv", "CCG Code,ICB Code,ICB NAME\n"),
        (.areaLookup, "areas.csv", "LSOA11CD,LSOA11NM,LSOA21CD,CHNGIND,LAD22CD,LAD22NM\n"),
        (.trustShares, "shares.csv", "nhs_trust22_code,icb22_code,proportion_trust_came_from_icb\n"),
    ]

    @Test func `a report of ODS is known by its name and shape, other files of the directory by their columns`() throws
    {
        for (kind, name, text) in Self.directory {
            #expect(try Self.recognised(Array(text.utf8), as: name).kind == kind)
        }
        #expect(throws: Refusal.self) { try Self.recognised(Array(Self.practice.utf8), as: "practices.csv") }
        let known = Set(Self.files.map(\.kind)).union(Self.directory.map(\.kind))
        // The networks come as a workbook, which the survey's test reads.
        let others = FileKind.allCases.filter { NeedsFile(rawValue: $0.rawValue) == nil }
        #expect(known.union([.primaryCareNetworks]) == Set(others))
    }

    /// Files on needs, by their titles.
    private static let needs: [(kind: FileKind, text: String)] = [
        (.registeredPatients, "EXTRACT_DATE,TYPE,CODE,POSTCODE,SEX,AGE,NUMBER_OF_PATIENTS\n"),
        (.areaPopulations, "DATE,GEOGRAPHY_CODE,GEOGRAPHY_NAME,C_AGE,OBS_VALUE\n"),
        (.areaDeprivation, "FID,lsoa11cd,lsoa11nm,IMDRank,IMDDecil\n"),
        (.areaCentroids, "{\"objectIdFieldName\":\"FID\",\"features\":[]}"),
        (.practiceDeprivation, "PRACTICE_CODE,PRACTICE_NAME,IMD_YEAR,IMD_SCORE\n"),
        (.qofPrevalence, "PRACTICE_CODE,GROUP_CODE,REGISTER,PATIENT_LIST_TYPE,PRACTICE_LIST_SIZE\n"),
        (.networkIndicators, "ORGANISATION_TYPE,ORGANISATION_CODE,ACH_DATE,IND_CODE,MEASURE,VALUE\n"),
        (.dentalPopulations, "\"\",DATE,SUB_ICB_CODE,LA_CODE,PATIENT_TYPE,POP\n"),
        (
            .dentalBoards,
            "commissioner_code,commissioner_name,contracts,uda_target,uda_financial_value,avg_uda_value,"
                + "uda_delivered_month,late_fp17,hhi_by_provider_name_of_uda_target\n"
        ),
        (.dentalExtractions, "la_code,la_name,name,extractions,population_est,year,rate_per_100000\n"),
    ]

    @Test func `public files on needs are known by their columns`() throws {
        for (kind, text) in Self.needs {
            #expect(try Self.recognised(Array(text.utf8), as: "x.csv").kind == kind)
        }
    }

    @Test func `titles below other rows are refused with the row in which they stand`() {
        let moved = "Prevalence 2024-25,,,,\n\n" + Self.needs[5].text + "A81001,AF,1,TOTAL,2\n"
        #expect {
            _ = try Self.recognised(Array(moved.utf8), as: "x.csv")
        } throws: { error in
            (error as? Refusal)?.code == "header-moved" && (error as? Refusal)?.sentence.contains("row 3") == true
        }
    }

    private static func recognised(_ bytes: [UInt8], as name: String = "file") throws -> RecognisedFile {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("kinds-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appendingPathComponent(name).path
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        return try RecognisedFile(at: path)
    }

    @Test func `each file is known for what it is, and compressed too`() throws {
        for (kind, bytes) in Self.files {
            #expect(try Self.recognised(bytes).kind == kind)
            let packed = try Self.recognised(Compression.gzip(bytes), as: "x.csv.gz")
            let plain = try Self.recognised(bytes)
            #expect(packed == plain)
        }
    }

    @Test func `an archive is known by its first file, and has no digest of one`() throws {
        let zip = StoredZip.bytes(members: [(path: "populations.csv", bytes: Self.data.populationFile())])
        let found = try Self.recognised(zip, as: "all.zip")
        #expect(found.kind == .population && found.digest == nil)
    }

    @Test func `columns of no file that is read are refused with what is read`() {
        #expect {
            _ = try Self.recognised(Array("colour,weight\nred,3\n".utf8))
        } throws: { error in
            (error as? Refusal)?.code == "not-known" && (error as? Refusal)?.remedy?.contains("populations") == true
        }
    }
}
