import Rulebook
import Testing
import Vocabulary

struct RuleValueTests {
    @Test(arguments: [
        ("96", RuleValue.Unit.percent, "96 %", "96", "%"), ("8.2", .percent, "8.2 %", "8.2", "%"),
        ("12.75", .percent, "12.75 %", "12.75", "%"), ("102", .percent, "102 %", "102", "%"),
        ("23.00", .pounds, "£23.00", "2300", "pence"), ("1.2", .uda, "1.2 UDA", "1.2", "UDA"),
        ("0.75", .uda, "0.75 UDA", "0.75", "UDA"), ("12", .uda, "12 UDA", "12", "UDA"),
        ("5", .count, "5", "5", "count"),
        ("62", .days, "62 days", "62", "days"), ("1", .years, "1 year", "1", "years"),
        ("6", .months, "6 months", "6", "months"), ("0", .days, "0 days", "0", "days"),
        ("03-31", .dayInYear, "31 March", "\"03-31\"", "day in year"),
        ("yes", .yesOrNo, "yes", "true", "yes/no"),
        ("no", .yesOrNo, "no", "false", "yes/no"), ("85 %", .text, "85 %", "\"85 %\"", "text"),
    ])
    func `a value is read, shown and given to programs`(
        text: String, unit: RuleValue.Unit, words: String, json: String, jsonUnit: String
    ) throws {
        let value = try #require(RuleValue(text, in: unit))
        #expect(value.unit == unit)
        #expect(value.inWords == words)
        #expect(value.json.canonical == json)
        #expect(value.jsonUnit == jsonUnit)
    }

    @Test(arguments: [
        ("", RuleValue.Unit.percent), ("96%", .percent), ("-1", .percent), ("8.225", .percent),
        ("ninety", .percent),
        ("£23", .pounds), ("1,000.00", .pounds), ("23.001", .pounds), ("1.234", .uda), ("2.5", .count),
        ("-3", .days),
        ("1.0", .months), ("02-29", .dayInYear), ("31 March", .dayInYear), ("3-31", .dayInYear),
        ("true", .yesOrNo),
        ("", .yesOrNo), ("", .text), ("", .count),
    ])
    func `what is no value of the unit is refused`(text: String, unit: RuleValue.Unit) {
        #expect(RuleValue(text, in: unit) == nil)
    }

    @Test func `a share in the rulebook is exact`() throws {
        let value = try #require(RuleValue("8.2", in: .percent))
        #expect(value == .share(try #require(Share(41, of: 500))))
    }
}

struct DayInYearTests {
    @Test(arguments: [
        ("03-31", "2025-03-31"), ("04-01", "2024-04-01"), ("09-30", "2024-09-30"), ("01-01", "2025-01-01"),
    ])
    func `a day comes once in every financial year`(text: String, day: String) throws {
        let found = try #require(DayInYear(text)).day(in: FinancialYear(startingIn: 2024))
        #expect(found == Day(day))
        #expect(found.financialYear == FinancialYear(startingIn: 2024))
        #expect(DayInYear(text)?.description == text)
    }

    @Test func `29 February comes not every year`() {
        #expect(DayInYear(month: 2, day: 29) == nil)
        #expect(DayInYear(month: 2, day: 28)?.inWords == "28 February")
    }
}
