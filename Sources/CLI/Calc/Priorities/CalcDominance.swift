import Methods
import Rulebook
import Vocabulary

/// Which options can be set aside.
enum CalcDominance: CalcMethod {
    static let name = "dominance.count"
    static let title = "Which options others dominate, on every criterion or under all weights that agree."
    static let working = "Dominance"

    static let input = Shape.object([
        StatedWeights.criteria, PerformanceTable.options,
        .init("performances", .list(.list(.number)), "a row for each option, a number for each criterion"),
        .init("lessIsBetter", .list(.text), "criteria on which less is better", isOptional: true),
        StatedWeights.statements,
    ])

    static let examples = [
        CalcExample(
            name: "DOM-01: more is better",
            input: [
                "criteria": ["first", "second", "third"], "options": ["A", "B", "C", "D"],
                "performances": [[1, 2, 3], [2, 1, 3], [1, 3, 2], [4, 5, 6]],
            ],
            expected: [
                "dominates": [0, 0, 0, 3], "dominatedBy": [["D"], ["D"], ["D"], []],
                "neverBest": ["A", "B", "C"],
            ], tolerance: 0, source: "JMcDM (MIT licence), test/mcdm/testnds.jl"),
        CalcExample(
            name: "DOM-01: less is better",
            input: [
                "criteria": ["first", "second", "third", "fourth"], "options": ["A", "B", "C", "D"],
                "performances": [[1, 2, 3, 4], [2, 4, 6, 8], [4, 8, 12, 16], [8, 16, 24, 32]],
                "lessIsBetter": ["first", "second", "third", "fourth"],
            ], expected: ["dominates": [3, 2, 1, 0]], tolerance: 0,
            source: "JMcDM (MIT licence), test/mcdm/testnds.jl"),
    ]

    static func answer(_ input: ShapedValue, by rulebook: Rulebook) throws(Refusal) -> CalcAnswer {
        let criteria = try NamedList(input["criteria"], of: "criteria")
        let options = try NamedList(input["options"], of: "options")
        let rows = try PerformanceTable.rows(input, options: options, criteria: criteria).flatMap { $0 }
        let performances = Dominance.turned(rows, lessIsBetter: try criteria.marks(input["lessIsBetter"]))
        let polytope = try WeightPolytope.agreeing(
            with: StatedWeights.read(input, criteria: criteria), criteria: criteria.names)
        let plain = Dominance.dominated(performances, options: options.count, criteria: criteria.count)
        let weighed = Dominance.dominated(performances, options: options.count, over: polytope)
        let neverBest = options.names.indices.filter {
            Dominance.weightsForFirst($0, performances, options: options.count, over: polytope) == nil
        }
        return CalcAnswer([
            "dominates": .integers(Dominance.counts(plain)),
            "dominatedBy": .list(plain.map { options.json($0) }),
            "dominatedUnderWeightsBy": .list(weighed.map { options.json($0) }),
            "neverBest": options.json(neverBest),
        ])
    }
}
