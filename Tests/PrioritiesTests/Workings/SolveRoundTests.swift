import Methods
import Testing
import Vocabulary

@testable import Priorities

@Suite struct SolveRoundTests {
    static let seeds = Array(1...12)

    @Test(arguments: seeds)
    func `the funded set keeps the money of every year and every rule`(seed: Int) throws {
        let round = DrawnRound.round(seed: seed)
        let result = try DrawnRound.result(round)
        let envelope = try #require(round.envelope)
        for set in [result.portfolio] + (result.greedy.map { [$0] } ?? []) {
            let funded = round.options.filter { set.options.contains($0.id) }
            for year in envelope.years {
                var (recurrent, all) = (0, 0)
                for option in funded {
                    for cost in option.costs where cost.year == year.year {
                        recurrent += cost.recurrent.pence
                        all += cost.recurrent.pence + cost.oneOff.pence
                    }
                }
                var sources = year.sources.filter { $0.kind == .recurrent }.reduce(0) { $0 + $1.amount.pence }
                sources += year.year == DrawnRound.years[1] ? 6_000 : 0
                let ending = year.sources.filter { $0.kind != .recurrent }.reduce(0) { $0 + $1.amount.pence }
                #expect(recurrent <= sources)
                #expect(all <= sources + ending)
                if year.year == DrawnRound.years[1] {
                    #expect(funded.reduce(0) { $0 + $1.fullYear.pence } <= sources)
                }
            }
            let ids = Set(set.options)
            for option in funded { #expect(ids.isSuperset(of: option.requires)) }
            for rule in round.rules { expectKept(rule, funded) }
            #expect(round.brokenRules(by: set.options) == [])
        }
    }

    private func expectKept(_ rule: PortfolioRule, _ funded: [Option]) {
        let ids = funded.map(\.id)
        switch rule.kind {
        case .ringFenceMost:
            let spend = funded.filter { $0.tags.contains(slug("oral")) }.reduce(0) { $0 + $1.fullYear.pence }
            #expect(spend <= 6_000)
        case .workforceMost: #expect(funded.reduce(0) { $0 + $1.workforceHundredths } <= 500)
        case .capitalMost: #expect(funded.reduce(0) { $0 + $1.capital.pence } <= 3_000)
        case .optionsMost: #expect(funded.count <= 4)
        case .exclusive: #expect(ids.filter { rule.options.contains($0) }.count <= 1)
        case .prerequisite:
            #expect(!ids.contains(rule.options[0]) || ids.contains(rule.options[1]))
        default: break
        }
    }

    @Test(arguments: seeds)
    func `the list by value for money is never worth more than the best set`(seed: Int) throws {
        let result = try DrawnRound.result(DrawnRound.round(seed: seed))
        #expect(result.portfolio.isProved)
        if let greedy = result.greedy { #expect(greedy.benefit <= result.portfolio.benefit) }
        for point in result.frontier {
            if let greedy = point.greedyBenefit { #expect(greedy <= point.exact.benefit + 1e-9) }
        }
    }

    @Test(arguments: seeds)
    func `more money never buys less`(seed: Int) throws {
        let frontier = try DrawnRound.result(DrawnRound.round(seed: seed)).frontier
        #expect(frontier.count >= 2)
        for (less, more) in zip(frontier, frontier.dropFirst()) {
            #expect(less.budget < more.budget)
            #expect(less.exact.benefit <= more.exact.benefit)
        }
    }

    @Test(arguments: seeds)
    func `an option that nobody has to fund never lowers the best set`(seed: Int) throws {
        var round = DrawnRound.round(seed: seed)
        let before = try DrawnRound.result(round).portfolio.benefit
        var stream = RandomStream(seed: UInt64(seed), stream: 9)
        let more = DrawnRound.option(20, &stream)
        round.options.append(more)
        for member in round.members {
            round.scores[member.id]? += round.criteria.map {
                Score(option: more.id, criterion: $0.id, value: 50)
            }
        }
        #expect(try DrawnRound.result(round).portfolio.benefit >= before - 1e-9)
    }

    @Test(arguments: seeds)
    func `the shares of places of an option sum to one`(seed: Int) throws {
        for option in try DrawnRound.result(DrawnRound.round(seed: seed)).options {
            #expect((option.rankAcceptability.reduce(0, +) - 1).magnitude < 1e-9)
            #expect((option.coreIndex ?? -1) >= 0)
            #expect(option.benefitSpan.low <= option.benefitSpan.high)
        }
    }

    @Test func `scaling what everybody said of weights changes nothing`() throws {
        var round = DrawnRound.round(seed: 3)
        for member in round.members {
            round.weights[member.id] = [
                WeightsGiven(
                    method: .partial,
                    claims: [
                        .init(kind: .exactly, first: slug("access"), second: slug("health"), low: 2),
                        .init(kind: .exactly, first: slug("health"), second: slug("equity"), low: 2),
                    ])
            ]
        }
        let ratios = try DrawnRound.result(round)
        for member in round.members {
            round.weights[member.id] = [
                WeightsGiven(
                    method: .swing,
                    swings: zip(["access", "health", "equity"], [100.0, 50, 25]).map {
                        .init(criterion: slug($0), points: $1)
                    })
            ]
        }
        let swings = try DrawnRound.result(round)
        for (left, right) in zip(ratios.weights, swings.weights) {
            #expect((left.weight - right.weight).magnitude < 1e-12)
        }
        #expect(ratios.portfolio.options == swings.portfolio.options)
        #expect(ratios.options.map(\.rank) == swings.options.map(\.rank))
    }

    @Test(arguments: [1, 5])
    func `the same seed gives the same bytes twice`(seed: Int) throws {
        let round = DrawnRound.round(seed: seed)
        let (first, second) = (try DrawnRound.result(round), try DrawnRound.result(round))
        #expect(JSONValue(encoding: first).canonical == JSONValue(encoding: second).canonical)
        var settings = DrawnRound.settings
        settings.seed = 8
        let other = try SolveRound.run(round, settings: settings, solver: nil)
        #expect(other.options.map(\.rankAcceptability) != first.options.map(\.rankAcceptability))
        #expect(other.portfolio == first.portfolio)
    }

    @Test func `a result reads back from its JSON as it was`() throws {
        let result = try DrawnRound.result(DrawnRound.round(seed: 2))
        let json = JSONValue(encoding: result)
        #expect(try json.decoded(as: RoundResult.self, named: "result") == result)
    }

    @Test func `the scores of an excluded member on that option have no effect`() throws {
        var round = DrawnRound.round(seed: 4)
        round.interests = [
            Interest(id: slug("i"), member: slug("m2"), kind: .financial, options: [slug("o1")], nature: "A share")
        ]
        let before = try DrawnRound.result(round)
        round.scores[slug("m2")] = round.scores[slug("m2")]?.map { score in
            var score = score
            if score.option == slug("o1") { (score.value, score.low, score.high) = (95, 90, 100) }
            return score
        }
        let after = try DrawnRound.result(round)
        #expect(before.options == after.options)
        #expect(before.portfolio == after.portfolio)
        #expect(before.exclusions.map(\.basis) == [.scoresGiven])
        let pair = try #require(after.exclusions.first?.values.first)
        #expect(pair.otherwise > pair.asIs)
    }

    @Test func `an option forced out is out, and forced in is in, and each costs no less than nothing`() throws {
        var round = DrawnRound.round(seed: 6)
        round.rules = []
        let free = try DrawnRound.result(round)
        let funded = try #require(free.portfolio.options.first)
        round.rules = [
            PortfolioRule(id: slug("out"), title: "Out", kind: .forcedOut, options: [funded])
        ]
        let without = try DrawnRound.result(round)
        #expect(!without.portfolio.options.contains(funded))
        #expect(without.portfolio.benefit <= free.portfolio.benefit)
        let price = try #require(without.prices.first { $0.rule == slug("out") })
        #expect(price.benefitLost == free.portfolio.benefit - without.portfolio.benefit)
        #expect(price.without.options == free.portfolio.options)
        let left = try #require(
            round.options.first { option in
                !free.portfolio.options.contains(option.id) && free.swaps.contains { $0.wanted == option.id }
            })
        round.rules = [PortfolioRule(id: slug("in"), title: "In", kind: .forcedIn, options: [left.id])]
        let with = try DrawnRound.result(round)
        #expect(with.portfolio.options.contains(left.id))
        let swap = try #require(free.swaps.first { $0.wanted == left.id })
        #expect((swap.benefitChange - (with.portfolio.benefit - free.portfolio.benefit)).magnitude < 1e-9)
    }

    @Test func `an investment that costs nothing comes first, and kinds are ranked apart`() throws {
        var round = DrawnRound.round(seed: 5)
        for place in round.options[2].costs.indices {
            round.options[2].costs[place].recurrent = .zero
            round.options[2].costs[place].oneOff = .zero
        }
        round.options[2].fullYear = .zero
        let result = try DrawnRound.result(round)
        #expect(result.options[2].rank == 1)
        #expect(result.options[2].benefitPerThousand == nil)
        #expect(result.options[2].rankAcceptability.first == 1)
        #expect(result.options[3].rank == 1)
        #expect(result.options[3].rankAcceptability.count == 1)
        #expect(result.pairwise[2][3] == nil)
        #expect(result.options[3].benefit < 0)
    }

    @Test func `benefit per person is value times people and chance`() throws {
        let round = DrawnRound.round(seed: 2, benefit: .perPerson)
        let result = try DrawnRound.result(round)
        for (option, found) in zip(round.options, result.options) {
            let people = Double(option.people ?? 0) * Double(option.successPercent ?? 0) / 100
            let expected = found.value / 100 * people * (option.kind.isDisinvestment ? -1 : 1)
            #expect((found.benefit - expected).magnitude < 1e-9)
        }
    }

    @Test func `with many options and no solver nothing is proved, and the list stands in`() throws {
        let round = DrawnRound.round(seed: 2, options: SolveRound.mostSearched + 1)
        let result = try DrawnRound.result(round)
        #expect(result.solver == nil)
        #expect(!result.portfolio.isProved)
        #expect(result.portfolio.options == result.greedy?.options)
        #expect(result.options.allSatisfy { $0.coreIndex == nil })
        #expect(result.prices.isEmpty && result.swaps.isEmpty)
        #expect(!result.frontier.isEmpty)
    }

    @Test func `a stopped calculation is a refusal`() {
        #expect(throws: Refusal.self) {
            try SolveRound.run(
                DrawnRound.round(seed: 1), settings: DrawnRound.settings, solver: nil, isCancelled: { true })
        }
    }
}
