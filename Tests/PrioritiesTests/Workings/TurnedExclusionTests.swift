import Testing
import Vocabulary

@testable import Priorities

@Suite struct TurnedExclusionTests {
    private let equal = [1.0 / 3, 1.0 / 3, 1.0 / 3]

    private func round(_ interest: Interest, _ ruling: InterestRuling? = nil) -> Round {
        var round = DrawnRound.round(seed: 2)
        round.interests = [interest]
        round.rulings = ruling.map { [$0] } ?? []
        return round
    }

    private func interest(_ options: [String], sharedClass: String? = nil) -> Interest {
        Interest(
            id: slug("i"), member: slug("m2"), kind: .financial, options: options.map(slug),
            sharedClass: sharedClass.map(slug), nature: "A share")
    }

    @Test func `a member left out without scores counts with the best ones, on those options only`() throws {
        var round = round(interest(["o1"]))
        round.scores[slug("m2")] = round.scores[slug("m2")]?.filter { $0.option != slug("o1") }
        let turned = try #require(TurnedExclusion.all(round, weights: equal).first)
        #expect((turned.isExcluded, turned.basis) == (true, .bestScores))
        #expect(turned.options == [slug("o1")])
        let asIs = try ScoreMatrix(round)
        let values = try #require(turned.values)
        let mean = asIs.row(1).reduce(0, +) / 3
        // Two members’ mean, and a third member’s 100.
        #expect((values[1] - (2 * mean + 100) / 3).magnitude < 1e-9)
        #expect((values[0] - asIs.row(0).reduce(0, +) / 3).magnitude < 1e-9)
    }

    @Test func `a member whom the chair let stay is turned by being left out`() throws {
        let round = round(
            interest([], sharedClass: "dentists"),
            InterestRuling(interest: slug("i"), isExcluded: false, options: [slug("o0")], reason: "All share it"))
        let turned = try #require(TurnedExclusion.all(round, weights: equal).first)
        #expect((turned.isExcluded, turned.basis) == (false, .scoresGiven))
        #expect(turned.options == [slug("o0")])
        let without = try ScoreMatrix(round, counting: [slug("m2"): [slug("o0")]])
        #expect((try #require(turned.values)[0] - without.row(0).reduce(0, +) / 3).magnitude < 1e-9)
    }

    @Test func `a class’s interest on which nobody has ruled turns nothing`() {
        #expect(TurnedExclusion.all(round(interest(["o1"], sharedClass: "dentists")), weights: equal) == [])
    }

    @Test func `where nobody else scored there is no other way`() throws {
        var round = round(
            interest([], sharedClass: "dentists"),
            InterestRuling(interest: slug("i"), isExcluded: false, reason: "All share it"))
        round.scores[slug("m1")] = nil
        round.scores[slug("m3")] = nil
        let turned = try #require(TurnedExclusion.all(round, weights: equal).first)
        #expect((turned.basis, turned.values) == (.none, nil))
        #expect(turned.options.count == round.options.count)
    }
}
