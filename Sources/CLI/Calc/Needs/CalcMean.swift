import Methods
import Rulebook
import Vocabulary

/// Means of measurements.
enum CalcMean: CalcMethod {
    static let name = "mean"
    static let title = "Means of measurements with Student's interval."
    static let working = "MeanInterval"

    static let input = Shape.object([
        NeedsDocument.areas(.init("values", .list(.number), "the measurements")),
        NeedsDocument.confidence, NeedsDocument.on,
    ])

    static let examples = [
        CalcExample(
            name: "additional hours of sleep of ten patients",
            input: [
                "areas": [
                    [
                        "area": "ten patients",
                        "values": .decimals([1.2, 2.4, 1.3, 1.3, 0, 1, 1.8, 0.8, 4.6, 1.4]),
                    ]
                ], "confidence": [95],
            ],
            expected: [
                "areas": [
                    [
                        "count": 10, "sum": .decimal(15.8), "value": .decimal(1.58),
                        "intervals": [["level": 95, "low": .decimal(0.7001142), "high": .decimal(2.4598858)]],
                    ]
                ]
            ], tolerance: 1e-6,
            source: "Student, Biometrika 6 (1908) 1, the differences of his table; limits as R's t.test has them")
    ]

    static func answer(_ input: ShapedValue, by rulebook: Rulebook) throws(Refusal) -> CalcAnswer {
        let document = try NeedsDocument(input, by: rulebook)
        let areas = try document.areas().map { name, area in
            let found = MeanInterval.estimate(area["values"].list.map(\.number), at: document.levels)
            return JSONValue.measured(
                found.mean,
                besides: [
                    .init("area", .text(name)), .init("count", .integer(found.count)),
                    .init("sum", .decimal(found.sum)),
                    .init("standardDeviation", .optional(found.standardDeviation) { .decimal($0) }),
                ])
        }
        return CalcAnswer(["areas": .list(areas)])
    }
}
