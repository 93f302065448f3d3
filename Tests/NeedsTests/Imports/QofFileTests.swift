import Needs
import Tabular
import TestSupport
import Testing

struct QofFileTests {
    static let header = "PRACTICE_CODE,GROUP_CODE,REGISTER,PATIENT_LIST_TYPE,PRACTICE_LIST_SIZE\n"

    @Test func `a register is a number of so many patients of its ages, in the year of the file's name`() throws {
        let reading = try Published.read(
            .qofPrevalence, Self.header + "A81001,DM,113.0,17OV,3904\n", named: "PREVALENCE_2425.csv")
        #expect(
            reading.indicators == [
                IndicatorValue(
                    indicator: "DM", area: "A81001", period: "2024/25", part: "17OV", count: .number(113),
                    denominator: .number(3_904))
            ])
        let unnamed = try Published.read(.qofPrevalence, Self.header + "A81001,DM,1,17OV,2\n", named: "p1234.csv")
        #expect(unnamed.problems.map(\.code) == ["no-period"] && unnamed.balances)
    }

    @Test(arguments: [
        ("A81002,DM,5,TOTAL,4", "numerator-above"), ("A81001,DM,2,TOTAL,5", "conflicting-row"),
        ("A81001,DM,1,TOTAL,5", "duplicate-row"), (",DM,1,TOTAL,5", "blank"), ("A81002,,1,TOTAL,5", "blank"),
        ("A81002,DM,few,TOTAL,5", "unreadable-figure"), ("A81002,DM,0x1F,TOTAL,50", "unreadable-figure"),
        ("A81002,DM,nan,TOTAL,5", "unreadable-figure"), ("A81002,DM,1", "ragged-row"),
    ]) func `a row at fault is refused`(row: String, code: String) throws {
        let reading = try Published.read(
            .qofPrevalence, Self.header + "A81001,DM,1,TOTAL,5\n\(row)\n", named: "PREVALENCE_2425.csv")
        #expect(Published.refused(reading) == [code] && reading.balances)
    }

    @Test func `bytes of Windows-1252 in a file that says it is UTF-8 are refused`() {
        var bytes: [UInt8] = [0xEF, 0xBB, 0xBF] + Array(Self.header.utf8)
        bytes += Array("A8100".utf8) + [0x92] + Array(",DM,1,TOTAL,5\n".utf8)
        #expect(refusalCode { try QofFile.read(bytes, named: "x.csv") } == "unreadable-encoding")
    }

    @Test(.enabled(if: SharedData.has("data/qof"), "the registers are not here"))
    func `one register of the published year is larger than its list, and the others are kept`() throws {
        let reading = try Published.read(.qofPrevalence, at: "data/qof/PREVALENCE_2425.csv.gz")
        #expect(reading.rowsRead == 129_948 && reading.rowsKept == 129_947)
        #expect(Published.refused(reading) == ["numerator-above"])
    }
}
