import Contracts
import Testing
import Vocabulary

/// Small contract-years for tests.
enum TestYears {
    static let code = OrganisationCode("QXX")!
    static let number = ContractNumber("1000000001")!

    static func number(_ place: Int) -> ContractNumber {
        ContractNumber(String(1_000_000_000 + place))!
    }

    static func rules(_ year: Int, judged: Bool = true) -> DentalYearRules {
        DentalYearRules(
            yearEnd: judged ? TestRules.normal(year) : TestRules.notJudged(year),
            midYear: judged ? TestRules.midYear(year) : nil,
            workingDays: WorkingDaysByMonth(months: [20, 21, 22, 21, 22, 22, 21, 22, 19, 22, 20, 21]),
            spendBy: Day(year: year + 1, month: 3, day: 31)!, commitLead: 0)
    }

    static func row(
        target: Int = 1_200, pounds: Int = 36_000, delivered: Int? = 100, flags: [String] = []
    ) -> ContractYear.MonthHeld {
        .init(
            target: Units(target), value: Money(pence: pounds * 100), delivered: delivered.map { Units($0) },
            children: nil, adults: nil, flags: flags)
    }

    static func year(
        _ year: Int, contract: ContractNumber = number, commissioner: OrganisationCode = code,
        provider: String = "Bluebell Dental Practice Ltd",
        months: [ContractYear.MonthHeld?] = Array(repeating: row(), count: 12)
    ) -> ContractYear {
        ContractYear(
            contract: contract, year: FinancialYear(startingIn: year), commissioner: commissioner,
            commissionerName: "\(commissioner) ICB", providerName: provider, months: months)
    }

    static func book(
        _ years: [ContractYear], notJudged: Set<Int> = [], terms: [TermsHeld] = [],
        rulings: [ContractRuling] = [], releases: [Release] = []
    ) -> DentalBook {
        let starts = Set(years.map(\.year.start))
        return DentalBook(
            contractYears: years, terms: terms,
            rules: Dictionary(
                uniqueKeysWithValues: starts.map {
                    (FinancialYear(startingIn: $0), rules($0, judged: !notJudged.contains($0)))
                }), rulings: rulings, releases: releases)
    }
}

struct DerivePositionTests {
    static func position(_ held: ContractYear, at month: Int, carriedIn: Units = .zero) -> Position? {
        DerivePosition.position(
            of: held, at: month, carriedIn: .derived(carriedIn, from: held.year.previous),
            by: TestYears.rules(held.year.start))
    }

    @Test func `what is due follows the working days`() throws {
        let position = try #require(Self.position(TestYears.year(2024), at: 9))
        #expect(position.scheduled == Units(1_200).scaled(by: 190, over: 253))
        #expect(position.delivered == Units(900))
        #expect(position.valuePerUnit == Money(pence: 3_000))
        #expect(position.yearEnd == nil)
        #expect(position.midYear?.band == .noAction)
    }

    @Test func `a review of the middle waits for its month`() throws {
        #expect(try #require(Self.position(TestYears.year(2024), at: 5)).midYear == nil)
    }

    @Test func `March judges the year after what was carried in`() throws {
        let position = try #require(Self.position(TestYears.year(2024), at: 12, carriedIn: Units(-60)))
        #expect(position.adjusted == Units(1_140))
        #expect(position.yearEnd?.band == .belowThreshold)
        #expect(position.yearEnd?.recovery == Money(pence: 180_000))
    }

    @Test func `a row that is held out holds out the position`() throws {
        var months = Array<ContractYear.MonthHeld?>(repeating: TestYears.row(), count: 12)
        months[2] = TestYears.row(flags: ["value-per-unit"])
        let held = TestYears.year(2024, months: months)
        #expect(try #require(Self.position(held, at: 2)).isHeldOut == false)
        #expect(try #require(Self.position(held, at: 3)).flags == ["value-per-unit"])
        #expect(try #require(Self.position(held, at: 12)).isHeldOut)
    }

    @Test func `a contract without a row in March is closed and not judged`() throws {
        var months = Array<ContractYear.MonthHeld?>(repeating: TestYears.row(), count: 12)
        months[11] = nil
        let position = try #require(Self.position(TestYears.year(2024, months: months), at: 12))
        #expect(position.standing == .closed)
        #expect(position.yearEnd == nil)
    }

    @Test func `a contract that begins in June is new and a changed target is rebased`() throws {
        var months = Array<ContractYear.MonthHeld?>(repeating: TestYears.row(), count: 12)
        months[0] = nil
        months[1] = nil
        months[2] = TestYears.row(target: 600)
        let position = try #require(Self.position(TestYears.year(2024, months: months), at: 12))
        #expect(position.standing == .new)
        #expect(position.isRebased)
        #expect(position.contracted == Units(1_200))
    }

    @Test func `blank months are counted and deliver nothing`() throws {
        var months = Array<ContractYear.MonthHeld?>(repeating: TestYears.row(), count: 12)
        months[3] = TestYears.row(delivered: nil)
        let position = try #require(Self.position(TestYears.year(2024, months: months), at: 12))
        #expect(position.blankMonths == 1)
        #expect(position.delivered == Units(1_100))
    }

    @Test func `no row up to the month is no position`() {
        var months = Array<ContractYear.MonthHeld?>(repeating: nil, count: 12)
        months[8] = TestYears.row()
        #expect(Self.position(TestYears.year(2024, months: months), at: 8) == nil)
    }
}
