import Needs
import Tabular
import TestSupport
import Testing

struct AreaPopulationFileTests {
    static let header = "lsoa11_name,lsoa11_code,total_population,0,1,2+\n"

    @Test func `people by single year come to the total; Nomis's codes stay codes but for everybody`() throws {
        guard
            case .populations(let single) = try Published.read(
                .areaPopulations, Self.header + "A 1,E01000001,6,1,2,3\n"),
            case .populations(let coded) = try Published.read(
                .areaPopulations, "GEOGRAPHY_CODE,C_AGE,OBS_VALUE\nE01000001,200,6\nE01000001,201,1\n")
        else { return }
        #expect(
            single.values.map(\.value) == [AreaPopulation(area: "E01000001", people: 6, byAge: [1, 2, 3], name: "A 1")])
        #expect(coded.values.map(\.value.part) == [nil, "201"])
    }

    @Test(arguments: [
        ("A,E01000002,7,1,2,3", "does-not-sum"), ("A,E01000001,6,1,2,3", "duplicate-row"), ("A,,6,1,2,3", "blank"),
        ("A,E01000002,6,1,2,", "blank"), ("A,E01000002,6,1,-2,7", "negative-count"),
        ("A,E01000002,6,1,2,x", "unreadable-count"),
    ]) func `a row at fault is refused`(row: String, code: String) throws {
        let reading = try Published.read(.areaPopulations, Self.header + "A,E01000001,6,1,2,3\n\(row)\n")
        #expect(Published.refused(reading) == [code] && reading.balances)
    }

    @Test(.enabled(if: SharedData.has("data/ons_geography"), "the populations are not here"))
    func `the published files have 59,719,724 people in mid-2020 and 61,806,682 in 2024`() throws {
        let folder = "data/ons_geography"
        guard
            case .populations(let single) = try Published.read(
                .areaPopulations, at: "\(folder)/population_mid2020_lsoa11_single_year.csv.gz"),
            case .populations(let coded) = try Published.read(
                .areaPopulations, at: "\(folder)/nomis_NM_2014_1_lsoa21_mye_broad_age.csv.gz")
        else { return }
        #expect(single.values.count == 34_753 && single.rowsRead == 34_753)
        #expect(single.values.reduce(0) { $0 + $1.value.people } == 59_719_724)
        #expect(coded.values.count == 107_016 && coded.rowsRead == 107_016)
        #expect(coded.values.filter { $0.value.part == nil }.reduce(0) { $0 + $1.value.people } == 61_806_682)
    }
}
