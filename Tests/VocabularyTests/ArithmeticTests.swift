import TestSupport
import Testing
import Vocabulary

struct ArithmeticTests {
    @Test(arguments: [
        (1, 1, 2, 1), (-1, 1, 2, -1), (1, 1, 3, 0), (2, 1, 3, 1), (-2, 1, 3, -1), (5, 0, 7, 0),
        (7, -1, 2, -4),
        (7, 1, -2, -4), (10, 3, 4, 8),
    ])
    func `a quotient goes to the nearest whole, halves away from zero`(
        value: Int, numerator: Int, denominator: Int, expected: Int
    ) {
        #expect(roundedQuotient(value, times: numerator, over: denominator) == expected)
    }

    @Test func `a product larger than 64 bits is not lost on the way`() {
        #expect(roundedQuotient(.max, times: .max, over: .max) == .max)
        #expect(roundedQuotient(.min, times: .max, over: .max) == .min)
    }

    @Test(arguments: [11, 12, 13] as [UInt64])
    func `a quotient is never more than half of the divisor away`(seed: UInt64) {
        var numbers = SeededNumbers(seed: seed)
        for _ in 0..<500 {
            let value = Int.random(in: -1_000_000_000...1_000_000_000, using: &numbers)
            let numerator = Int.random(in: -10_000...10_000, using: &numbers)
            let denominator = Int.random(in: 1...10_000, using: &numbers)
            let quotient = roundedQuotient(value, times: numerator, over: denominator)
            #expect((value * numerator - quotient * denominator).magnitude * 2 <= denominator.magnitude)
        }
    }

    @Test(arguments: [
        (0, "0"), (999, "999"), (1_000, "1,000"), (41_666_716, "41,666,716"), (100_000, "100,000"),
    ])
    func `thousands are parted by commas`(value: Int, expected: String) {
        #expect(grouped(value) == expected)
    }

    @Test func `nothing can be divided by nothing`() async {
        await #expect(processExitsWith: .failure) { _ = roundedQuotient(1, times: 1, over: 0) }
    }
}
