import Methods
import Rulebook
import Vocabulary

/// Weights drawn at random among those that agree with what was said.
enum CalcWeightSample: CalcMethod {
    static let name = "weights.sample"
    static let title =
        "Weights drawn uniformly among those that agree with the statements, repeatable by seed."
    static let working = "WeightPolytope"

    static let input = Shape.object([
        StatedWeights.criteria, StatedWeights.statements, .init("draws", .count, "how many, 1 to 100,000"),
        .init("seed", .count, "the same seed gives the same draws"),
        .init("list", .count, "how many draws to list; 10 where nothing is said", isOptional: true),
    ])

    static let examples = [
        CalcExample(
            name: "the mean of draws in order is the rank order centroid",
            input: [
                "criteria": ["a", "b", "c"],
                "statements": [
                    ["kind": "atLeast", "criterion": "a", "other": "b"],
                    ["kind": "atLeast", "criterion": "b", "other": "c"],
                ], "draws": 10_000, "seed": 1, "list": 0,
            ],
            expected: ["means": [.decimal(0.6111), .decimal(0.2778), .decimal(0.1111)], "way": "order"],
            tolerance: 0.01, source: "Barron and Barrett, Management Science 42 (1996) 1515 (the centroid)")
    ]

    static func answer(_ input: ShapedValue, by rulebook: Rulebook) throws(Refusal) -> CalcAnswer {
        let criteria = try NamedList(input["criteria"], of: "criteria")
        let polytope = try WeightPolytope.agreeing(
            with: StatedWeights.read(input, criteria: criteria), criteria: criteria.names)
        let count = input["draws"].count
        guard (1...100_000).contains(count) else {
            throw Refusal(.input, code: "too-large", "\(count) draws are asked for; it can be 1 to 100,000.")
        }
        let stream = RandomStream(seed: UInt64(input["seed"].count))
        let draws = polytope.listedDraws(count, from: stream)
        let spreads = criteria.names.indices.compactMap { place in ScoreSpread(draws.map { $0[place] }) }
        return CalcAnswer([
            "means": .decimals(spreads.map(\.mean)),
            "standardDeviations": .decimals(spreads.map(\.standardDeviation)),
            "way": .text(polytope.drawing.rawValue),
            "draws": .list(draws.prefix(input["list"].present?.count ?? 10).map { .decimals($0) }),
        ])
    }
}
