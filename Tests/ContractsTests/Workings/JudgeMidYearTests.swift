import Contracts
import Testing
import Vocabulary

struct JudgeMidYearTests {
    static func judge(_ delivered: Units, carriedIn: Units = .zero) throws -> MidYearReview {
        try JudgeMidYear.judge(
            contracted: Units(10_000), delivered: delivered, carriedIn: carriedIn, value: Money(pence: 28_000_000),
            by: TestRules.midYear(2024))
    }

    @Test func `thirty per cent is enough and a hundredth less is not`() throws {
        #expect(try Self.judge(Units(3_000)).band == .noAction)
        #expect(try Self.judge(Units(hundredths: 299_999)).band == .belowThreshold)
    }

    @Test func `at most the value less twice the first half may be withheld`() throws {
        let review = try Self.judge(Units(2_000))
        #expect(review.planMayBeRequired)
        #expect(review.mostWithheld == Money(pence: 28_000_000 - 2 * 5_600_000))
    }

    @Test func `a shortfall carried in counts against the first half`() throws {
        let review = try Self.judge(Units(3_200), carriedIn: Units(-400))
        #expect(review.adjusted == Units(2_800))
        #expect(review.band == .belowThreshold)
        #expect(review.mostWithheld == Money(pence: 28_000_000 - 2 * 7_840_000))
    }

    @Test func `no more than the whole value may be withheld`() throws {
        #expect(try Self.judge(.zero, carriedIn: Units(-400)).mostWithheld == Money(pence: 28_000_000))
    }

    @Test func `negative amounts are refused`() {
        #expect(throws: Refusal.self) { try Self.judge(Units(-1)) }
    }
}
