import Needs
import Tabular
import TestSupport
import Testing

struct DeprivationFileTests {
    static func read(_ rows: String...) throws -> NeedsReading {
        try Published.read(
            .areaDeprivation, "lsoa21_code,IMD_rank,IMD_decile,IMD_score\n" + rows.joined(separator: "\n") + "\n")
    }

    @Test func `an area has its rank, tenth, fifth and score`() throws {
        guard case .deprivation(let reading) = try Self.read("E01000001,7,1,45.5", "E01000002,10,10,") else { return }
        let values = reading.values.map(\.value)
        #expect(values.map(\.score) == [45.5, nil] && values[1].fifth == 5)
        // Rank 7 of 10 lies in tenth 7, not in 1.
        #expect(reading.problems.map(\.code) == ["other-tenth"] && reading.problems[0].effect == .flagged)
    }

    @Test(arguments: [
        ("E01000001,2,2,", "duplicate-row"), ("E01000002,0,0,", "no-rank"), ("E01000002,2,11,", "no-tenth"),
        (",2,2,", "blank"), ("E01000002,second,2,", "unreadable-count"), ("E01000002,2", "ragged-row"),
    ]) func `a row at fault is refused`(row: String, code: String) throws {
        let reading = try Self.read("E01000001,1,1,", row)
        #expect(Published.refused(reading) == [code] && reading.balances)
    }

    @Test(
        .enabled(if: SharedData.has("data/imd"), "the indices are not here"),
        arguments: [
            ("imd2019_england_lsoa11.csv.gz", 32_844, 32_844), ("imd2025_england_lsoa21.csv.gz", 33_755, 33_755),
            ("LSOA_IMD_2019_arcgis.csv.gz", 34_753, 32_844),
        ])
    func `every area of England is kept, and no tenth is another than its rank's`(file: String, read: Int, kept: Int)
        throws
    {
        let reading = try Published.read(.areaDeprivation, at: "data/imd/\(file)")
        #expect(reading.rowsRead == read && reading.rowsKept == kept && reading.balances)
        #expect(!reading.problems.contains { $0.code == "other-tenth" })
        guard case .deprivation(let areas) = reading else { return }
        let fifths = Dictionary(grouping: areas.values, by: \.value.fifth).mapValues(\.count)
        #expect(fifths.count == 5 && fifths.values.allSatisfy { abs($0 - kept / 5) <= 8 }, "\(fifths)")
    }
}
