import Methods
import TestSupport
import Testing

struct TradeOffQuestionsTests {
    @Test func `there are four questions for each criterion but one or two`() {
        #expect([2, 3, 4, 5, 8].map { TradeOffQuestions.count(criteria: $0) } == [4, 8, 12, 12, 24])
        #expect(TradeOffQuestions.count(criteria: 1) == 0)
    }

    @Test func `a question offers two improvements that are equally good at its ratio`() throws {
        let question = try #require(TradeOffQuestions(criteria: 3, seed: 4).next())
        #expect(question.number == 1 && question.first < question.second)
        #expect(abs(question.firstPart * question.ratio - question.secondPart) < 1e-12)
        #expect(max(question.firstPart, question.secondPart) == 1)
        // With nothing known the two are about alike.
        #expect(question.ratio > 0.6 && question.ratio < 1.6)
    }

    @Test func `the same seed and answers give the same questions`() throws {
        func asked() throws -> [TradeOffQuestions.Question] {
            var (questions, asked) = (
                try TradeOffQuestions(criteria: 4, seed: 7), [TradeOffQuestions.Question]()
            )
            while let question = questions.next() {
                asked.append(question)
                questions = try questions.answering(question, asked.count % 3 == 0 ? .second : .first)
            }
            return asked
        }
        let first = try asked()
        #expect(try first == asked() && first.count <= 12 && first.count > 3)
    }

    @Test func `criteria of equal weight end the questions`() throws {
        var questions = try TradeOffQuestions(criteria: 2, seed: 1)
        questions = try questions.answering(try #require(questions.next()), .same)
        #expect(questions.polytope.freedom == 0 && questions.next() == nil)
        #expect(try TradeOffQuestions(criteria: 1, seed: 1).next() == nil)
    }

    @Test func `what cannot hold before the first question is a clash`() throws {
        let statements = try [WeightStatement(.exactRatio(0, 1, 2)), WeightStatement(.exactRatio(0, 1, 3))]
        let clash = #expect(throws: WeightClash.self) {
            try TradeOffQuestions(criteria: 2, statements: statements, seed: 1)
        }
        #expect(clash?.statements == [0, 1])
    }

    @Test(arguments: [UInt64(111), 112])
    func `somebody who answers by weights of their own is found out, ever more closely`(seed: UInt64) throws {
        var numbers = SeededNumbers(seed: seed)
        for trial in 0..<8 {
            let criteria = Int.random(in: 2...5, using: &numbers)
            let parts = (0..<criteria).map { _ in Double.random(in: 0.1...1, using: &numbers) }
            let sum = parts.reduce(0, +)
            let own = parts.map { $0 / sum }
            var questions = try TradeOffQuestions(criteria: criteria, seed: seed &+ UInt64(trial))
            var width = questions.polytope.ranges.reduce(0) { $0 + $1.high - $1.low }
            while let question = questions.next() {
                let answer: TradeOffQuestions.Answer =
                    own[question.first] > question.ratio * own[question.second] ? .first : .second
                questions = try questions.answering(question, answer)
                let next = questions.polytope.ranges.reduce(0) { $0 + $1.high - $1.low }
                #expect(next <= width + 1e-9, "seed \(seed)")
                width = next
            }
            for (weight, range) in zip(own, questions.polytope.ranges) {
                #expect(range.low - 1e-9 <= weight && weight <= range.high + 1e-9, "seed \(seed)")
            }
            #expect(width < 0.5 * Double(criteria), "seed \(seed)")
        }
    }
}
