import Methods
import Testing
import Vocabulary

@testable import Priorities

@Suite struct PublishedSetsTests {
    @Test func `each published set answers the question that it was found for`() throws {
        let round = DrawnRound.round(seed: 4)
        let result = try DrawnRound.result(round)
        let questions = try RoundQuestions(round, settings: result.settings)
        let sets = PublishedSets(questions, result)
        #expect(sets.findings == [])
        #expect(sets.answers.first?.question.subject == .recommended)
        #expect(sets.answers.count == 1 + sets.answers.dropFirst().count { $0.question.subject != .recommended })
        #expect(
            sets.answers.filter { if case .with = $0.question.subject { true } else { false } }.count
                == result.swaps.filter { $0.wanted != nil }.count)
    }

    @Test func `a core index that is off by more than rounding is found, and by less is a note`() throws {
        let round = DrawnRound.round(seed: 4)
        var result = try DrawnRound.result(round)
        let questions = try RoundQuestions(round, settings: result.settings)
        let core = result.options.map { $0.coreIndex ?? 0 }
        func compared(_ difference: Double) -> PublishedSets {
            result.options[0].coreIndex = core[0] + difference
            var sets = PublishedSets(questions, result)
            let answers = questions.drawQuestions.map { question in
                let model = question.applied(to: questions.model.model)
                let chosen = model.exactBySearch() ?? []
                return RoundAnswer(
                    question,
                    SolvedPortfolio(chosen: chosen, value: model.value(of: chosen), bound: nil, relativeGap: 0))
            }
            sets.compare(answers, by: RoundResult.Solver(name: "another", version: "2"))
            return sets
        }
        #expect(compared(0.001).findings == [])
        #expect(compared(0.001).notes.count == 2)
        #expect(compared(0.02).findings.map(\.place) == ["options[o0].coreIndex"])
    }
}
