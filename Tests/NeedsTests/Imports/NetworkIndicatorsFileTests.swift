import Needs
import TestSupport
import Testing

struct NetworkIndicatorsFileTests {
    @Test func `numerator and denominator are values of their own`() throws {
        let text = """
            ORGANISATION_TYPE,ORGANISATION_CODE,ACH_DATE,IND_CODE,MEASURE,VALUE
            PCN,U00070,31/03/2024,NCDMI191,ACC-08 Numerator,190
            PCN,U00070,31/03/2024,NCDMI191,ACC-08 Denominator,200
            PCN,U00070,31/03/2024,,,200

            """
        let reading = try Published.read(.networkIndicators, text)
        #expect(
            reading.indicators.map(\.indicator) == ["NCDMI191 ACC-08 Numerator", "NCDMI191 ACC-08 Denominator"])
        #expect(reading.indicators.map(\.count.number) == [190, 200])
        #expect(Published.refused(reading) == ["blank"] && reading.balances)
    }

    @Test(.enabled(if: SharedData.has("data/qof"), "the indicators are not here"))
    func `every row of the published file is kept`() throws {
        let reading = try Published.read(
            .networkIndicators, at: "data/qof/IIF_indicators_annual_pub_2023_24.csv.gz")
        #expect(reading.rowsRead == 26_520 && reading.rowsKept == 26_520)
    }
}
