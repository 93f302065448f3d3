import Needs
import Tabular
import TestSupport
import Testing

struct DentalStatisticsFileTests {
    static let extractions = "region,la_code,la_name,name,extractions,population_est,year,rate_per_100000\n"

    @Test func `extractions that are NA are suppressed, and a place without a code has its name`() throws {
        let reading = try Published.read(
            .dentalExtractions,
            Self.extractions
                + "X,E06000015,Derby,age_0_5yrs,NA,19181,2021,NA\nX,NA,Rutland,total_0_19yrs,10,5,1920,2e5\n")
        let values = reading.indicators
        #expect(values.map(\.count) == [.suppressed, .number(10)] && values.map(\.part) == ["age_0_5yrs", ""])
        #expect(values.map(\.area) == ["E06000015", "Rutland"] && values[1].value == .number(200_000))
    }

    @Test func `a month of a board has a value for each column, and NA is not given`() throws {
        let text = """
            schedule_month,region_name,commissioner_name,monthly_ud_as_delivered,monthly_uo_as_delivered,urgent_forms,\
            any_band_unique_patients_rolling_12_month,band_1_unique_patients_rolling_12_month,\
            band_2_or_3_unique_patients_rolling_12_month,urgent_band_1_unique_patients_rolling_12_month,\
            other_unique_patients_rolling_12_month
            2016-04-01T00:00:00Z,Midlands,Wexbourne ICB,39060.2,NA,1570,NA,NA,NA,NA,NA

            """
        let reading = try Published.read(.dentalMonths, text)
        #expect(reading.rowsRead == 1 && reading.rowsKept == 1 && reading.indicators.count == 8)
        #expect(reading.indicators.prefix(2).map(\.count) == [.number(39_060.2), .absent])
    }

    @Test func `contracts of a month by board have the month of the file's name, and names in Windows-1252 are read`()
        throws
    {
        let header =
            "commissioner_code,commissioner_name,contracts,uda_target,uda_financial_value,avg_uda_value,uda_delivered_month,"
            + "late_fp17,hhi_by_provider_name_of_uda_target\n"
        var bytes = Array((header + "QZW,Wexbourn").utf8)
        bytes += [0xE9] + Array(" ICB,3,100,4000,40,9,0,224.2\n".utf8)
        let reading = try NeedsFile.dentalBoards.read(bytes, named: "derived_by_icb_202312.csv")
        #expect(reading.indicators.count == 7 && reading.indicators[0].period == "2023-12")
        #expect(reading.indicators[0].areaName == "Wexbourné ICB" && reading.indicators[1].value == .number(100))
    }

    static let workbook = Published.sheet(
        "W11", "Number of FCEs for hospital tooth extractions during 2020-21, by lower tier local authority",
        "A cell containing the single letter c indicates that the figure has been suppressed.",
        "Table 1: FCEs for extraction - all diagnoses|||||Table 2: ONS Mid 2020 Population Estimates|||||"
            + "Table 8: Percentage of FCEs for extraction with caries as primary diagnosis code",
        "Region|LA Code|LA Name|Age 0-5yrs||Region|LA Code|LA Name|Age 0-5yrs||Region|LA Code|LA Name|Age 0-5yrs",
        "Midlands|E06000015|Derby|c||Midlands|E06000015|Derby|19181||Midlands|E06000015|Derby|c",
        "North|E08000035|Leeds|145||North|E08000035|Leeds|60000||North|E08000035|Leeds|0.9")

    @Test func `tables side by side make one figure of each age, and c is suppressed`() throws {
        let reading = try Published.read(.dentalExtractions, [Self.workbook])
        let own = reading.indicators.filter { $0.indicator == "dental.extractions" }
        #expect(
            own.map(\.count) == [.suppressed, .number(145)]
                && own.map(\.denominator) == [.number(19_181), .number(60_000)])
        #expect(own.allSatisfy { $0.part == "age_0_5yrs" && $0.period == "2020/21" } && own[1].areaName == "Leeds")
        #expect(
            reading.indicators.contains { $0.indicator == "dental.extractions.cariesShare" && $0.value == .number(0.9) }
        )
        #expect(NeedsFile(sheets: [Self.workbook]) == .dentalExtractions && reading.balances)
    }

    @Test(arguments: [
        ("E08000035|Leeds|60000||North|E08000035", "E08000036|Leeds|60000||North|E08000036", "other-area"),
        ("Leeds|145", "Leeds|70000", "numerator-above"), ("Leeds|145", "Leeds|-145", "negative-count"),
        ("Leeds|145", "Leeds|d", "unreadable-figure"),
    ]) func `what cannot be is refused`(good: String, bad: String, code: String) throws {
        let row = "North|E08000035|Leeds|145||North|E08000035|Leeds|60000||North|E08000035|Leeds|0.9"
        let rows =
            Self.workbook.rows.dropLast() + [
                Sheet.Row(
                    number: 6,
                    cells: row.replacing(good, with: bad).split(separator: "|", omittingEmptySubsequences: false).map(
                        String.init))
            ]
        let reading = try Published.read(.dentalExtractions, [SheetGrid(name: "W11", rows: Array(rows))])
        #expect(Published.refused(reading) == [code] && reading.rowsKept == 1 && reading.balances)
    }

    @Test(
        .enabled(if: SharedData.has("data/dental_statistics"), "the statistics are not here"),
        arguments: [
            (NeedsFile.dentalCharges, "NHS_digital_Charges.csv", 6_840),
            (.dentalPopulations, "NHS_digital_Population_data.csv", 9_124),
            (.dentalWorkforce, "NHS_digital_Workforce_Summary.csv.gz", 34_606),
            (.dentalWorkforceAnnex, "dental_workforce_2018-19_annex3.csv.gz", 37_358),
            (.dentalMonths, "nhse_dataset_indicators_icb.csv", 3_402),
            (.dentalExtractions, "dental_extractions_la_1516_2021.csv", 9_340),
        ])
    func `every row of the published tables is kept`(file: NeedsFile, name: String, rows: Int) throws {
        let reading = try Published.read(file, at: "data/dental_statistics/\(name)")
        #expect(reading.rowsRead == rows && reading.balances)
        #expect(reading.rowsKept == rows, "\(reading.problems.filter { $0.effect == .refused }.prefix(3))")
    }
}
