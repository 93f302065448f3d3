import Methods
import Testing
import Vocabulary

@testable import Priorities

@Suite struct ScoreMatrixTests {
    /// One option, one criterion on a bent and falling scale, and what members say of it.
    private func round(_ scores: [(value: Double, low: Double?, high: Double?)]) -> Round {
        var round = Round(
            id: slug("one"), title: "One", programme: Programme(title: "One"), benefit: .whole, openedAt: Sample.opened)
        round.criteria = [Sample.criteria[0]]
        round.options = [Sample.option("evening", "Evening clinics", recurrent: [1, 1], fullYear: 1, people: 10)]
        for (place, score) in scores.enumerated() {
            let id = slug("m\(place + 1)")
            round.members.append(Member(id: id, role: "Member", kind: .lay))
            round.scores[id] = [
                Score(
                    option: slug("evening"), criterion: slug("access"), value: score.value, low: score.low,
                    high: score.high)
            ]
        }
        return round
    }

    @Test func `scores are read off the anchors before they are averaged`() throws {
        // 5 days are worth 70, 20 days 20: the mean is 45; the mean of 12.5 days would be 35.
        let scores = try ScoreMatrix(round([(5, nil, nil), (20, nil, nil)]))
        #expect(scores.values == [45])
        #expect((scores.low, scores.high) == ([20], [70]))
    }

    @Test func `where less is better the low score is the high value`() throws {
        let scores = try ScoreMatrix(round([(10, 5, 20)]))
        #expect((scores.values, scores.low, scores.high) == ([40], [20], [70]))
        #expect(scores.hasSpread)
    }

    @Test func `a score outside its scale is refused with its place`() {
        let error = #expect(throws: Refusal.self) { try ScoreMatrix(round([(31, nil, nil)])) }
        #expect(error?.code == "score-outside-scale")
        #expect(error?.sentence.contains("m1’s score of “evening” on “Access”") == true)
    }

    @Test func `an option that nobody scored is named with its criterion`() {
        let error = #expect(throws: Refusal.self) { try ScoreMatrix(round([])) }
        #expect(error?.code == "nobody-may-score")
        var unscored = round([(5, nil, nil)])
        unscored.scores = [:]
        let other = #expect(throws: Refusal.self) { try ScoreMatrix(unscored) }
        #expect(other?.code == "criterion-unscored")
        #expect(other?.sentence == "Nobody who may has scored “Evening clinics” on “Access”.")
    }

    @Test func `a panel whose every member is left out of an option is a refusal that says so`() {
        var round = round([(5, nil, nil)])
        round.interests = [
            Interest(id: slug("i"), member: slug("m1"), kind: .financial, options: [slug("evening")], nature: "Owner")
        ]
        let error = #expect(throws: Refusal.self) { try ScoreMatrix(round) }
        #expect(error?.code == "nobody-may-score")
        #expect(error?.sentence.contains("“Evening clinics”") == true)
    }

    @Test func `another set of exclusions can be counted`() throws {
        let scores = try ScoreMatrix(
            round([(5, nil, nil), (20, nil, nil)]), counting: [slug("m2"): [slug("evening")]])
        #expect(scores.values == [70])
        #expect(scores.cells[0].map(\.member) == [slug("m1")])
    }

    @Test func `a missing score can count as the best`() throws {
        let scores = try ScoreMatrix(
            {
                var round = round([(20, nil, nil), (5, nil, nil)])
                round.scores[slug("m2")] = nil
                return round
            }(), fullMarks: [slug("m2"): [slug("evening")]])
        #expect(scores.values == [60])
    }
}
