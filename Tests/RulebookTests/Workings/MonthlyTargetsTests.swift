import Rulebook
import TestSupport
import Testing
import Vocabulary

struct MonthlyTargetsTests {
    let calendar = WorkingDays.shipped

    @Test func `a month's target is its working days' part of the year's`() throws {
        // 2024/25 has 254 working days, April 21: 25,400 UDAs are 100 for each.
        let year = FinancialYear(startingIn: 2024)
        #expect(try calendar.count(in: year) == 254)
        #expect(try calendar.monthlyTarget(of: Units(25_400), in: #require(Month("2024-04"))) == Units(2_100))
        #expect(try calendar.monthlyTarget(of: Units(25_400), in: #require(Month("2024-12"))) == Units(2_000))
    }

    @Test(arguments: [81, 82, 83] as [UInt64])
    func `twelve monthly targets sum to the annual one, each within a hundredth of its due`(seed: UInt64)
        throws
    {
        var numbers = SeededNumbers(seed: seed)
        for _ in 0..<100 {
            let annual = Units(hundredths: Int.random(in: 0...20_000_000, using: &numbers))
            let year = FinancialYear(startingIn: Int.random(in: 2012...2027, using: &numbers))
            let targets = try calendar.monthlyTargets(of: annual, in: year)
            #expect(targets.count == 12 && targets.total() == annual)
            for (month, target) in zip(year.months, targets) {
                let due = try annual.scaled(by: calendar.count(in: month), over: calendar.count(in: year))
                #expect(abs(due.hundredths - target.hundredths) <= 1)
                #expect(try calendar.monthlyTarget(of: annual, in: month) == target)
            }
        }
    }

    @Test func `a year without a calendar has no monthly targets`() {
        #expect(throws: Refusal.self) {
            try calendar.monthlyTargets(of: Units(1), in: FinancialYear(startingIn: 2011))
        }
    }
}
