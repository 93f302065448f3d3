import Testing
import Vocabulary

struct FinancialYearTests {
    @Test(arguments: ["2024/25", "2024-25", "2024-2025", "2024/2025", "2024"])
    func `a financial year is read in each of its forms`(text: String) {
        #expect(FinancialYear(text) == FinancialYear(startingIn: 2024))
    }

    @Test(arguments: [
        "", "24/25", "2024/26", "2024/24", "2024-2026", "2024/", "/2024", "2024//25", "2024/25/26", "2004/+5",
        "2024/+2025", "2024/02025", "2024/025", "1899/00", "9001", "2024 25", "abcd",
    ])
    func `what is no financial year is refused`(text: String) {
        #expect(FinancialYear(text) == nil)
    }

    @Test(arguments: 1990...2100)
    func `a financial year starts on 1 April, ends on 31 March and is read back from its text`(start: Int) {
        let year = FinancialYear(startingIn: start)
        #expect(year.firstDay == Day(year: start, month: 4, day: 1))
        #expect(year.lastDay == Day(year: start + 1, month: 3, day: 31))
        #expect(year.lastDay.adding(days: 1) == year.next.firstDay)
        #expect(FinancialYear(year.description) == year && FinancialYear(year.slug) == year)
        #expect(year.months.map(\.numberInFinancialYear) == Array(1...12))
        #expect(year.months.allSatisfy { $0.financialYear == year })
        #expect(year.next.previous == year && year < year.next)
    }

    @Test func `the turn of the century is written with two digits`() {
        #expect(FinancialYear("1999/00")?.description == "1999/00")
        #expect(FinancialYear(startingIn: 2008).description == "2008/09")
    }

    @Test func `a day belongs to the financial year it falls in`() {
        #expect(Day("2024-03-31")?.financialYear == FinancialYear(startingIn: 2023))
        #expect(Day("2024-04-01")?.financialYear == FinancialYear(startingIn: 2024))
    }

    @Test func `the first months there are have a financial year, too`() {
        #expect(Month("0001-01")?.financialYear.firstDay.description == "0000-04-01")
    }
}
