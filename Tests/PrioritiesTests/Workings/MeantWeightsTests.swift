import Priorities
import Testing
import Vocabulary

@Suite struct MeantWeightsTests {
    private let accepted = Share(percent: 10)
    private let names = ["access", "health", "equity"]

    private let round: Round = {
        var round = DrawnRound.round(seed: 1)
        round.weights = [:]
        return round
    }()

    private func meant(_ said: WeightsGiven) throws -> MeantWeights {
        try MeantWeights(said, of: round.members[0].id, in: round)
    }

    private func judged(_ times: Int) throws -> MeantWeights {
        try meant(
            WeightsGiven(
                method: .pairwise,
                judgements: [
                    .init(more: slug("access"), less: slug("health"), times: 2),
                    .init(more: slug("health"), less: slug("equity"), times: 2),
                    .init(more: slug("access"), less: slug("equity"), times: times),
                ]))
    }

    @Test func `comparisons that agree give their ratios and say that they agree`() throws {
        let meant = try judged(4)
        #expect(meant.weights.map { ($0.weight * 7).rounded() } == [4, 2, 1])
        #expect(meant.weights.allSatisfy { $0.low == $0.weight && $0.high == $0.weight })
        #expect(meant.contradictions.isEmpty)
        #expect(meant.consistency(accepted: accepted, in: round) == ["Your comparisons all agree with one another."])
    }

    @Test func `a small contradiction is told as small`() throws {
        let sentences = try #require(judged(5).consistency(accepted: accepted, in: round))
        #expect(sentences.count == 1 && sentences[0].contains("well enough"))
    }

    @Test func `what contradicts is told in the words of the comparisons`() throws {
        let meant = try meant(
            WeightsGiven(
                method: .pairwise,
                judgements: [
                    .init(more: slug("access"), less: slug("health"), times: 3),
                    .init(more: slug("health"), less: slug("equity"), times: 2),
                    .init(more: slug("equity"), less: slug("access"), times: 4),
                ]))
        let worst = try #require(meant.contradictions.first)
        #expect(worst.implied == 6 && worst.said == 0.25)
        let sentences = try #require(meant.consistency(accepted: accepted, in: round))
        let titles = names.map { name in round.criterion(slug(name))?.title ?? "" }
        #expect(sentences[0].contains("contradict one another more than is usual"))
        #expect(
            sentences[1]
                == "You said “\(titles[0])” 3 times as much as “\(titles[1])” and “\(titles[1])” 2 times as much as "
                + "“\(titles[2])”. Together that makes “\(titles[0])” 6 times as much as “\(titles[2])”, and you said "
                + "“\(titles[2])” 4 times as much as “\(titles[0])”.")
    }

    @Test func `what is known in part leaves a range around each weight, and tells nothing of consistency`() throws {
        let meant = try meant(
            WeightsGiven(
                method: .partial, claims: [.init(kind: .atLeast, first: slug("access"), second: slug("health"))]))
        #expect(meant.weights.contains { $0.low < $0.weight && $0.weight < $0.high })
        #expect(meant.consistency(accepted: accepted, in: round) == nil)
    }

    @Test func `a branch that there is not, and a pair that is not compared, are refused`() throws {
        #expect(throws: Refusal.self) { try meant(WeightsGiven(within: slug("elsewhere"), method: .swing)) }
        #expect(throws: Refusal.self) { try meant(WeightsGiven(method: .pairwise, judgements: [])) }
    }
}
