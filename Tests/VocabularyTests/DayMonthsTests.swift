import TestSupport
import Testing
import Vocabulary

struct DayMonthsTests {
    @Test(arguments: [
        ("2025-08-31", 6, "2026-02-28"), ("2023-08-31", 6, "2024-02-29"), ("2025-08-28", 6, "2026-02-28"),
        ("2024-02-29", 12, "2025-02-28"), ("2024-02-29", 72, "2030-02-28"), ("2026-01-31", 1, "2026-02-28"),
        ("2026-03-31", -1, "2026-02-28"), ("2026-01-15", 0, "2026-01-15"), ("2025-12-31", 6, "2026-06-30"),
    ])
    func `months later is the corresponding day, or the last of a shorter month`(
        from: String, months: Int, to: String
    ) throws {
        #expect(try #require(Day(from)).adding(months: months) == Day(to))
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func `it lies in the month meant, on the same day of it or before, and never turns the order round`(
        seed: UInt64
    ) {
        var numbers = SeededNumbers(seed: seed)
        for _ in 0..<200 {
            let day = Day(number: Int.random(in: 0...30_000, using: &numbers))
            let months = Int.random(in: -200...200, using: &numbers)
            let later = day.adding(months: months)
            #expect(later.month == day.month.adding(months: months))
            #expect(later.parts.day <= day.parts.day)
            #expect(later <= day.adding(days: 1).adding(months: months))
        }
    }
}
