import Contracts
import Rulebook
import Testing
import Vocabulary

struct DentalBookTests {
    static func rows(_ delivered: Int, flags: [String] = []) -> [ContractYear.MonthHeld?] {
        Array(repeating: TestYears.row(delivered: delivered, flags: flags), count: 12)
    }

    @Test func `last year's shortfall is this year's carry-in`() throws {
        // 1,176 of 1,200 is 98 %: 24 UDAs are owed.
        let book = TestYears.book([TestYears.year(2023, months: Self.rows(98)), TestYears.year(2024)])
        let position = try #require(book.positions(in: FinancialYear(startingIn: 2024), at: 12).first)
        #expect(position.carriedIn == .derived(Units(-24), from: FinancialYear(startingIn: 2023)))
        #expect(position.yearEnd?.carriedForward == Units(-24))
    }

    @Test func `credit is used up over the years`() throws {
        // 103 % carries 2 %; the next year at 99 % is then 101 %, and carries 1 %.
        var months = Self.rows(99)
        months[11] = TestYears.row(delivered: 99)
        let book = TestYears.book([
            TestYears.year(2022, months: Self.rows(103)), TestYears.year(2023, months: months),
            TestYears.year(2024),
        ])
        let history = book.history(of: TestYears.number)
        #expect(history.map(\.carriedIn.units) == [.zero, Units(24), Units(12)])
        #expect(history[0].carriedIn == .unknown(.firstYearHeld))
    }

    @Test func `a year that is not judged breaks the chain and says so`() {
        let book = TestYears.book(
            [TestYears.year(2020, months: Self.rows(10)), TestYears.year(2021), TestYears.year(2022)],
            notJudged: [2020, 2021])
        let history = book.history(of: TestYears.number)
        #expect(
            history.map(\.carriedIn) == [
                .unknown(.firstYearHeld), .unknown(.lastYearNotJudged), .unknown(.lastYearNotJudged),
            ])
    }

    @Test func `a year that is held out hands nothing on`() {
        let book = TestYears.book([
            TestYears.year(2023, months: Self.rows(98, flags: ["nominal-target"])), TestYears.year(2024),
        ])
        #expect(book.history(of: TestYears.number)[1].carriedIn == .unknown(.lastYearHeldOut))
    }

    @Test func `of two commissioners' rows the one a person accepted carries on`() {
        let other = OrganisationCode("QYY")!
        let accepted = TestYears.year(2023, months: Self.rows(98))
        let rejected = TestYears.year(
            2023, commissioner: other, months: Self.rows(50, flags: ["two-commissioners"]))
        let book = TestYears.book([rejected, accepted, TestYears.year(2024)])
        #expect(book.history(of: TestYears.number).last?.carriedIn.units == Units(-24))
        let undecided = TestYears.book([
            rejected, TestYears.year(2023, months: Self.rows(98, flags: ["two-commissioners"])),
            TestYears.year(2024),
        ])
        #expect(undecided.history(of: TestYears.number).last?.carriedIn == .unknown(.lastYearHeldOut))
    }

    @Test func `a contract that appears is new, and one of an earlier year alone is left there`() {
        let second = TestYears.number(2)
        let book = TestYears.book([TestYears.year(2023), TestYears.year(2024, contract: second)])
        #expect(book.positions(in: FinancialYear(startingIn: 2024), at: 12).map(\.contract) == [second])
        #expect(book.history(of: second)[0].carriedIn == .unknown(.newContract))
        #expect(book.dataTo == Month("2025-03"))
    }

    @Test func `a year without rules has no positions`() {
        let book = DentalBook(contractYears: [TestYears.year(2024)], rules: [:])
        #expect(book.positions(in: FinancialYear(startingIn: 2024), at: 12).isEmpty)
    }
}

@Suite struct HoldersAndMissingMonthsTests {
    private let year = FinancialYear(startingIn: 2024)

    private func contractYear(months: Set<Int>) -> ContractYear {
        ContractYear(
            contract: ContractNumber("1000080000")!, year: year, commissioner: OrganisationCode("QOQ")!,
            commissionerName: "Later ICB", providerName: "Later Ltd",
            months: (1...12).map { month in
                months.contains(month)
                    ? .init(
                        target: Units(1_200), value: Money(pence: 3_600_000), delivered: Units(100), children: nil,
                        adults: nil, flags: []) : nil
            },
            earlier: [
                .init(
                    month: 9, commissioner: OrganisationCode("QWO")!, commissionerName: "Earlier ICB",
                    providerName: "Earlier Ltd")
            ])
    }

    private func book(months: Set<Int>) throws -> DentalBook {
        DentalBook(
            contractYears: [contractYear(months: months)],
            rules: [year: try DentalYearRules(.shipped, .shipped, year: year)])
    }

    @Test(arguments: [(6, "QWO"), (9, "QWO"), (10, "QOQ"), (12, "QOQ")])
    func `a later commissioner does not rewrite an earlier month`(month: Int, code: String) throws {
        let position = try #require(try book(months: Set(1...12)).positions(in: year, at: month).first)
        #expect(position.commissioner.description == code)
        #expect(position.providerName == (month <= 9 ? "Earlier Ltd" : "Later Ltd"))
    }

    @Test func `a month whose file is not held is named, and then nothing is judged`() throws {
        let whole = try #require(try book(months: Set(1...12)).positions(in: year, at: 9).first)
        #expect(whole.monthsMissing.isEmpty && whole.midYear != nil)
        let partial = try #require(try book(months: [9]).positions(in: year, at: 9).first)
        #expect(partial.monthsMissing == (1...8).map { year.month($0) })
        #expect(partial.midYear == nil && partial.yearEnd == nil && partial.projection == nil)
    }
}
