import Needs
import Tabular
import TestSupport
import Testing

struct FingertipsFileTests {
    static func header(_ comparison: String = "Compared to percentiles") -> String {
        "Indicator ID,Indicator Name,Parent Code,Parent Name,Area Code,Area Name,Area Type,Sex,Age,Category Type,"
            + "Category,Time period,Value,Lower CI 95.0 limit,Upper CI 95.0 limit,Lower CI 99.8 limit,"
            + "Upper CI 99.8 limit,Count,Denominator,Value note,Recent Trend,"
            + "Compared to England value or percentiles,\(comparison),Time period Sortable,New data,Compared to goal,"
            + "Time period range\n"
    }

    static func row(
        _ area: String, value: String = "50", count: String = "5", note: String = "", sex: String = "Persons"
    ) -> String {
        "93930,Attendances,,,\(area),A,GPs,\(sex),0-4 yrs,,,2021/22,\(value),40,60,,,\(count),100,\(note),,,,,,,1y\n"
    }

    @Test(arguments: ["Compared to percentiles", "Compared to PCNs (v. 27/10/23) value or percentiles"])
    func `the column that changes its title is known under any`(comparison: String) throws {
        let reading = try Published.read(.fingertips, Self.header(comparison) + Self.row("E92000001", sex: "Male"))
        #expect(reading.problems.isEmpty)
        #expect(
            reading.indicators == [
                IndicatorValue(
                    indicator: "93930", area: "E92000001", period: "2021/22", part: "Male, 0-4 yrs", count: .number(5),
                    denominator: .number(100), value: .number(50), limits: [.init(level: 95, low: 40, high: 60)],
                    areaName: "A")
            ])
    }

    @Test func `a suppressed figure is no zero, and an area twice is kept once`() throws {
        let reading = try Published.read(
            .fingertips,
            Self.header() + Self.row("A", value: "", count: "", note: "Value suppressed for disclosure control reasons")
                + Self.row("B") + Self.row("B") + Self.row("B", count: "6"))
        #expect(reading.indicators[0].count == .suppressed && reading.indicators[0].value == .suppressed)
        #expect(Published.refused(reading) == ["duplicate-row", "conflicting-row"] && reading.balances)
    }

    @Test(
        .enabled(if: SharedData.has("data/fingertips"), "the downloads are not here"),
        arguments: [("ld_qof_prev.csv", 464, 295), ("ed_under5.csv.gz", 7_610, 7_610)])
    func `every row of the published downloads is kept, or stands there twice`(file: String, read: Int, kept: Int)
        throws
    {
        let reading = try Published.read(.fingertips, at: "data/fingertips/\(file)")
        #expect(reading.rowsRead == read && reading.rowsKept == kept && reading.balances)
        #expect(Set(Published.refused(reading)).isSubset(of: ["duplicate-row"]))
    }
}
