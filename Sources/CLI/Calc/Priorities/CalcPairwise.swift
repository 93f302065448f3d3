import Methods
import Rulebook
import Vocabulary

/// Weights from judgements of criteria two by two.
enum CalcPairwise: CalcMethod {
    static let name = "weights.pairwise"
    static let title = "Weights from judgements of criteria two by two, and how consistent these are."
    static let working = "PairwiseComparison"

    static let input = Shape.object([
        .init(
            "matrix", .list(.list(.number)),
            "row by row: how many times as important the row's criterion is as the column's; the two of a pair are "
                + "each other's reciprocal"),
        .init(
            "derivation", .choice(PairwiseComparison.Derivation.allCases.map(\.rawValue)),
            "the way to weights; the three differ where judgements are inconsistent; eigenvector where nothing is "
                + "said", isOptional: true),
    ])

    static let examples = [
        CalcExample(
            name: "AHP-01: eight criteria, by column means",
            input: ["matrix": eight, "derivation": "columnMean"],
            expected: [
                "lambdaMax": .decimal(8.72642777111301), "consistencyIndex": .decimal(0.10377539587328702),
                "consistencyRatio": .decimal(0.07359957154133831),
                "consistencyVector": .decimals([
                    8.40982182534543, 8.227923797501001, 8.95201017080425, 8.848075127995905,
                    8.860427038870013,
                    8.941497805932498, 8.946071053879708, 8.62559534857526,
                ]),
            ], tolerance: 1e-5, source: "JMcDM (MIT licence), test/mcdm/testahp.jl")
    ]

    private static let eight = JSONValue.list(
        [
            [1, 7, 0.2, 0.125, 0.5, 0.3333333333333333, 0.2, 1],
            [0.14285714285714285, 1, 0.125, 0.1111111111111111, 0.25, 0.2, 0.1111111111111111, 0.125],
            [5, 8, 1, 0.3333333333333333, 4, 2, 1, 1],
            [8, 9, 3, 1, 7, 5, 3, 3],
            [2, 4, 0.25, 0.14285714285714285, 1, 0.5, 0.2, 0.2],
            [3, 5, 0.5, 0.2, 2, 1, 0.3333333333333333, 0.3333333333333333],
            [5, 9, 1, 0.3333333333333333, 5, 3, 1, 1],
            [1, 8, 1, 0.3333333333333333, 5, 3, 1, 1],
        ].map { JSONValue.decimals($0) })

    static func answer(_ input: ShapedValue, by rulebook: Rulebook) throws(Refusal) -> CalcAnswer {
        let comparison = try PairwiseComparison(matrix: input["matrix"].list.map { $0.list.map(\.number) })
        let derivation =
            input["derivation"].present.flatMap { PairwiseComparison.Derivation(rawValue: $0.text) }
            ?? .eigenvector
        let weights = comparison.weights(by: derivation)
        let tables = PreferenceTables.shipped
        var steps = [Working.Step("The weights are by \(derivation.rawValue).")]
        var ratio: Double?
        do throws(Refusal) {
            ratio = try comparison.consistencyRatio(weights: weights, randomIndex: tables.pairwiseRandomIndex)
        } catch {
            steps.append(Working.Step("There is no consistency ratio. \(error.description)"))
        }
        let limit = tables.largestConsistencyRatio
        if let ratio, let limit, ratio > limit {
            steps.append(
                Working.Step(
                    "A consistency ratio above \(limit) is by custom a reason to look at judgements again."))
        }
        return CalcAnswer(
            [
                "weights": .decimals(weights), "derivation": .text(derivation.rawValue),
                "lambdaMax": .decimal(comparison.lambdaMax(weights: weights)),
                "consistencyIndex": .decimal(comparison.consistencyIndex(weights: weights)),
                "consistencyRatio": .optional(ratio) { .decimal($0) },
                "consistencyVector": .decimals(comparison.consistencyVector(weights: weights)),
                "worstTriads": .list(comparison.worstTriads(3).map { triad(of: $0) }),
            ], steps: steps)
    }

    /// Rows of the matrix are counted from 0, as everywhere in JSON.
    private static func triad(of triad: PairwiseComparison.Triad) -> JSONValue {
        [
            "rows": .integers([triad.first, triad.second, triad.third]), "said": .decimal(triad.said),
            "implied": .decimal(triad.implied), "factor": .decimal(triad.factor),
        ]
    }
}
