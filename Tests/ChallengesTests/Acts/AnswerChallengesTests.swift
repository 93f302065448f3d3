import Testing
import Vocabulary

@testable import Challenges

struct AnswerChallengesTests {
    private func code(
        _ rows: [AnswerChallenges.Row], _ bundle: ChallengeBundle? = nil, on text: String = "2025-11-10"
    ) -> String? {
        refused { _ = try Sample.done(Sample.answering(rows, on: text), bundle ?? Sample.sentBundle()) }
    }

    @Test func `answers stand with their challenges, and what is not answered is still awaited`() throws {
        let bundle = try Sample.answeredBundle()
        #expect(bundle.state == .sent)
        #expect(
            bundle.challenges.map { $0.state(isSent: true) } == [
                .rejected, .accepted, .partAccepted, .sent, .accepted, .sent,
            ])
        let all = try Sample.done(
            Sample.answering([.init(number: 4, kind: .accepted), .init(number: 6, kind: .accepted)], file: 21), bundle)
        #expect(all.state == .answered && all.answerFiles.count == 2)
    }

    @Test func `a later answer stands in place of the earlier`() throws {
        let later = try Sample.done(
            Sample.answering([.init(number: 1, kind: .accepted)], on: "2025-11-12", file: 21), Sample.answeredBundle())
        #expect(later.challenges[0].answer?.kind == .accepted && later.challenges[0].answer?.reason == "")
    }

    @Test func `an answer has what its kind asks for and nothing else`() {
        let pound = Money(pence: 100)
        #expect(code([.init(number: 1, kind: .rejected)]) == "no-reason")
        #expect(code([.init(number: 1, kind: .rejected, amount: pound, reason: "No.")]) == "amount-not-asked")
        #expect(code([.init(number: 1, kind: .accepted, amount: pound)]) == "amount-not-asked")
        #expect(code([.init(number: 1, kind: .part, reason: "Half.")]) == "amount-missing")
        #expect(code([.init(number: 1, kind: .part, amount: .zero, reason: "Half.")]) == "amount-missing")
        #expect(code([.init(number: 1, kind: .part, amount: pound)]) == "no-reason")
        #expect(
            code([.init(number: 5, kind: .part, amount: Money(pence: 801), reason: "More.")]) == "more-than-claimed")
        #expect(code([.init(number: 5, kind: .part, amount: Money(pence: 800), reason: "All.")]) == nil)
    }

    @Test func `answers come to challenges that were sent and are open, once each, and not before they were sent`()
        throws
    {
        let row = AnswerChallenges.Row(number: 1, kind: .accepted)
        #expect(code([]) == "nothing-answered")
        #expect(code([row, row]) == "challenge-twice")
        #expect(code([.init(number: 7, kind: .accepted)]) == "no-such-challenge")
        #expect(code([.init(number: 0, kind: .accepted)]) == "no-such-challenge")
        #expect(code([row], try Sample.raisedBundle()) == "bundle-state")
        #expect(code([row], try Sample.concludedBundle()) == "bundle-state")
        #expect(code([row], on: "2025-11-02") == "day-before")
        #expect(code([row], on: "2026-01-02") == "day-in-future")
        #expect(code([.init(number: 6, kind: .accepted)], try Sample.answeredBundle()) == "answers-held")
        let partly = try Sample.done(
            Sample.concluding([.init(number: 1, outcome: .withdrawn, reason: "Ours.")], on: "2025-11-04"),
            Sample.sentBundle())
        #expect(code([row], partly) == "challenge-concluded")
    }

    @Test func `a line of the journal and its document make the act again`() throws {
        let act = Sample.answering([
            .init(number: 3, kind: .part, amount: Money(pence: 5), reason: "Half", evidence: "A"),
            .init(number: 1, kind: .accepted),
        ])
        var again = try act.journalled.decoded(as: AnswerChallenges.self, named: "a line")
        try again.take(rows: act.rows)
        #expect(again.answers == act.answers && again.count == 2)
        again.answers.removeLast()
        #expect(refused { _ = try Sample.done(again, Sample.sentBundle()) } == "document-unlike")
        #expect(refused { try again.take(rows: ["answers": .list([.integer(1)])]) } == "document-unreadable")
    }
}
