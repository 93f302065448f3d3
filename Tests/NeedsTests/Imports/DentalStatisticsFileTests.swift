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
