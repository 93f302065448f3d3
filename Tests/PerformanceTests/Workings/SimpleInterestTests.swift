import Testing
import Vocabulary

@testable import Performance

struct SimpleInterestTests {
    private func interest(_ pence: Int, _ rate: Int, _ first: String, _ last: String) -> Int {
        SimpleInterest.of(Money(pence: pence), at: rate, from: Sample.day(first), to: Sample.day(last)).pence
    }

    @Test func `a year of 365 days bears the rate, a leap year a day more, and no day nothing`() {
        #expect(interest(1_000_000, 800, "2025-04-01", "2026-04-01") == 80_000)
        #expect(interest(36_500, 1_000, "2024-02-28", "2024-03-01") == 20)
        #expect(interest(1_000_000, 800, "2025-04-01", "2025-04-01") == 0)
        #expect(interest(1_000_000, 800, "2025-04-01", "2025-03-01") == 0)
        #expect(interest(1_000_000, 0, "2025-04-01", "2026-04-01") == 0)
    }

    @Test func `halves of a penny are rounded up, and the greatest amounts do not overflow`() {
        // 365 × 10,000 pence-hundredths-days a penny: a half of it is 1,825,000.
        #expect(interest(1_825, 1_000, "2025-04-01", "2025-04-02") == 1)
        #expect(interest(1_824, 1_000, "2025-04-01", "2025-04-02") == 0)
        #expect(interest(DocumentShape.largestWhole, 10_000, "2025-04-01", "2026-04-01") == DocumentShape.largestWhole)
    }
}
