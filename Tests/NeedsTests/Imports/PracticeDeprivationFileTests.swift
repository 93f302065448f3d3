import Needs
import TestSupport
import Testing

struct PracticeDeprivationFileTests {
    @Test func `a practice has a score, with its year where the file says one`() throws {
        let published = try Published.read(
            .practiceDeprivation, "PRACTICE_CODE,PRACTICE_NAME,IMD_YEAR,IMD_SCORE\nA81001,THE SURGERY,2025,33.519\n")
        let derived = try Published.read(
            .practiceDeprivation,
            "practice_code,practice_name,postcode,subicb_code,imd_score,imd_decile\nA81001,X,TS18 1HU,16C,34.5,2\n")
        #expect(published.indicators.map(\.value) == [.number(33.519)] && published.indicators[0].period == "2025")
        #expect(derived.indicators.map(\.value) == [.number(34.5)] && derived.indicators[0].period.isEmpty)
        #expect(
            refusalCode {
                try Published.read(.practiceDeprivation, "practice_code,practice_name,imd_score\nA,B,1\n")
            } == "not-this-layout")
    }

    @Test(
        .enabled(if: SharedData.has("data/fingertips"), "the scores are not here"),
        arguments: [
            ("data/fingertips/fingertips-imd-2025-gp-practice.csv", 6_143),
            ("data/gp_registrations/practice_imd2019_derived.csv", 6_437),
        ])
    func `every practice of the published files is kept`(path: String, rows: Int) throws {
        let reading = try Published.read(.practiceDeprivation, at: path)
        #expect(reading.rowsRead == rows && reading.rowsKept == rows)
    }
}
