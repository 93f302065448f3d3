import Foundation
import Rulebook
import TestSupport
import Testing
import Vocabulary

struct WorkingDaysTests {
    let calendar = WorkingDays.shipped

    @Test(arguments: [
        ("2024-03", 20), ("2024-04", 21), ("2024-05", 21), ("2024-12", 20), ("2022-06", 20), ("2022-09", 21),
        ("2023-05", 20), ("2020-05", 19), ("2025-04", 20),
    ])
    func `months have the working days counted by hand`(month: String, days: Int) throws {
        #expect(try calendar.count(in: #require(Month(month))) == days)
    }

    @Test func `a year's working days are those of its months`() throws {
        for start in 2012...2027 {
            let year = FinancialYear(startingIn: start)
            let months = try year.months.map { try calendar.count(in: $0) }
            #expect(try calendar.count(in: year) == months.reduce(0, +))
            #expect((248...256).contains(months.reduce(0, +)), "\(year)")
        }
    }

    @Test func `no weekend and no bank holiday is a working day`() throws {
        #expect(try !calendar.isWorking(day("2024-03-29")))
        #expect(try !calendar.isWorking(day("2024-03-30")))
        #expect(try !calendar.isWorking(day("2024-04-01")))
        #expect(try calendar.isWorking(day("2024-04-02")))
        #expect(try !calendar.isWorking(day("2022-09-19")))
    }

    @Test func `the next working day after Maundy Thursday is the Tuesday after Easter`() throws {
        #expect(try calendar.day(1, after: day("2024-03-28")) == day("2024-04-02"))
        #expect(try calendar.day(5, after: day("2024-03-28")) == day("2024-04-08"))
    }

    @Test(arguments: [71, 72, 73] as [UInt64])
    func `the nth working day after a day has n working days up to and with it`(seed: UInt64) throws {
        var numbers = SeededNumbers(seed: seed)
        for _ in 0..<50 {
            let start = Day(number: Int.random(in: 15_400...21_000, using: &numbers))
            let number = Int.random(in: 1...60, using: &numbers)
            let end = try calendar.day(number, after: start)
            #expect(try calendar.isWorking(end))
            #expect(try calendar.count(from: start.adding(days: 1), to: end.adding(days: 1)) == number)
        }
    }

    @Test(arguments: ["2011-12-31", "2029-01-01"])
    func `a day outside the calendar is refused, with the days that it knows`(text: String) throws {
        let refusal = try #require(throws: Refusal.self) { try calendar.isWorking(day(text)) }
        #expect(refusal.kind == .rule && refusal.code == "no-calendar")
        #expect(refusal.sentence.contains("1 January 2012 to 31 December 2028"))
        #expect(throws: Refusal.self) { try calendar.count(in: FinancialYear(startingIn: 2011)) }
        #expect(throws: Refusal.self) { try calendar.count(in: FinancialYear(startingIn: 2028)) }
        #expect(throws: Refusal.self) { try calendar.day(9, after: day("2028-12-20")) }
    }

    @Test func `backwards there are no working days`() throws {
        #expect(try calendar.count(from: day("2024-05-01"), to: day("2024-05-01")) == 0)
        #expect(try calendar.count(from: day("2024-05-02"), to: day("2024-05-01")) == 0)
    }

    @Test func `a calendar without holidays, or with two on one day, is refused`() {
        #expect(throws: Refusal.self) { try WorkingDays(holidays: []) }
        let christmas = BankHoliday(day: day("2024-12-25"), name: "Christmas Day")
        #expect(throws: Refusal.self) { try WorkingDays(holidays: [christmas, christmas]) }
    }

    @Test(
        .enabled(
            if: SharedData.has("data/calendar/bank-holidays.json"), "the list of bank holidays is not here"))
    func `the holidays that come with Remit are those that GOV.UK publishes`() throws {
        struct Division: Decodable {
            struct Event: Decodable { let date: String }
            let events: [Event]
        }
        let published = try JSONDecoder().decode(
            [String: Division].self, from: Data(SharedData.bytes("data/calendar/bank-holidays.json")))
        let days = try #require(published["england-and-wales"]).events.map(\.date)
        #expect(calendar.holidays.map(\.day.description) == days)
    }
}
