import Foundation
import Rulebook
import TestSupport
import Testing
import Vocabulary

/// The rules that come with Remit, against the values as published.
struct DentalRulesTests {
    let book = Rulebook.shipped

    @Test(arguments: [
        ("2016-04-01", true), ("2020-03-31", true), ("2020-04-01", false), ("2022-03-31", false),
        ("2022-04-01", true),
        ("2025-04-01", true),
    ])
    func `the two pandemic years are not judged by the normal rules`(on: String, isJudged: Bool) throws {
        #expect(try book.flag("dental.yearEnd.judged", on: day(on)) == isJudged)
        #expect(try book.flag("dental.midYear.judged", on: day(on)) == isJudged)
    }

    @Test(arguments: [2016, 2019, 2022, 2023, 2024, 2025, 2026])
    func `every year that is judged has all the rules it is judged by`(start: Int) throws {
        let year = FinancialYear(startingIn: start)
        let threshold = try book.share("dental.yearEnd.threshold", on: year.lastDay)
        #expect(threshold == Share(percent: start == 2022 ? 90 : 96))
        #expect(try book.share("dental.yearEnd.creditLimit", on: year.lastDay) == Share(percent: 102))
        #expect(try book.share("dental.yearEnd.recoverTo", on: year.lastDay) == .whole)
        #expect(try book.flag("dental.yearEnd.carryShortfall", on: year.lastDay))
        #expect(try book.share("dental.midYear.threshold", on: year.lastDay) == Share(percent: 30))
        #expect(try book.day("dental.midYear.by", in: year) == Day(year: start, month: 9, day: 30))
        #expect(try book.day("dental.midYear.reviewBy", in: year) == Day(year: start, month: 10, day: 31))
        #expect(try book.day("dental.spendBy", in: year) == year.lastDay)
    }

    @Test func `a pandemic year has no threshold to be judged by`() {
        #expect(throws: Refusal.self) { try book.share("dental.yearEnd.threshold", on: day("2021-03-31")) }
    }

    @Test func `the last quarters of 2021/22 have lines of their own`() throws {
        #expect(try book.share("dental.pandemic.udaLine", on: day("2021-12-31")) == Share(percent: 65))
        #expect(try book.share("dental.pandemic.udaLine", on: day("2022-03-31")) == Share(percent: 85))
    }

    @Test func `110 per cent could be agreed in 2023/24 alone`() throws {
        #expect(
            try book.share("dental.yearEnd.creditLimitAgreed", on: day("2024-03-31")) == Share(percent: 110))
        #expect(throws: Refusal.self) {
            try book.share("dental.yearEnd.creditLimitAgreed", on: day("2024-04-01"))
        }
    }

    @Test(arguments: [
        ("band1", "2006-04-01", 100), ("band2", "2022-11-24", 300), ("band2a", "2022-11-25", 300),
        ("band2b", "2022-11-25", 500), ("band2c", "2026-04-01", 700), ("band3", "2026-04-01", 1_200),
        ("urgent", "2026-03-31", 120), ("dentureRepair", "2026-03-31", 100),
        ("dentureRepair", "2026-04-01", 200),
        ("prescription", "2024-04-01", 75), ("bridgeRepair", "2024-04-01", 120),
        ("sutures", "2024-04-01", 100),
        ("arrestOfBleeding", "2024-04-01", 120), ("band2.dentureAddition", "2026-04-01", 200),
    ])
    func `a course of treatment is worth what the table of its day says`(
        band: String, on: String, hundredths: Int
    ) throws {
        #expect(try book.units("dental.uda.\(band)", on: day(on)) == Units(hundredths: hundredths))
    }

    @Test(arguments: [("band2", "2022-11-25"), ("band2a", "2022-11-24"), ("urgent", "2026-04-01")])
    func `a band is not known outside its days`(band: String, on: String) {
        #expect(throws: Refusal.self) { try book.units("dental.uda.\(band)", on: day(on)) }
    }

    @Test func `from April 2026 unscheduled care is paid in pounds and the two shares make the contract`()
        throws
    {
        let on = day("2026-04-01")
        let fixed = try book.money("dental.unscheduledCare.fixed", on: on)
        #expect(try fixed + book.money("dental.unscheduledCare.tariff", on: on) == Money(pence: 7_500))
        let (care, rest) = try (
            book.share("dental.unscheduledCare.share", on: on),
            book.share("dental.unscheduledCare.rest", on: on)
        )
        #expect(care.part * rest.whole + rest.part * care.whole == care.whole * rest.whole)
    }

    @Test func `what is Remit's own, or from memory, is never marked as read at a source`() {
        let claimed = book.rules.filter {
            $0.isVerified && ($0.source.hasPrefix("Remit's own") || $0.source.contains("from memory"))
        }
        #expect(claimed == [])
    }

    @Test func `every rule has a source, an owner and a day of review`() {
        #expect(book.rules.filter { $0.source.count < 10 && $0.source != "Remit's own" } == [])
        #expect(book.rules.filter { $0.owner.isEmpty || $0.reviewBy == nil } == [])
    }

    @Test func `every rule that the code asks for by name is in the rulebook`() throws {
        let known = Set(book.rules.map(\.id))
        var asked: Set<String> = []
        let sources = checkout.appendingPathComponent("Sources")
        let files = try #require(FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
        // A method of `remit calc` and an indicator have names of the same form, and are no rules.
        for case let file as URL in files
        where file.pathExtension == "swift" && !file.path.contains("/CLI/Calc/") && !file.path.contains("/Needs/") {
            let text = try String(contentsOf: file, encoding: .utf8)
            asked.formUnion(text.matches(of: /"(dental\.[A-Za-z0-9.]+)"/).map { String($0.output.1) })
        }
        #expect(asked.subtracting(known).subtracting(["dental.csv"]) == [])
    }
}
