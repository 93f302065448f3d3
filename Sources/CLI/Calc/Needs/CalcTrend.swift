import Methods
import Rulebook
import Vocabulary

/// Whether a figure goes up or down.
enum CalcTrend: CalcMethod {
    static let name = "trend"
    static let title = "Whether a proportion or rate goes up or down over periods by more than chance."
    static let working = "Trend"

    static let input = Shape.object([
        .init(
            "periods",
            .list(
                .object([
                    .init("time", .number, "such as the year"), .init("numerator", .number, "people or events"),
                    .init("denominator", .number, "people"),
                ])), "in any order, each once"),
        .init("kind", .choice(["proportion", "rate"]), "people out of people, or events"),
        .init("per", .number, "100 for per cent, 100000 for a rate; 1 where nothing is said", isOptional: true),
        NeedsDocument.on,
    ])

    static let examples = [
        CalcExample(
            name: "malformations by drinks a day",
            input: [
                "periods": .list(
                    zip([0, 0.5, 1.5, 4, 7], [(48, 17_114), (38, 14_502), (5, 793), (1, 127), (1, 38)]).map {
                        time, one in
                        ["time": .decimal(time), "numerator": .integer(one.0), "denominator": .integer(one.1)]
                    }), "kind": "proportion",
            ],
            expected: ["direction": "rising", "statistic": .decimal(6.57), "probability": .decimal(0.01)],
            tolerance: 0.001,
            source: "Agresti, Categorical Data Analysis (2002), section 5.3.5: the trend test gives 6.57, P = 0.01")
    ]

    static func answer(_ input: ShapedValue, by rulebook: Rulebook) throws(Refusal) -> CalcAnswer {
        let document = try NeedsDocument(input, by: rulebook)
        let least = try document.count("needs.trend.leastPeriods")
        let level = try document.level("needs.trend.level")
        let found = try Trend(
            input["periods"].list.map {
                Trend.Point(
                    time: $0["time"].number, numerator: $0["numerator"].number, denominator: $0["denominator"].number)
            }, isProportion: input["kind"].text == "proportion", per: document.number("per", or: 1),
            leastPoints: Int(least), level: level)
        return CalcAnswer(
            .object(
                [
                    .init("direction", .text(found.direction.rawValue)), .init("statistic", .decimal(found.statistic)),
                    .init("probability", .decimal(found.probability)), .init("change", .decimal(found.change)),
                ], by: found.method),
            steps: [
                Working.Step(
                    "Beyond \(level.percent) per cent a trend is no chance.", rule: "needs.trend.level"),
                Working.Step("Fewer than \(least) periods say nothing.", rule: "needs.trend.leastPeriods"),
            ])
    }
}
