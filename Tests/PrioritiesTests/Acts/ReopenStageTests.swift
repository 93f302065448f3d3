import Priorities
import Testing
import Vocabulary

struct ReopenStageTests {
    private func reopened(_ stage: Stage, from step: Sample.Step) throws -> Round {
        try Round.sample(upTo: step).after(
            ReopenStage(round: Sample.id, stage: stage, reason: "A scale was wrong"), at: Sample.after(step))
    }

    @Test func `opening the anchors sets aside all that was entered since, and says what`() throws {
        let round = try reopened(.anchors, from: .ballotOpen)
        #expect(round.anchorsClosedAt == nil && round.weightsClosedAt == nil && round.scoresClosedAt == nil)
        #expect(round.weights.isEmpty && round.scores.isEmpty && round.firstScoreAt == nil)
        #expect(round.result == nil && round.ballot == nil && round.endedBallots == [slug("vote")])
        #expect(round.options.count == 4 && round.members.count == 4 && round.envelope != nil)
        let aside = try #require(round.setAside.last)
        #expect(aside.stage == .anchors && aside.reason == "A scale was wrong")
        for words in ["2 members’ weights", "4 members’ scores (45)", "the result", "“vote” (4 votes)"] {
            #expect(aside.what.contains(words), "\(aside.what)")
        }
    }

    @Test func `opening the weights leaves what was said of them, and sets the scores aside`() throws {
        let round = try reopened(.weights, from: .scores)
        #expect(round.weights.count == 2 && round.scores.isEmpty && round.firstScoreAt == nil)
        #expect(round.anchorsClosedAt != nil && round.weightsClosedAt == nil)
        #expect(round.setAside.count == 1)
    }

    @Test func `opening the scores leaves them, and sets the answer aside`() throws {
        let round = try reopened(.scores, from: .result)
        #expect(round.scores.count == 4 && round.scoresClosedAt == nil && round.result == nil)
        #expect(round.setAside.last?.what == "the closing of scores, the result aaaaaaaaaaaa")
    }

    @Test func `what is open, has no reason or is decided is not opened`() throws {
        let act = ReopenStage(round: Sample.id, stage: .weights, reason: "Why")
        #expect(code(act, on: try .sample(upTo: .weights), at: Sample.after(.weights)) == "not-closed")
        #expect(code(act, on: try .sample(upTo: .decided), at: Sample.after(.decided)) == "decided")
        let silent = ReopenStage(round: Sample.id, stage: .weights, reason: "\n")
        #expect(code(silent, on: try .sample(upTo: .scores), at: Sample.after(.scores)) == "no-reason")
    }
}
