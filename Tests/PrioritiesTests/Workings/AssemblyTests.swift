import Methods
import Testing
import Vocabulary

@testable import Priorities

@Suite struct AssemblyTests {
    @Test(arguments: 1...6)
    func `dominance holds for scores and cost alike`(seed: Int) throws {
        let round = DrawnRound.round(seed: seed)
        let result = try DrawnRound.result(round)
        for option in result.options {
            for better in option.dominatedBy.compactMap({ id in result.options.first { $0.option == id } }) {
                let isStop = round.option(option.option)?.kind.isDisinvestment == true
                #expect(zip(better.scores, option.scores).allSatisfy { isStop ? $0 <= $1 : $0 >= $1 })
                #expect(better.cost <= option.cost)
            }
        }
    }

    @Test(arguments: 1...6)
    func `a price is what the set without it is worth more, and never less than nothing`(seed: Int) throws {
        let result = try DrawnRound.result(DrawnRound.round(seed: seed))
        #expect(!result.prices.isEmpty)
        for price in result.prices {
            #expect(price.benefitLost >= -1e-9)
            #expect((price.without.benefit - result.portfolio.benefit - price.benefitLost).magnitude < 1e-9)
        }
    }

    @Test(arguments: 1...6)
    func `a swap from the best set never gains, and keeps every rule`(seed: Int) throws {
        let round = DrawnRound.round(seed: seed)
        let result = try DrawnRound.result(round)
        for swap in result.swaps {
            #expect(swap.benefitChange <= 1e-9)
            let after = result.portfolio.options.filter { !swap.out.contains($0) } + swap.into
            #expect(round.brokenRules(by: after) == [])
            if let wanted = swap.wanted { #expect(swap.into.contains(wanted)) }
        }
    }

    @Test(arguments: 1...6)
    func `the weights of the panel lie within what its members said, and each span holds the weight`(seed: Int) throws {
        let result = try DrawnRound.result(DrawnRound.round(seed: seed))
        #expect((result.weights.reduce(0) { $0 + $1.weight } - 1).magnitude < 1e-9)
        for weight in result.weights {
            #expect(weight.low <= weight.weight && weight.weight <= weight.high)
            #expect(weight.sameFirst.low <= weight.weight && weight.weight <= weight.sameFirst.high)
        }
    }

    @Test func `members who score alike agree wholly, and the envelope’s own money is on the frontier`() throws {
        var round = DrawnRound.round(seed: 3)
        for member in round.members {
            round.scores[member.id] = round.scores[slug("m1")]
            round.weights[member.id] = round.weights[slug("m1")]
        }
        let result = try DrawnRound.result(round)
        #expect(result.agreement.concordance == 1)
        #expect(result.agreement.spread.allSatisfy { $0 == 0 })
        let now = result.years.last?.recurrentSources
        #expect(result.frontier.first { $0.budget == now }?.exact == result.portfolio)
    }

    @Test func `years add up to the set’s cost`() throws {
        let result = try DrawnRound.result(DrawnRound.round(seed: 5))
        let spent = result.years.map { $0.recurrent + $0.oneOff }.total()
        #expect(spent == result.portfolio.cost)
    }
}
