import TestSupport
import Testing
import Vocabulary

struct ShareTests {
    @Test func `a hair under 96 % is under 96 %`() throws {
        let threshold = Share(percent: 96)
        #expect(try #require(Share(9_599, of: 10_000)) < threshold)
        #expect(try #require(Share(959_999_999_999_999, of: 1_000_000_000_000_000)) < threshold)
        #expect(try #require(Share(Units(9_600), of: Units(10_000))) == threshold)
        #expect(try #require(Share(Money(pence: 9_601), of: Money(pence: 10_000))) > threshold)
    }

    @Test func `a share of nothing is no number`() {
        #expect(Share(1, of: 0) == nil)
        #expect(Share(1, of: -5) == nil)
        #expect(Share(Units.zero, of: Units.zero) == nil)
        #expect(Share(Money.zero, of: Money.zero) == nil)
    }

    @Test func `equal shares hash alike, whatever they were made of`() throws {
        let shares = try [(24, 25), (96, 100), (9_600, 10_000)].map { try #require(Share($0.0, of: $0.1)) }
        #expect(Set(shares).count == 1)
        #expect(try Set([#require(Share(0, of: 3)), #require(Share(0, of: 7))]).count == 1)
        #expect(try Set([#require(Share(.min, of: .max)), #require(Share(-1, of: 1))]).count == 2)
    }

    @Test(arguments: [51, 52, 53] as [UInt64])
    func `exactly one of less, equal and more holds, and it agrees with cross products`(seed: UInt64) throws {
        var numbers = SeededNumbers(seed: seed)
        for _ in 0..<500 {
            let one = try #require(
                Share(Int.random(in: -50...50, using: &numbers), of: Int.random(in: 1...30, using: &numbers)))
            let other = try #require(
                Share(Int.random(in: -50...50, using: &numbers), of: Int.random(in: 1...30, using: &numbers)))
            #expect([one < other, one == other, one > other].count { $0 } == 1)
            if one == other { #expect(one.hashValue == other.hashValue) }
        }
    }

    @Test(arguments: [
        (974, 1_000, 1, "97.4 %"), (1, 3, 0, "33 %"), (1, 3, 4, "33.3333 %"), (-1, 8, 2, "−12.50 %"),
        (1_005, 1_000, 0, "101 %"), (41_666_716, 1, 1, "4,166,671,600.0 %"), (1, 2_000, 1, "0.1 %"),
        (41, 500, 1, "8.2 %"), (1, 1_000_000, 2, "0.00 %"),
    ])
    func `a share shows the decimals asked for`(part: Int, whole: Int, decimals: Int, text: String) throws {
        #expect(try #require(Share(part, of: whole)).percentText(decimals: decimals) == text)
    }

    @Test func `a share in a file has three decimals of a per cent`() throws {
        #expect(try #require(Share(974, of: 1_000)).percentNumber == 97.4)
        #expect(try #require(Share(2, of: 3)).percentNumber == 66.667)
        #expect(Share.whole.percentNumber == 100 && Share.whole.approximate == 1)
        #expect("\(Share(percent: 96))" == "96.0 %")
    }
}
