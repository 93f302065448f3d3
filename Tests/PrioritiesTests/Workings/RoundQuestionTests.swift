import Methods
import Testing
import Vocabulary

@testable import Priorities

@Suite struct RoundQuestionTests {
    @Test func `a question changes what it names and nothing else`() throws {
        let base = try RoundModel(DrawnRound.round(seed: 3), benefits: [1, 2, 3, -1, 4, 5, 6]).model
        #expect(RoundQuestion(.recommended).applied(to: base) == base)
        let question = RoundQuestion(
            .moreMoney, values: [7, 7, 7, 7, 7, 7, 7], bounds: [.init(row: 1, upper: 5), .init(row: 2, upper: nil)],
            forced: [true, nil, nil, nil, nil, nil, false])
        let model = question.applied(to: base)
        #expect(model.values == [7, 7, 7, 7, 7, 7, 7])
        #expect(model.rows[1].upper == 5 && model.rows[2].upper == nil)
        #expect(model.rows[0] == base.rows[0] && model.rows[3] == base.rows[3])
        #expect(model.forced.first == true && model.forced.last == false)
    }
}
