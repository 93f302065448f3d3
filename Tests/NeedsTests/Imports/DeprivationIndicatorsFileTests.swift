import Needs
import TestSupport
import Testing

struct DeprivationIndicatorsFileTests {
    @Test(.enabled(if: SharedData.has("data/imd"), "the indicators are not here"))
    func `each of 28 columns is an indicator, and a blank cell is suppressed`() throws {
        let reading = try Published.read(
            .deprivationIndicators, at: "data/imd/imd2019_england_lsoa11_indicators.csv.gz")
        #expect(reading.rowsRead == 32_844 && reading.rowsKept == 32_844)
        #expect(reading.indicators.count == 28 * 32_844)
        #expect(reading.indicators.count { $0.value == .suppressed } == 5_758)
    }

    @Test func `columns of another file are refused`() {
        #expect(refusalCode { try Published.read(.deprivationIndicators, "lsoa11_code,x\nA,1\n") } == "not-this-layout")
    }
}
