import Testing
import Vocabulary

struct MonthTests {
    @Test(arguments: [
        ("2023-12", "2023-12"), ("202312", "2023-12"), ("000101", "0001-01"), ("9999-12", "9999-12"),
    ])
    func `a month is read in both of its forms`(text: String, expected: String) {
        #expect(Month(text)?.description == expected)
    }

    @Test(arguments: [
        "", "2023-13", "202300", "2023-1", "20231", "2023--2", "20-2312", "2023/12", "000012", "2023 12",
    ])
    func `what is no month is refused`(text: String) {
        #expect(Month(text) == nil)
    }

    @Test func `months follow one another without a gap for eight centuries`() throws {
        var month = try #require(Month(year: 1600, month: 1))
        for _ in 0..<9_600 {
            let next = month.adding(months: 1)
            if month.lastDay.adding(days: 1) != next.firstDay { Issue.record("a gap after \(month)") }
            if Month(month.description) != month { Issue.record("\(month) is not read back") }
            if month.firstDay.month != month || month.lastDay.month != month {
                Issue.record("\(month) has odd days")
            }
            month = next
        }
    }

    @Test func `April is the first month of the financial year, and March the last`() {
        #expect(Month("2024-04")?.numberInFinancialYear == 1)
        #expect(Month("2024-12")?.numberInFinancialYear == 9)
        #expect(Month("2024-03")?.numberInFinancialYear == 12)
        #expect(Month("2024-03")?.financialYear == FinancialYear(startingIn: 2023))
    }

    @Test func `the last month there is has a last day`() {
        #expect(Month("9999-12")?.lastDay == Day("9999-12-31"))
    }

    @Test func `a month before the year 0 still has a name`() {
        #expect(Month(index: -1).number == 12 && Month(index: -1).year == -1)
        #expect(Month(index: -12).inWords == "January -1")
    }

    @Test func `a month reads as people say it`() {
        #expect(Month("2023-12")?.inWords == "December 2023")
    }
}
