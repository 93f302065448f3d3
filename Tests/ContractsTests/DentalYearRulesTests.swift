import Contracts
import Rulebook
import Testing
import Vocabulary

struct DentalYearRulesTests {
    static let rulebook = Rulebook.shipped
    static let calendar = WorkingDays.shipped

    static func rules(_ year: Int) throws -> DentalYearRules {
        try DentalYearRules(rulebook, calendar, year: FinancialYear(startingIn: year))
    }

    @Test(arguments: [(2016, 96), (2019, 96), (2022, 90), (2023, 96), (2024, 96)])
    func `each year has its own threshold`(year: Int, percent: Int) throws {
        #expect(try Self.rules(year).yearEnd.limits?.threshold == Share(percent: percent))
    }

    @Test(arguments: [2020, 2021]) func `the pandemic years are judged neither at their end nor their middle`(
        year: Int
    ) throws {
        let rules = try Self.rules(year)
        #expect(!rules.yearEnd.isJudged)
        #expect(rules.midYear == nil)
    }

    @Test func `over-delivery may be agreed in 2023/24 alone`() throws {
        #expect(try Self.rules(2023).yearEnd.limits?.agreedLimit == Share(percent: 110))
        #expect(try Self.rules(2022).yearEnd.limits?.agreedLimit == nil)
        #expect(try Self.rules(2024).yearEnd.limits?.agreedLimit == nil)
    }

    @Test func `unscheduled care has its own target from 2026/27`() throws {
        #expect(try Self.rules(2025).yearEnd.unscheduledShare == nil)
        #expect(try Self.rules(2026).yearEnd.unscheduledShare == Share(82, of: 1_000))
    }

    @Test func `a year has its working days and its last day to commit`() throws {
        let rules = try Self.rules(2024)
        #expect((250...256).contains(rules.workingDays.inYear))
        #expect(rules.spendBy == Day("2025-03-31"))
        #expect(rules.midYear?.month == 6)
    }

    @Test func `bands are worth what they were on the day`() throws {
        let before = try BandValues(Self.rulebook, on: Day("2022-10-31")!)
        let after = try BandValues(Self.rulebook, on: Day("2023-12-31")!)
        #expect(before.twoParts == nil && before.two == Units(3))
        #expect(after == CheckUnitsTests.values2022)
        #expect(throws: Refusal.self) { try BandValues(Self.rulebook, on: Day("2026-04-30")!) }
    }

    @Test func `since April 2024 rebasing holds from the April after the notice`() throws {
        #expect(
            try RebasingTest.earliestDay(afterNotice: Day("2024-06-01")!, Self.rulebook) == Day("2025-04-01"))
        #expect(try RebasingTest.earliestDay(afterNotice: Day("2024-01-10")!, Self.rulebook) == nil)
    }
}
