import Testing
import Vocabulary

@testable import Challenges

struct ChallengeSumsTests {
    @Test func `challenges are summed by rule and by month, and nothing is lost`() throws {
        let sums = ChallengeSums(of: try Sample.concludedBundle())
        let rules = sums.by(\.rule)
        #expect(rules.map(\.part) == ["CC01", "CC05", "CC10", "CC25"])
        #expect(rules.map(\.sum.raised) == [1, 2, 2, 1] && rules[3].sum.dataOnly == 1)
        #expect(rules.map(\.sum.agreed.pence) == [0, 7_000, 1_300, 0])
        #expect(rules.map(\.sum.givenUp.pence) == [9_500, 3_000, 0, 0])
        #expect(sums.by(\.month).map(\.sum.claimed.pence) == [6_000, 14_800])
        #expect(sums.total.balances && sums.total.raised == 6 && sums.total.claimed == Money(pence: 20_800))
    }

    @Test func `bundles are summed together`() throws {
        var sums = ChallengeSums(of: try Sample.raisedBundle())
        sums.add(try Sample.concludedBundle())
        #expect(sums.total.raised == 12 && sums.total.open == 6 && sums.total.balances)
        #expect(sums.by(\.provider).map(\.part) == ["RX1"])
    }
}
