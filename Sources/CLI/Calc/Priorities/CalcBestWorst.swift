import Methods
import Rulebook
import Vocabulary

/// Weights from the best criterion over the others, and the others over the worst.
enum CalcBestWorst: CalcMethod {
    static let name = "weights.bestWorst"
    static let title =
        "Weights from two lists of judgements: the best over the others, the others over the worst."
    static let working = "BestWorst"

    static let input = Shape.object([
        StatedWeights.criteria,
        .init("best", .text, "the most important criterion"), .init("worst", .text, "the least important"),
        .init(
            "bestToOthers", .list(.number), "how many times as important the best is as each; 1 for itself"),
        .init(
            "othersToWorst", .list(.number), "how many times as important each is as the worst; 1 for itself"),
        .init(
            "model", .choice(["nonlinear", "linear"]),
            "nonlinear: the largest miss of a ratio is smallest; linear: that of a difference. Their answers differ"
        ),
    ])

    static let examples = [
        CalcExample(
            name: "BWM-01: Rezaei's example of 2015, nonlinear",
            input: [
                "criteria": ["c1", "c2", "c3"], "best": "c3", "worst": "c1", "bestToOthers": [8, 2, 1],
                "othersToWorst": [1, 5, 8], "model": "nonlinear",
            ],
            expected: [
                "weights": [.decimal(0.071), .decimal(0.338), .decimal(0.589)], "xi": .decimal(0.26),
                "consistencyRatio": .decimal(0.058),
            ], tolerance: 0.01,
            source: "Rezaei, Omega 53 (2015) 49, as in JMcDM (MIT licence), test/mcdm/testbestworst.jl")
    ]

    static func answer(_ input: ShapedValue, by rulebook: Rulebook) throws(Refusal) -> CalcAnswer {
        let criteria = try NamedList(input["criteria"], of: "criteria")
        let judgements = try BestWorst(
            criteria: criteria.count, best: criteria.place(input["best"]),
            worst: criteria.place(input["worst"]),
            bestToOthers: input["bestToOthers"].list.map(\.number),
            othersToWorst: input["othersToWorst"].list.map(\.number))
        let isNonlinear = input["model"].text == "nonlinear"
        let found = isNonlinear ? judgements.nonlinear() : judgements.linear()
        var steps: [Working.Step] = []
        var ratio: Double?
        if isNonlinear {
            do throws(Refusal) {
                ratio = try judgements.consistencyRatio(
                    xi: found.xi, index: PreferenceTables.shipped.bestWorstConsistencyIndex)
            } catch {
                steps.append(Working.Step("There is no consistency ratio. \(error.description)"))
            }
        }
        if isNonlinear, found.ranges.contains(where: { !$0.low.isEqual(to: $0.high) }) {
            steps.append(
                Working.Step("Every weight within low and high may be as good; weights lie amid them."))
        }
        return CalcAnswer(
            [
                "weights": .decimals(found.weights), "xi": .decimal(found.xi),
                "low": .decimals(found.ranges.map(\.low)), "high": .decimals(found.ranges.map(\.high)),
                "inputConsistency": .decimal(judgements.inputConsistency),
                "consistencyRatio": .optional(ratio) { .decimal($0) },
            ], steps: steps)
    }
}
