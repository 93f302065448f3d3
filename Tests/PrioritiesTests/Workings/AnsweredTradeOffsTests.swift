import Methods
import Priorities
import Testing
import Vocabulary

@Suite struct AnsweredTradeOffsTests {
    private func round() throws -> Round {
        var round = try Round.sample(upTo: .anchorsClosed)
        round.criteria = ["a", "b", "c"].map {
            Criterion(id: slug($0), title: $0, meaning: $0, scale: Sample.points)
        }
        return round
    }

    private let member = Sample.members[0].id

    @Test func `the same answers ask the same question, and lead to the same claims as a conversation`() throws {
        let round = try round()
        var asking = try AskTradeOffs(round, member: member)
        var answers: [AnsweredTradeOffs.Answer] = []
        while let question = asking.question {
            let asked = try AnsweredTradeOffs(round, member: member, within: nil, answers: answers)
            #expect(asked.question?.number == question.number)
            let choices = asking.choices(of: question)
            #expect(asked.question?.first == choices.first && asked.question?.second == choices.second)
            try asking.take(answers.count % 3 == 2 ? .same : .first, to: question)
            answers.append(answers.count % 3 == 2 ? .same : .first)
        }
        let done = try AnsweredTradeOffs(round, member: member, within: nil, answers: answers)
        #expect(done.question == nil && done.given == asking.given && done.answers == answers)
        #expect(done.answers.count <= done.most)
    }

    @Test func `answers beyond the last question are left out`() throws {
        let many = [AnsweredTradeOffs.Answer](repeating: .second, count: 500)
        let asked = try AnsweredTradeOffs(round(), member: member, within: nil, answers: many)
        #expect(asked.question == nil && asked.answers.count <= asked.most)
    }

    @Test func `nobody of elsewhere is asked, and nothing where there is one criterion`() throws {
        #expect(throws: Refusal.self) {
            try AnsweredTradeOffs(round(), member: slug("nobody"), within: nil, answers: [])
        }
        #expect(throws: Refusal.self) {
            try AnsweredTradeOffs(round(), member: member, within: slug("a"), answers: [])
        }
    }
}
