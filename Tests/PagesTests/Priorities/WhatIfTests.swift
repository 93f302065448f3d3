import Markup
import Pages
import Priorities
import Testing
import Vocabulary

@Suite struct WhatIfTests {
    private func asked(_ values: [String: String]) -> WhatIf { WhatIf(criteria: RoundSample.leaves) { values[$0] } }

    @Test func `nothing asked for is no question and no fault`() {
        #expect(asked([:]) == .none)
    }

    @Test func `weights are read as one value or as a field for each criterion, and scaled to one`() throws {
        let one = asked(["weights": "access:30,oral-health:30,fairness:20,readiness:40"])
        let fields = asked([
            "weight-access": "30", "weight-oral-health": " 30 ", "weight-fairness": "20 %", "weight-readiness": "40",
        ])
        #expect(one.faults.isEmpty && one.weights == fields.weights)
        let weights = try #require(one.weights)
        #expect(abs(weights.reduce(0, +) - 1) < 1e-12 && abs(weights[2] - 20.0 / 120) < 1e-12)
        #expect(one.text(criteria: RoundSample.leaves) == "access:30,oral-health:30,fairness:20,readiness:40")
    }

    @Test(arguments: [
        ["weights": "access:30"], ["weights": "nonsense"], ["weights": "price:10,access:1"],
        ["weight-access": "-1", "weight-oral-health": "1", "weight-fairness": "1", "weight-readiness": "1"],
        ["weight-access": "101", "weight-oral-health": "1", "weight-fairness": "1", "weight-readiness": "1"],
        ["weight-access": "nan", "weight-oral-health": "1", "weight-fairness": "1", "weight-readiness": "1"],
        ["weight-access": "0", "weight-oral-health": "0", "weight-fairness": "0", "weight-readiness": "0"],
    ])
    func `what cannot be a set of weights is said, and nothing is worked out`(values: [String: String]) {
        let asked = asked(values)
        #expect(asked.weights == nil && !asked.faults.isEmpty)
    }

    @Test func `the panel’s own weights give the panel’s own order`() {
        let order = WhatIfOrder(
            RoundSample.result, in: RoundSample.round, under: RoundSample.weights.map(\.weight))
        #expect(order.isSame)
        for row in order.rows { #expect(abs(row.value - row.wouldBeWorth) < 1e-9) }
    }

    @Test func `all weight on one criterion orders by that criterion for its money`() {
        let order = WhatIfOrder(RoundSample.result, in: RoundSample.round, under: [1, 0, 0, 0])
        let first = order.rows[0]
        #expect(first.option == RoundSample.slug("helpline") && first.wouldBeWorth == 70)
        #expect(order.rows.suffix(2).map(\.wouldRank) == [1, 2])
    }

    @Test func `the form leads to what its weights would change, and says what they come to as shares`() throws {
        let page = ReadPage(
            RoundRobustnessPage(RoundSample.reading, whatIf: RoundSample.whatIf).render(in: Sample.shell).rendered)
        let action = try #require(page.all("form").last?.attributes["action"])
        let place = try #require(action.split(separator: "#").last.map(String.init))
        #expect(action.contains("/robustness#") && page.ids.contains(place), "\(action)")
        #expect(page.all("p").contains { $0.text.hasPrefix("As shares of all weight: ") })
        #expect(page.all("th").contains { $0.text == "Moves" })
    }

    @Test func `a faulty form says so at the head and at the field`() {
        let html = RoundRobustnessPage(RoundSample.reading, whatIf: RoundSample.faulty).render(in: Sample.shell)
            .rendered
        #expect(html.contains("There is a problem with the weights"))
        #expect(html.contains("href=\"#what-if-weight-access\""))
        #expect(html.contains("“lots” is no weight for Access to urgent care"))
    }
}
