import Organisations
import Tabular
import TestSupport
import Testing
import Vocabulary

struct AreaLookupFileTests {
    static func read(_ text: String) throws(Refusal) -> DirectoryReading {
        try AreaLookupFile.read(Sheet(csv: Array(text.utf8), named: "lookup.csv"))
    }

    @Test func `the Office's own headers and those of its packagers are both read`() throws {
        let packaged = try Self.read(
            "lsoa21_name,lsoa21_code,sicbl24_name,sicbl24_code,sicbl24_code_nhs,icb24_name,icb24_code,icb24_code_nhs\n"
                + "Halton 001A,E01012392,C,E38000068,01F,B,E54000008,QYG\n")
        let own = try Self.read(
            "LSOA21CD,LSOA21NM,SICBL24CD,SICBL24CDH,ICB24CD,ICB24CDH\nE01012392,Halton 001A,E38000068,01F,E54000008,QYG\n"
        )
        #expect(packaged.rows.values[0].value.area == own.rows.values[0].value.area)
        #expect(own.rows.values[0].value.area?.icb?.nhs == code("QYG"))
    }

    @Test func `how an area changed stands with it`() throws {
        let reading = try Self.read(
            "lsoa11_code,lsoa21_code,change_code,ltla22_code\nE01011949,E01011949,U,E06000001\n"
                + "E01011950,E01033000,S,E06000001\nE01011951,E01033000,Q,E06000001\nE0101195,E01033000,M,E06000001\n"
                + "E01011949,E01011949,U,E06000001\n")
        #expect(reading.rows.values.map(\.value.area?.change) == [.unchanged, .split])
        #expect(
            reading.rows.problems.map(\.code) == ["unknown-change", "unreadable-code", "duplicate-row"]
                && reading.rows.rowsRead == 5)
    }

    @Test func `columns that name no small area are refused`() {
        #expect(!AreaLookupFile.recognises(["CCG Code", "ICB Code"]))
        let refused1 = refusalCode { try Self.read("icb24_code,x\nE54000008,1\n") }
        #expect(refused1 == "not-this-layout")
    }

    static let files: [(String, Int)] = [
        ("lookup_lsoa21_sicbl24_icb24.csv.gz", 33_755), ("lookup_lsoa11_sicbl22_icb22_ltla22.csv.gz", 32_844),
        ("lookup_lsoa11_lsoa21_ltla22.csv.gz", 35_795), ("lookup_lsoa11_msoa11.csv.gz", 41_729),
    ]

    @Test(.enabled(if: SharedData.has("data/ons_geography"), "the lookups are not here"), arguments: files)
    func `every row of the published lookups is kept`(file: String, rows: Int) throws {
        let reading = try AreaLookupFile.read(
            Sheet(csv: SharedData.unpacked("data/ons_geography/\(file)"), named: file))
        #expect(reading.rows.rowsRead == rows && reading.rows.values.count == rows)
    }
}
