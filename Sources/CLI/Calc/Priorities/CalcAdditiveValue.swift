import Methods
import Rulebook
import Vocabulary

/// What options are worth in all.
enum CalcAdditiveValue: CalcMethod {
    static let name = "values.additive"
    static let title = "What options are worth in all: the weighted sum of their values, and their ranks."
    static let working = "AdditiveValue"

    static let input = Shape.object([
        StatedWeights.criteria,
        .init("options", .list(.text), "the names of the options"),
        .init(
            "performances", .list(.list(.number)),
            "a row for each option, a number for each criterion: values, or raw measurements where scaling is given"
        ),
        .init("weights", .list(.number), "one for each criterion; taken as they are"),
        .init(
            "scaling", .choice(ColumnScaling.allCases.map(\.rawValue)),
            "how raw measurements become values: ratioToBest (x/max, or min/x), shareOfSum (x/sum, or (1/x)/sum of "
                + "1/x), range (worst 0 to best 1)", isOptional: true),
        .init(
            "lessIsBetter", .list(.text), "criteria on which less is better; needs scaling", isOptional: true),
    ])

    static let examples = [
        CalcExample(
            name: "WSM-01: simple additive weighting on ratios to the best",
            input: [
                "criteria": ["first", "second", "third", "fourth"], "options": ["A", "B", "C", "D"],
                "performances": [[25, 65, 7, 20], [21, 78, 6, 24], [19, 53, 5, 33], [22, 25, 2, 31]],
                "weights": [.decimal(0.25), .decimal(0.25), .decimal(0.25), .decimal(0.25)],
                "scaling": "ratioToBest", "lessIsBetter": ["third"],
            ],
            expected: [
                "values": [.decimal(0.681277), .decimal(0.725151), .decimal(0.709871), .decimal(0.784976)],
                "ranks": [4, 2, 3, 1],
            ], tolerance: 1e-4, source: "JMcDM (MIT licence), test/mcdm/testsaw.jl, example 1"),
        CalcExample(
            name: "WSM-03: weighted sum on shares of the column sum; weights sum to two",
            input: [
                "criteria": ["first", "second", "third", "fourth"], "options": ["A", "B", "C", "D", "E"],
                "performances": [
                    [96, 83, 75, 7], [63, 5, 56, 9], [72, 30, 32, 48], [11, 4, 27, 9], [77, 21, 17, 11],
                ],
                "weights": [
                    .decimal(0.6153846153846154), .decimal(0.38461538461538464),
                    .decimal(0.46153846153846156),
                    .decimal(0.5384615384615384),
                ], "scaling": "shareOfSum", "lessIsBetter": ["third", "fourth"],
            ],
            expected: [
                "values": [
                    .decimal(0.609), .decimal(0.313), .decimal(0.334), .decimal(0.265), .decimal(0.479),
                ]
            ], tolerance: 5e-4, source: "pymcdm (MIT licence), test/test_mcdm.py, TestWSM"),
    ]

    static func answer(_ input: ShapedValue, by rulebook: Rulebook) throws(Refusal) -> CalcAnswer {
        let criteria = try NamedList(input["criteria"], of: "criteria")
        let options = try NamedList(input["options"], of: "options")
        let weights = try criteria.numbers(input["weights"], called: "The list of weights")
        var rows = try PerformanceTable.rows(input, options: options, criteria: criteria)
        let lessIsBetter = try criteria.marks(input["lessIsBetter"])
        if let scaling = input["scaling"].present.flatMap({ ColumnScaling(rawValue: $0.text) }) {
            for place in criteria.names.indices {
                let column = try scaling.scaled(rows.map { $0[place] }, lessIsBetter: lessIsBetter[place])
                for (row, value) in column.enumerated() { rows[row][place] = value }
            }
        } else if lessIsBetter.contains(true) {
            throw Refusal(
                .input, code: "no-scaling", "Criteria are named on which less is better, but no scaling is.",
                remedy: "Give a scaling, or values on which more is better.")
        }
        let values = AdditiveValue.values(of: rows.flatMap { $0 }, weights: weights)
        return CalcAnswer([
            "values": .decimals(values), "ranks": .integers(AdditiveValue.ranks(values)),
            "performances": .list(rows.map { .decimals($0) }),
        ])
    }
}

/// The table of options by criteria that several methods read.
enum PerformanceTable {
    static let options = Shape.Field("options", .list(.text), "the names of the options")
    static let performances = Shape.Field(
        "performances", .list(.list(.number)),
        "a row for each option, a value for each criterion; more is better")

    static func rows(
        _ input: ShapedValue, options: NamedList, criteria: NamedList
    ) throws(Refusal) -> [[Double]] {
        let rows = try criteria.rows(input["performances"], called: "performances")
        guard rows.count == options.count else {
            throw Refusal(
                .input, code: "uneven-rows",
                "There are \(rows.count) rows of performances, and \(options.count) options.")
        }
        return rows
    }
}
