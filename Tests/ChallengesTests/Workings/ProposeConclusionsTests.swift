import Testing
import Vocabulary

@testable import Challenges

struct ProposeConclusionsTests {
    @Test func `as answered, what is accepted is upheld so, and what is rejected stays open`() throws {
        let bundle = try Sample.answeredBundle()
        let rows = ProposeConclusions.asAnswered(bundle)
        #expect(rows.map(\.number) == [2, 3, 5] && rows.map(\.outcome) == [.upheld, .part, .upheld])
        let done = try Sample.done(Sample.concluding(rows, on: "2025-11-12"), bundle)
        #expect(done.agreed == Money(pence: 6_800))
        #expect(ProposeConclusions.asAnswered(bundle, .init(rule: "CC10")).map(\.number) == [5])
        #expect(ProposeConclusions.asAnswered(done).isEmpty)
    }

    @Test func `challenges are chosen by rule, by number and by answer`() throws {
        let bundle = try Sample.answeredBundle()
        func numbers(_ choice: ProposeConclusions.Choice) -> [Int] {
            ProposeConclusions.all(bundle, choice, outcome: .withdrawn, reason: "Ours.").map(\.number)
        }
        #expect(numbers(.init()) == [1, 2, 3, 4, 5, 6])
        #expect(numbers(.init(rule: "CC05")) == [2, 3])
        #expect(numbers(.init(numbers: [4, 6])) == [4, 6])
        #expect(numbers(.init(answer: ProposeConclusions.Choice.Answer.none)) == [4, 6])
        #expect(numbers(.init(rule: "CC01", answer: .rejected)) == [1])
        let concluded = try Sample.concludedBundle()
        #expect(ProposeConclusions.all(concluded, .init(), outcome: .withdrawn, reason: "x").isEmpty)
        #expect(ProposeConclusions.all(concluded, .init(numbers: [3]), outcome: .upheld, reason: "x").count == 1)
    }
}
