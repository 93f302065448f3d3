import Files
import Foundation
import Needs
import Tabular
import Testing
import Vocabulary

@testable import Imports

/// A commissioner's list of dental contracts as sites of a question on access to care.
struct ListedSitesTests {
    static let titles = [
        "Contract Information", "Name / Body / Partnership", "Practice name", "Post Code", "ICB Code",
        "UDA Annual Contracted",
    ]

    static let month = """
        YEAR_MONTH,COMMISSIONER_CODE,COMMISSIONER_NAME,CONTRACT_NUMBER,PROVIDER_NAME,LATEST_PPC_ADDRESS_POSTCODE,\
        LSOA11_CODE,UDA_PERF_TARGET,UDA_FIN_VAL,UDA_DELIVERED,LATE_SUBMITTED_FP17,UDA_DELIVERED_FD,\
        BAND_1_DELIVERED,BAND_2A_DELIVERED,BAND_2B_DELIVERED,BAND_2C_DELIVERED,BAND_3_DELIVERED,BAND_URGENT_DELIVERED,\
        BAND_OTHER_DELIVERED,CHILD_12M_COUNT,ADULT_24M_COUNT,GENERAL_DENTAL_FIN_VALUE
        202312,QAA,A Board,1000080000,A Ltd,B1 1AA,E01000003,900,1000,70,0,0,1,1,1,1,1,1,1,9,9,1000

        """

    private static func joined(withMonth: Bool, showsNames: Bool = false) throws -> AccessMaterial.Joined {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("listed-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let list = try WorkbookFile.bytes(
            [
                NeedsWorkbooksTests.table(
                    "data", titles,
                    [
                        ["1000080000x", "MR A B SMITH", "Smile Dental Practice", "b1 1aa", "QAA", "7000"],
                        ["1000090001x", "MR C JONES", "Mr C Jones", "Z9 9ZZ", "QAA", "50"],
                    ])
            ], title: "List")
        var files = AccessFilesTests.all.dropLast().map { ($0.0, Data($0.1.utf8)) } + [("list.xlsx", Data(list))]
        if withMonth { files.append(("month.csv", Data(month.utf8))) }
        for (name, data) in files { try data.write(to: folder.appendingPathComponent(name)) }
        let rules = try AccessFilesTests.rules()
        let material = try AccessFiles.material(
            files.map { folder.appendingPathComponent($0.0).path }, by: rules, at: AccessFilesTests.now)
        return try material.question(
            of: .board("QAA"), supply: nil, method: rules.usual(), unit: "doctors", per: 1_000,
            showsPersonalNames: showsNames)
    }

    @Test func `a place lies where NHSBSA has its postcode, and one that it does not have lies nowhere`() throws {
        let joined = try Self.joined(withMonth: true)
        let sites = joined.question.sites
        #expect(sites.map(\.supply) == [7_000, 50] && joined.question.unit == "UDAs contracted")
        #expect(sites[0].placing == .centroid("E01000003") && sites[1].place == nil)
        #expect(joined.notes.contains { $0.hasPrefix("The list has sites of “QAA” alone") })
        #expect(joined.notes.contains { $0.contains("1 of its 2 places have that which NHSBSA gives") })
        #expect(
            try Self.joined(withMonth: false).notes.contains {
                $0.contains("no month of NHSBSA's dental contractor file")
            })
    }

    @Test func `a practice that is called by a person is shown so only where names are asked for`() throws {
        #expect(
            try Self.joined(withMonth: true).question.sites.map(\.name)
                == ["Smile Dental Practice", "Name withheld (may be personal)"])
        #expect(try Self.joined(withMonth: true, showsNames: true).question.sites[1].name == "Mr C Jones")
    }
}
