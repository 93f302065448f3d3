import Priorities
import Testing
import Vocabulary

struct CloseStageTests {
    private func close(_ stage: Stage, _ round: Round, after step: Sample.Step) -> Refusal? {
        refusal(CloseStage(round: Sample.id, stage: stage), on: round, at: Sample.after(step))
    }

    @Test func `each stage closes once, in order`() throws {
        let round = try Round.sample(upTo: .scoresClosed)
        let closed = [round.anchorsClosedAt, round.weightsClosedAt, round.scoresClosedAt].compactMap(\.self)
        #expect(closed.count == 3 && closed == closed.sorted())
        for stage in Stage.allCases {
            #expect(close(stage, round, after: .scoresClosed)?.code == "already-closed")
        }
        let open = try Round.sample(upTo: .options)
        #expect(close(.weights, open, after: .options)?.code == "anchors-open")
        #expect(close(.scores, open, after: .options)?.code == "weights-open")
    }

    @Test func `anchors need criteria, an envelope and a panel`() throws {
        var round = try Round.sample(upTo: .panel)
        #expect(close(.anchors, round, after: .panel) == nil)
        round.members = []
        #expect(close(.anchors, round, after: .panel)?.code == "panel-too-small")
        round.envelope = nil
        #expect(close(.anchors, round, after: .panel)?.code == "no-envelope")
        round.criteria = []
        #expect(close(.anchors, round, after: .panel)?.code == "no-criteria")
    }

    @Test func `weights are given under every branch before they close`() throws {
        var round = try Round.sample(upTo: .weights)
        for member in round.weights.keys { round.weights[member]?.removeAll { $0.within != nil } }
        let refused = try #require(close(.weights, round, after: .weights))
        #expect(refused.code == "weights-missing" && refused.sentence.contains("under “health”"))
        round.weights = [:]
        #expect(close(.weights, round, after: .weights)?.sentence.contains("at the top and under “health”") == true)
    }

    @Test func `a round of one criterion needs no weights`() throws {
        let only = SetCriteria(round: Sample.id, criteria: [Sample.criteria[0]])
        let at = Sample.after(.options)
        let round = try Round.sample(upTo: .options).after(only, at: at)
            .after(CloseStage(round: Sample.id, stage: .anchors), at: at)
        #expect(close(.weights, round, after: .options) == nil)
    }

    @Test func `a criterion nobody scored is named, on all options or on one`() throws {
        var round = try Round.sample(upTo: .scores)
        for member in round.scores.keys {
            round.scores[member]?.removeAll {
                $0.criterion == slug("pain") || ($0.criterion == slug("access") && $0.option == slug("varnish"))
            }
        }
        let refused = try #require(close(.scores, round, after: .scores))
        #expect(refused.code == "scores-missing")
        #expect(refused.sentence.contains("“pain” on any option"))
        #expect(refused.sentence.contains("“access” on “varnish”"))
    }

    @Test func `a panel whose every member is left out of an option is named with it`() throws {
        var round = try Round.sample(upTo: .scores)
        for member in round.members {
            round.interests.append(
                Interest(
                    id: slug("x-\(member.id)"), member: member.id, kind: .indirect, options: [slug("varnish")],
                    nature: "All of them"))
        }
        let refused = try #require(close(.scores, round, after: .scores))
        #expect(refused.code == "nobody-may-score" && refused.sentence.contains("“varnish”"))
    }

    @Test func `scores wait for the chair's rulings, for options and for rules that name options`() throws {
        var round = try Round.sample(upTo: .scores)
        round.interests.append(
            Interest(
                id: slug("all-dentists"), member: slug("m3"), kind: .financial, sharedClass: slug("dentists"),
                nature: "Every dentist is paid by it"))
        let refused = try #require(close(.scores, round, after: .scores))
        #expect(refused.code == "interest-unruled" && refused.sentence.contains("all-dentists"))
        round = try .sample(upTo: .scores)
        round.options.removeLast(2)
        #expect(close(.scores, round, after: .scores)?.code == "rule-unknown-option")
        round.options = []
        #expect(close(.scores, round, after: .scores)?.code == "too-few-options")
    }
}
