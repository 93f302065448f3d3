import Methods
import Priorities
import Testing
import Vocabulary

struct AskTradeOffsTests {
    /// A round whose anchors are closed, with three criteria at the top.
    private func round() throws -> Round {
        var round = try Round.sample(upTo: .anchorsClosed)
        round.criteria = ["a", "b", "c"].map {
            Criterion(id: slug($0), title: $0, meaning: $0, scale: Sample.points)
        }
        return round
    }

    @Test(arguments: [[0.6, 0.3, 0.1], [0.2, 0.2, 0.6], [0.34, 0.33, 0.33]])
    func `honest answers lead to the weights that somebody has in mind`(weights: [Double]) throws {
        var asking = try AskTradeOffs(round(), member: Sample.members[0].id)
        var asked = 0
        while let question = asking.question {
            asked += 1
            let (first, second) = (
                weights[question.first] * question.firstPart, weights[question.second] * question.secondPart
            )
            try asking.take(first > second ? .first : .second, to: question)
        }
        #expect(asked <= asking.most)
        let polytope = try WeightPolytope(
            criteria: 3, statements: asking.given.statements(among: asking.criteria.map(\.id)))
        for (place, weight) in weights.enumerated() {
            let range = polytope.ranges[place]
            #expect(range.low - 1e-9 <= weight && weight <= range.high + 1e-9)
            #expect(range.high - range.low < 0.5)
        }
    }

    @Test func `what the answers say is taken as a member's weights`() throws {
        let round = try round()
        var asking = try AskTradeOffs(round, member: Sample.members[0].id)
        for answer in [TradeOffQuestions.Answer.first, .second, .same] {
            guard let question = asking.question else { break }
            try asking.take(answer, to: question)
        }
        let act = GiveWeights(round: round.id, member: Sample.members[0].id, given: [asking.given])
        let after = try act.decide(
            RoundBefore(round: round, rulebook: Sample.rulebook), by: Sample.author,
            at: Sample.after(.anchorsClosed))
        #expect(after.weights[Sample.members[0].id] == [asking.given])
    }

    @Test func `a choice says what is won, in the words of the anchors`() throws {
        let asking = try AskTradeOffs(round(), member: Sample.members[0].id)
        let question = try #require(asking.question)
        let choices = asking.choices(of: question)
        #expect(choices.first.contains("of the way from “") && choices.second.contains("of the way from “"))
    }

    @Test func `nobody of elsewhere is asked, and nothing where there is one criterion`() throws {
        let round = try round()
        #expect(throws: Refusal.self) { try AskTradeOffs(round, member: slug("nobody")) }
        #expect(throws: Refusal.self) { try AskTradeOffs(round, member: Sample.members[0].id, within: slug("a")) }
    }
}
