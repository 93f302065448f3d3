import Methods
import Testing
import Vocabulary

@testable import Priorities

@Suite struct ValueForMoneyTests {
    /// Two criteria, four options: investments 0 and 1, disinvestments 2 and 3, all worth 50 but the last, 25.
    private func kind(_ isDisinvestment: Bool, people: [Double], pounds: [Int]) throws -> ValueForMoney {
        var round = DrawnRound.round(seed: 1, options: 5)
        round.rules = []
        round.options = Array(round.options.prefix(4))
        for member in round.members {
            round.scores[member.id] = round.options.flatMap { option in
                round.criteria.map {
                    Score(option: option.id, criterion: $0.id, value: option.id == slug("o3") ? 25 : 50)
                }
            }
        }
        return try #require(
            ValueForMoney(
                try ScoreMatrix(round), kinds: [false, false, true, true], people: people,
                costs: pounds.map { Money(pence: $0 * 100) }, isDisinvestment: isDisinvestment))
    }

    private let equal = [1.0 / 3, 1.0 / 3, 1.0 / 3]

    @Test func `an investment is ranked by value times people for its cost`() throws {
        let cheap = try kind(false, people: [1, 1, 1, 1], pounds: [200, 100, -100, -100])
        #expect(cheap.places == [0, 1])
        #expect(cheap.ranks(equal) == [2, 1])
        #expect(try kind(false, people: [3, 1, 1, 1], pounds: [200, 100, -100, -100]).ranks(equal) == [1, 2])
        #expect(cheap.values == [25, 25, 25, 50, 50, 50])
    }

    @Test func `a disinvestment is ranked by what is lost for the money freed, the least first`() throws {
        #expect(try kind(true, people: [1, 1, 1, 1], pounds: [1, 1, -100, -100]).ranks(equal) == [2, 1])
        #expect(try kind(true, people: [1, 1, 1, 1], pounds: [1, 1, -300, -100]).ranks(equal) == [1, 2])
        #expect(try kind(true, people: [1, 1, 1, 1], pounds: [1, 1, -100, 50]).ranks(equal) == [1, 2])
    }

    @Test func `what costs nothing counts as a penny`() throws {
        let free = try kind(false, people: [1, 1, 1, 1], pounds: [0, 100, -100, -100])
        #expect(free.ranks(equal) == [1, 2])
        #expect(free.values.allSatisfy { $0.isFinite })
    }

    @Test func `a round without options of a kind has none of it`() throws {
        var round = DrawnRound.round(seed: 1)
        round.options = Array(round.options.prefix(1))
        #expect(
            ValueForMoney(
                try ScoreMatrix(round), kinds: [false], people: [1], costs: [.zero], isDisinvestment: true) == nil)
    }
}
