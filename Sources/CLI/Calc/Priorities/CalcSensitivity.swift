import Methods
import Rulebook
import Vocabulary

/// How far one weight may move before the answer changes.
enum CalcSensitivity: CalcMethod {
    static let name = "weights.sensitivity"
    static let title = "How far one weight may move, the others in proportion, before the answer changes."
    static let working = "WeightSensitivity"

    static let input = Shape.object([
        StatedWeights.criteria, PerformanceTable.options, PerformanceTable.performances,
        .init("weights", .list(.number), "one for each criterion, none negative"),
        .init("criterion", .text, "whose weight moves"),
        .init(
            "top", .count, "the set of so many best options, to be kept; 1 where nothing is said",
            isOptional: true),
    ])

    static let examples = [
        CalcExample(
            name: "a compromise is best between two fifths and three fifths",
            input: [
                "criteria": ["access", "quality"], "options": ["A", "B", "C"],
                "performances": [[1, 0], [0, 1], [.decimal(0.6), .decimal(0.6)]],
                "weights": [.decimal(0.5), .decimal(0.5)], "criterion": "access",
            ],
            expected: [
                "bestFrom": .decimal(0.4), "bestTo": .decimal(0.6),
                "breakpoints": [
                    ["weight": .decimal(0.4), "below": "B", "above": "C"],
                    ["weight": .decimal(0.5), "below": "B", "above": "A"],
                    ["weight": .decimal(0.6), "below": "C", "above": "A"],
                ],
            ], tolerance: 1e-9,
            source:
                "Belton and Stewart, Multiple Criteria Decision Analysis (2002), section 5.6 (numbers ours)")
    ]

    static func answer(_ input: ShapedValue, by rulebook: Rulebook) throws(Refusal) -> CalcAnswer {
        let criteria = try NamedList(input["criteria"], of: "criteria")
        let options = try NamedList(input["options"], of: "options")
        let performances = try PerformanceTable.rows(input, options: options, criteria: criteria).flatMap {
            $0
        }
        let weights = try criteria.numbers(input["weights"], called: "The list of weights")
        guard weights.allSatisfy({ $0 >= 0 }), weights.contains(where: { $0 > 0 }) else {
            throw Refusal(.input, code: "no-weights", "The weights have one below 0 or none above 0.")
        }
        let top = input["top"].present?.count ?? 1
        guard (1...options.count).contains(top) else {
            throw Refusal(
                .input, code: "too-large", "The best \(top) of \(options.count) options are asked for.")
        }
        let criterion = try criteria.place(input["criterion"])
        let best = WeightSensitivity.stabilityInterval(
            criterion: criterion, weights: weights, performances: performances, options: options.count)
        let set = WeightSensitivity.setStability(
            criterion: criterion, weights: weights, performances: performances, options: options.count,
            top: top)
        let order = WeightSensitivity.orderStability(
            criterion: criterion, weights: weights, performances: performances, options: options.count)
        let breakpoints = WeightSensitivity.breakpoints(
            criterion: criterion, weights: weights, performances: performances, options: options.count)
        return CalcAnswer([
            "bestFrom": .decimal(best.lowerBound), "bestTo": .decimal(best.upperBound),
            "topFrom": .decimal(set.lowerBound), "topTo": .decimal(set.upperBound),
            "orderFrom": .decimal(order.lowerBound), "orderTo": .decimal(order.upperBound),
            "breakpoints": .list(
                breakpoints.map { point in
                    [
                        "weight": .decimal(point.weight), "below": .text(options.names[point.below]),
                        "above": .text(options.names[point.above]),
                    ]
                }),
        ])
    }
}
