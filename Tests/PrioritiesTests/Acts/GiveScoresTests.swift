import Priorities
import Testing
import Vocabulary

struct GiveScoresTests {
    private func score(_ option: String, _ criterion: String, _ value: Double, low: Double? = nil, high: Double? = nil)
        -> Score
    {
        Score(option: slug(option), criterion: slug(criterion), value: value, low: low, high: high)
    }

    private func code(_ scores: [Score], by member: String = "m1", on step: Sample.Step = .weightsClosed) throws
        -> String?
    {
        PrioritiesTests.code(
            GiveScores(round: Sample.id, member: slug(member), scores: scores), on: try .sample(upTo: step),
            at: Sample.after(step))
    }

    @Test func `scores come between the closing of weights and of scores`() throws {
        let scores = [score("varnish", "pain", 50)]
        #expect(try code(scores, on: .weights) == "weights-open")
        #expect(try code(scores) == nil)
        #expect(try code(scores, on: .scoresClosed) == "scores-closed")
    }

    @Test func `the first score has its moment, and a later one takes the place of the same member's`() throws {
        let act = GiveScores(round: Sample.id, member: slug("m1"), scores: [score("varnish", "pain", 77)])
        let first = try Round.sample(upTo: .weightsClosed).after(act, at: Sample.moment(20))
        #expect(first.firstScoreAt == Sample.moment(20))
        let round = try Round.sample(upTo: .scores).after(act, at: Sample.moment(20))
        #expect(round.firstScoreAt == Sample.moment(Sample.Step.scores.rawValue))
        #expect(round.scores[slug("m1")]?.count == 12)
        #expect(round.scores[slug("m1")]?.filter { $0.value == 77 }.count == 1)
        #expect(round.scores[slug("m2")] == (try Round.sample(upTo: .scores)).scores[slug("m2")])
    }

    @Test func `an option that an interest touches is not scored, and the interest is named`() throws {
        let act = GiveScores(round: Sample.id, member: slug("m3"), scores: [score("evening", "pain", 50)])
        let refused = try #require(
            refusal(act, on: try .sample(upTo: .weightsClosed), at: Sample.after(.weightsClosed)))
        #expect(refused.code == "left-out")
        #expect(refused.sentence.contains("“evening”") && refused.sentence.contains("“i1”"))
        #expect(try code([score("varnish", "pain", 50)], by: "m3") == nil)
    }

    @Test func `strangers, branches, twins and nothing are refused`() throws {
        #expect(try code([]) == "no-scores")
        #expect(try code([score("varnish", "pain", 50)], by: "m9") == "no-such-member")
        #expect(try code([score("nowhere", "pain", 50)]) == "no-such-option")
        #expect(try code([score("varnish", "nothing", 50)]) == "no-such-criterion")
        #expect(try code([score("varnish", "health", 50)]) == "branch-scored")
        #expect(try code([score("varnish", "pain", 50), score("varnish", "pain", 60)]) == "score-twice")
    }

    @Test(arguments: [-0.001, 100.001, 1_000])
    func `a score outside its scale is refused where the scale refuses`(value: Double) throws {
        #expect(try code([score("varnish", "pain", value)]) == "score-outside-scale")
    }

    @Test func `the ends of a score lie about it, and within the scale too`() throws {
        #expect(try code([score("varnish", "pain", 50, low: 40, high: 60)]) == nil)
        #expect(try code([score("varnish", "pain", 50, low: 51)]) == "score-spread")
        #expect(try code([score("varnish", "pain", 50, high: 49)]) == "score-spread")
        #expect(try code([score("varnish", "pain", 50, high: 101)]) == "score-outside-scale")
        #expect(try code([score("varnish", "pain", .nan)]) == "score-no-number")
        #expect(try code([score("varnish", "pain", .infinity)]) == "score-no-number")
    }

    @Test func `a scale that cuts takes any number`() throws {
        var round = try Round.sample(upTo: .weightsClosed)
        round.criteria[2].scale?.outside = .cut
        let act = GiveScores(round: Sample.id, member: slug("m1"), scores: [score("varnish", "pain", 500)])
        #expect(PrioritiesTests.code(act, on: round, at: Sample.after(.weightsClosed)) == nil)
    }
}
