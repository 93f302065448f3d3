import Priorities
import Testing
import Vocabulary

struct AnswerAppealTests {
    let at = Sample.after(.published)

    private func lodged() throws -> Round {
        try Round.sample(upTo: .published).after(
            LodgeAppeal(
                round: Sample.id,
                appeal: Appeal(id: slug("a1"), lodgedOn: Sample.day(of: .published), grounds: "A score was wrong")),
            at: at)
    }

    private func answer(
        upheld: Bool, to appeal: String = "a1", reason: String = "It was", on day: Day = Sample.day(of: .published)
    ) -> AnswerAppeal {
        AnswerAppeal(
            round: Sample.id, appeal: slug(appeal),
            answer: Appeal.Answer(isUpheld: upheld, reason: reason, answeredOn: day))
    }

    @Test func `one that is not upheld leaves the decision`() throws {
        let round = try lodged().after(answer(upheld: false), at: at)
        #expect(round.decision == Sample.decision && round.lodged[0].answer?.isUpheld == false)
        #expect(code(answer(upheld: true), on: round, at: at) == "answered-already")
    }

    @Test func `one that is upheld opens the decision again, so that the round can be run with a difference`() throws {
        let round = try lodged().after(answer(upheld: true), at: at)
        #expect(round.decision == nil && round.decidedAt == nil && round.result == nil && round.ballot == nil)
        let what = try #require(round.setAside.last?.what)
        #expect(what.hasPrefix("the decision of 19 May 2026, the result"))
        let again =
            try round
            .after(ReopenStage(round: Sample.id, stage: .scores, reason: "Appeal a1"), at: at)
            .after(
                GiveScores(
                    round: Sample.id, member: slug("m1"),
                    scores: [Score(option: slug("varnish"), criterion: slug("pain"), value: 30)]), at: at
            )
            .after(CloseStage(round: Sample.id, stage: .scores), at: at)
            .after(RecordResult(round: Sample.id, digest: Sample.digest("e")), at: at)
        var decision = Sample.decision
        decision.decidedOn = at.day
        let decided = try again.after(RecordDecision(round: Sample.id, decision: decision.carried), at: at)
        #expect(decided.decision != nil && decided.lodged.count == 1)
    }

    @Test func `one that is upheld after another sets aside the result that was recorded between the two`() throws {
        let second = LodgeAppeal(
            round: Sample.id,
            appeal: Appeal(id: slug("a2"), lodgedOn: Sample.day(of: .published), grounds: "Another score was wrong"))
        let round = try lodged().after(second, at: at).after(answer(upheld: true), at: at)
            .after(RecordResult(round: Sample.id, digest: Sample.digest("e")), at: at)
        #expect(try round.after(answer(upheld: true, to: "a2"), at: at).result == nil)
    }

    @Test func `an answer is to an appeal that is there, with a reason, on a day after it that has come`() throws {
        #expect(code(answer(upheld: true, to: "a9"), on: try lodged(), at: at) == "no-such-appeal")
        #expect(code(answer(upheld: true, reason: " "), on: try lodged(), at: at) == "no-reason")
        #expect(code(answer(upheld: true, on: Sample.day(60)), on: try lodged(), at: at) == "day-in-future")
        #expect(
            code(answer(upheld: true, on: Sample.day(of: .decided)), on: try lodged(), at: at) == "answer-too-early")
    }
}
