import Methods
import Rulebook
import Vocabulary

/// What statements about weights leave open.
enum CalcConstraints: CalcMethod {
    static let name = "weights.constraints"
    static let title =
        "What statements about weights leave open: rows, ranges and a point amid; or which clash."
    static let working = "WeightPolytope"

    static let input = Shape.object([StatedWeights.criteria, StatedWeights.statements])

    static let examples = [
        CalcExample(
            name: "a complete order of three criteria has the rank order centroid in its middle",
            input: [
                "criteria": ["a", "b", "c"],
                "statements": [
                    ["kind": "atLeast", "criterion": "a", "other": "b"],
                    ["kind": "atLeast", "criterion": "b", "other": "c"],
                ],
            ],
            expected: [
                "rows": [[-1, 1, 0], [0, -1, 1]], "isEquality": [false, false],
                "low": [.decimal(0.33333), 0, 0], "high": [1, .decimal(0.5), .decimal(0.33333)],
                "centre": [.decimal(0.6111), .decimal(0.2778), .decimal(0.1111)],
            ], tolerance: 5e-5,
            source:
                "Barron and Barrett, Management Science 42 (1996) 1515 (the centre; the ranges are its corners')"
        )
    ]

    static func answer(_ input: ShapedValue, by rulebook: Rulebook) throws(Refusal) -> CalcAnswer {
        let criteria = try NamedList(input["criteria"], of: "criteria")
        let polytope = try WeightPolytope.agreeing(
            with: StatedWeights.read(input, criteria: criteria), criteria: criteria.names)
        let words = polytope.words(naming: criteria.names)
        return CalcAnswer(
            [
                "rows": .list(polytope.rows.map { .decimals($0.coefficients) }),
                "isEquality": .list(polytope.rows.map { .flag($0.isEquality) }),
                "low": .decimals(polytope.ranges.map(\.low)), "high": .decimals(polytope.ranges.map(\.high)),
                "centre": .decimals(polytope.centre), "freedom": .integer(polytope.freedom),
            ], steps: words.map { Working.Step($0) })
    }
}
