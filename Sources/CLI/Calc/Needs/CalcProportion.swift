import Methods
import Rulebook
import Vocabulary

/// Shares of people.
enum CalcProportion: CalcMethod {
    static let name = "proportion"
    static let title = "Proportions of areas with Wilson's interval."
    static let working = "Proportion"

    static let input = Shape.object([
        NeedsDocument.areas(
            .init("numerator", .number, "absent where suppressed", isOptional: true),
            .init("denominator", .number, "absent where suppressed", isOptional: true)),
        .init("per", .number, "1 where nothing is said; 100 for per cent", isOptional: true),
        NeedsDocument.confidence, NeedsDocument.on,
    ])

    static let examples = [
        CalcExample(
            name: "four of Newcombe's examples",
            input: [
                "areas": [
                    ["area": "81 of 263", "numerator": 81, "denominator": 263],
                    ["area": "15 of 148", "numerator": 15, "denominator": 148],
                    ["area": "0 of 20", "numerator": 0, "denominator": 20],
                    ["area": "1 of 29", "numerator": 1, "denominator": 29],
                ], "confidence": [95],
            ],
            expected: [
                "areas": .list(
                    [(0.2553, 0.3662), (0.0624, 0.1605), (0, 0.1611), (0.0061, 0.1718)].map { low, high in
                        ["intervals": [["level": 95, "low": .decimal(low), "high": .decimal(high)]]]
                    })
            ], tolerance: 0.00005, source: "Newcombe, Statistics in Medicine 17 (1998) 857, table I, method 3")
    ]

    static func answer(_ input: ShapedValue, by rulebook: Rulebook) throws(Refusal) -> CalcAnswer {
        let document = try NeedsDocument(input, by: rulebook)
        var areas: [JSONValue] = []
        for (name, area) in try document.areas() {
            let found = try Proportion.estimate(
                area["numerator"].present?.number, of: area["denominator"].present?.number,
                per: document.number("per", or: 1), at: document.levels, area: name)
            areas.append(.measured(found, besides: [.init("area", .text(name))]))
        }
        return CalcAnswer(["areas": .list(areas)])
    }
}
