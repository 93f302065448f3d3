import Methods
import Testing
import Vocabulary

@testable import Priorities

@Suite struct PanelWeightsTests {
    private func round(_ weights: [Slug: [WeightsGiven]]) -> Round {
        var round = Round(
            id: slug("one"), title: "One", programme: Programme(title: "One"), benefit: .whole, openedAt: Sample.opened)
        round.criteria = Sample.criteria
        round.members = Sample.members
        round.weights = weights
        return round
    }

    private let access = slug("access"), health = slug("health"), pain = slug("pain"), prevention = slug("prevention")

    @Test func `weights of a tree are the products down its branches`() throws {
        // Swing 50 and 100: one third and two thirds; prevention three times pain.
        let weights = try PanelWeights(round([slug("m1"): Sample.weights(of: "m1")]))
        #expect(weights.criteria == [access, pain, prevention])
        for (found, expected) in zip(weights.panel, [1.0 / 3, 1.0 / 6, 1.0 / 2]) {
            #expect((found - expected).magnitude < 1e-12)
        }
        #expect(weights.members[0].consistency.map(\.ratio) == [0])
    }

    @Test func `the panel’s weight is the mean of its members’, and sums to one`() throws {
        let weights = try PanelWeights(
            round([slug("m1"): Sample.weights(of: "m1"), slug("m2"): Sample.weights(of: "m2")]))
        // m2: health 3/4, access 1/4.
        #expect((weights.panel[0] - (1.0 / 3 + 0.25) / 2).magnitude < 1e-12)
        #expect((weights.panel.reduce(0, +) - 1).magnitude < 1e-12)
        let range = weights.members[1].ranges[2]
        #expect((range.low - 0.375).magnitude < 1e-9 && (range.high - 0.75).magnitude < 1e-9)
    }

    @Test func `a member silent on a branch counts there with the mean of the others`() throws {
        let silent = [Sample.weights(of: "m1")[0]]
        let weights = try PanelWeights(
            round([slug("m1"): Sample.weights(of: "m1"), slug("m4"): silent]))
        #expect(weights.members[0].weights == weights.members[1].weights)
    }

    @Test func `a branch that nobody weighed is refused by name`() {
        let error = #expect(throws: Refusal.self) {
            try PanelWeights(round([slug("m1"): [Sample.weights(of: "m1")[0]]]))
        }
        #expect(error?.code == "weights-missing")
        #expect(error?.sentence.contains("under “Health”") == true)
    }

    @Test func `claims that cannot all hold are named`() {
        let clash = WeightsGiven(
            method: .partial,
            claims: [
                .init(kind: .exactly, first: access, second: health, low: 2),
                .init(kind: .atLeast, first: health, second: access),
            ])
        let error = #expect(throws: Refusal.self) {
            try PanelWeights(round([slug("m1"): [clash, Sample.weights(of: "m1")[1]]]))
        }
        #expect(error?.code == "weights-clash")
        #expect(error?.sentence.contains("“Access”") == true)
    }

    @Test func `draws are of one member’s weights each, and agree with what was said`() throws {
        let weights = try PanelWeights(
            round([slug("m1"): Sample.weights(of: "m1"), slug("m2"): Sample.weights(of: "m2")]))
        let draws = weights.draws(2_000, from: RandomStream(seed: 11))
        #expect(draws.count == 6_000)
        var ofFirst = 0
        for draw in 0..<2_000 {
            let row = Array(draws[draw * 3..<draw * 3 + 3])
            #expect((row.reduce(0, +) - 1).magnitude < 1e-9)
            #expect(row[2] >= row[1] - 1e-9)
            if (row[0] - 1.0 / 3).magnitude < 1e-9 { ofFirst += 1 } else { #expect((row[0] - 0.25).magnitude < 1e-9) }
        }
        // Half of them, within four standard errors.
        #expect((ofFirst - 1_000).magnitude < 90)
        #expect(draws == weights.draws(2_000, from: RandomStream(seed: 11)))
    }

    @Test func `the best against itself need not be said`() throws {
        var round = round([:])
        round.criteria = ["a", "b", "c"].map {
            Criterion(id: slug($0), title: $0, meaning: $0, scale: Sample.points)
        }
        func weights(saying ids: [[String]], _ figures: [[Double]]) throws -> [Double] {
            func points(_ place: Int) -> [WeightsGiven.Points] {
                zip(ids[place], figures[place]).map { .init(criterion: slug($0), points: $1) }
            }
            round.weights[slug("m1")] = [
                WeightsGiven(
                    method: .bestWorstLinear, best: slug("a"), worst: slug("c"), bestToOthers: points(0),
                    othersToWorst: points(1))
            ]
            return try PanelWeights(round).members[0].weights
        }
        let short = try weights(saying: [["b", "c"], ["a", "b"]], [[2, 6], [6, 3]])
        let whole = try weights(saying: [["a", "b", "c"], ["a", "b", "c"]], [[1, 2, 6], [6, 3, 1]])
        #expect(short == whole)
    }

    @Test(arguments: [WeightsGiven.Method.bestWorstLinear, .bestWorstNonlinear])
    func `best and worst give weights, and where they leave a choice draws stay within it`(
        method: WeightsGiven.Method
    ) throws {
        var round = round([:])
        round.criteria = ["a", "b", "c", "d"].map {
            Criterion(id: slug($0), title: $0, meaning: $0, scale: Sample.points)
        }
        func points(_ figures: [Double]) -> [WeightsGiven.Points] {
            zip(["a", "b", "c", "d"], figures).map { .init(criterion: slug($0), points: $1) }
        }
        round.weights[slug("m1")] = [
            WeightsGiven(
                method: method, best: slug("a"), worst: slug("d"), bestToOthers: points([1, 2, 4, 8]),
                othersToWorst: points([8, 5, 3, 1]))
        ]
        let weights = try PanelWeights(round)
        let member = weights.members[0]
        #expect((member.weights.reduce(0, +) - 1).magnitude < 1e-9)
        #expect(member.consistency[0].ratio > 0)
        let draws = weights.draws(200, from: RandomStream(seed: 3))
        for draw in 0..<200 {
            for (place, range) in member.ranges.enumerated() {
                #expect(draws[draw * 4 + place] >= range.low - 1e-6)
                #expect(draws[draw * 4 + place] <= range.high + 1e-6)
            }
        }
    }
}
