import Testing
import Vocabulary

@testable import Rulebook

/// The rules of need, rates and access that come with Remit.
struct NeedsRulesTests {
    let book = Rulebook.shipped
    let day = Day("2026-04-01")!

    @Test func `the European standard populations hold 100,000 people each`() throws {
        for (standard, bands) in [("esp2013", 19), ("esp1976", 18)] {
            let text = try book.text("needs.standardPopulation.\(standard)", on: day)
            let entries = text.split(separator: "; ")
            let people = entries.compactMap { $0.split(separator: " ").last.flatMap { Int($0) } }
            #expect(entries.count == bands && people.reduce(0, +) == 100_000, "\(standard)")
        }
    }

    @Test func `each rule of need has a source, an owner and a day of review`() {
        let rules = book.rules.filter { $0.id.hasPrefix("needs.") }
        #expect(rules.count >= 14)
        #expect(rules.allSatisfy { !$0.source.isEmpty && $0.owner == "Needs rules" && $0.reviewBy != nil })
    }

    @Test func `the thresholds are whole numbers, and the level of a trend a share`() throws {
        for rule in ["needs.rate.leastEvents", "needs.rate.exactBelow", "needs.trend.leastPeriods"] {
            #expect(try book.count(rule, on: day) > 0, "\(rule)")
        }
        #expect(try book.years("needs.lifeExpectancy.widestInterval", on: day) == 20)
        #expect(try book.share("needs.trend.level", on: day).percentNumber == 95)
    }
}
