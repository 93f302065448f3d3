import Methods
import Rulebook
import Vocabulary

/// How sure a ranking is.
enum CalcSmaa: CalcMethod {
    static let name = "smaa2"
    static let title = "How sure a ranking is: SMAA-2 on values and weights that are not wholly known."
    static let working = "SmaaModel"

    static let input = Shape.object([
        StatedWeights.criteria, PerformanceTable.options,
        .init(
            "performances", .list(.list(.number)), "a row for each option, a mean value for each criterion",
            isOptional: true),
        .init(
            "deviations", .list(.list(.number)),
            "standard deviations of the values, in the shape of performances; none where nothing is said",
            isOptional: true),
        .init("weights", .list(.number), "exact weights, instead of statements", isOptional: true),
        StatedWeights.statements,
        .init("draws", .count, "how many, 1 to 1,000,000; 10,000 where nothing is said", isOptional: true),
        .init(
            "seed", .count, "the same seed gives the same answer; 1 where nothing is said", isOptional: true),
        .init(
            "drawnPerformances", .list(.list(.list(.number))),
            "draws that were made elsewhere, instead of all of these: for each draw a table like performances",
            isOptional: true),
        .init(
            "drawnWeights", .list(.list(.number)), "for each such draw a list of weights", isOptional: true),
    ])

    static let examples = [
        CalcExample(
            name: "two options that mirror each other are each first in half of all weights",
            input: [
                "criteria": ["access", "quality"], "options": ["A", "B"], "performances": [[1, 0], [0, 1]],
                "draws": 100_000, "seed": 7,
            ],
            expected: [
                "rankAcceptability": [[.decimal(0.5), .decimal(0.5)], [.decimal(0.5), .decimal(0.5)]],
                "centralWeights": [[.decimal(0.75), .decimal(0.25)], [.decimal(0.25), .decimal(0.75)]],
                "confidence": [1, 1], "choiceEntropy": 1,
            ], tolerance: 0.005,
            source: "Lahdelma and Salminen, Operations Research 49 (2001) 444 (the method; exact by symmetry)"
        )
    ]

    static func answer(_ input: ShapedValue, by rulebook: Rulebook) throws(Refusal) -> CalcAnswer {
        let criteria = try NamedList(input["criteria"], of: "criteria")
        let options = try NamedList(input["options"], of: "options")
        let result: SmaaResult
        if !input["drawnPerformances"].isAbsent || !input["drawnWeights"].isAbsent {
            result = try fromDraws(input, options: options, criteria: criteria)
        } else {
            guard !input["performances"].isAbsent else {
                throw Refusal(
                    .input, code: "missing-key", "smaa2 needs “performances”, or “drawnPerformances”.")
            }
            let draws = input["draws"].present?.count ?? 10_000
            guard (1...1_000_000).contains(draws) else {
                throw Refusal(
                    .input, code: "too-large", "\(draws) draws are asked for; it can be 1 to 1,000,000.")
            }
            result = try model(input, options: options, criteria: criteria).run(draws: draws)
        }
        return CalcAnswer([
            "draws": .integer(result.draws),
            "rankAcceptability": .list(result.rankAcceptability.map { .decimals($0) }),
            "centralWeights": .list(result.centralWeights.map { .optional($0) { JSONValue.decimals($0) } }),
            "confidence": .list(result.confidence.map { .optional($0) { JSONValue.decimal($0) } }),
            "pairwise": .list(result.pairwise.map { .decimals($0) }),
            "choiceEntropy": .decimal(result.choiceEntropy),
            "rankingEntropy": .optional(result.rankingEntropy) { .decimal($0) },
            "monteCarloError": .decimal(result.monteCarloError),
        ])
    }

    private static func model(
        _ input: ShapedValue, options: NamedList, criteria: NamedList
    ) throws(Refusal) -> SmaaModel {
        let values = try PerformanceTable.rows(input, options: options, criteria: criteria).flatMap { $0 }
        var spread = SmaaModel.Spread.none
        if !input["deviations"].isAbsent {
            spread = .normal(try criteria.rows(input["deviations"], called: "deviations").flatMap { $0 })
        }
        var weights = SmaaModel.Weights.uniform
        if !input["weights"].isAbsent {
            guard input["statements"].isAbsent else {
                throw Refusal(
                    .input, code: "two-weights",
                    "Both weights and statements are given; the one excludes the other.")
            }
            weights = .exact(input["weights"].list.map(\.number))
        } else if !input["statements"].isAbsent {
            let polytope = try WeightPolytope.agreeing(
                with: StatedWeights.read(input, criteria: criteria), criteria: criteria.names)
            weights = .drawn { stream, count in polytope.draws(count, from: stream) }
        }
        return try SmaaModel(
            options: options.count, criteria: criteria.count, values: values, spread: spread,
            weights: weights,
            seed: UInt64(input["seed"].present?.count ?? 1))
    }

    private static func fromDraws(
        _ input: ShapedValue, options: NamedList, criteria: NamedList
    ) throws(Refusal) -> SmaaResult {
        let tables = input["drawnPerformances"].present?.list ?? []
        var values: [Double] = []
        for table in tables {
            let rows = try criteria.rows(table, called: "drawnPerformances")
            guard rows.count == options.count else {
                throw Refusal(
                    .input, code: "uneven-rows",
                    "A draw has \(rows.count) rows, and there are \(options.count) options.")
            }
            values.append(contentsOf: rows.joined())
        }
        let weights = input["drawnWeights"].present?.list ?? []
        guard weights.count == tables.count else {
            throw Refusal(
                .input, code: "uneven-draws",
                "There are \(tables.count) draws of performances and \(weights.count) of weights.")
        }
        var drawn: [Double] = []
        for row in weights {
            drawn.append(contentsOf: try criteria.numbers(row, called: "A draw of weights"))
        }
        return try SmaaFromDraws.result(
            values: values, weights: drawn, options: options.count, criteria: criteria.count)
    }
}
